package org.epochreel.video.h264;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.AccessUnit;
import org.epochreel.video.YuvPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H264EncoderTest {

    private static final Quantisers FINE = new Quantisers(14, 22, 14);

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116})
    void aDecoderGetsExactlyWhatTheEncoderReconstructed(long seed) {
        Random random = new Random(seed);
        FrameSize size = new FrameSize(16 + 2 * random.nextInt(120), 16 + 2 * random.nextInt(120));
        Quantisers quantisers = new Quantisers(8 + random.nextInt(44), 8 + random.nextInt(44), 8 + random.nextInt(44));
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), quantisers);
        SubsetDecoder decoder = new SubsetDecoder(size.width(), size.height());
        TestPictures film = new TestPictures(size, seed, seed % 4 == 0);
        for (int i = 0; i < 10; i++) {
            film.next();
            AccessUnit unit = encoder.encode(film.picture(), film.touched(), random.nextInt(8) == 0);
            assertArrayEquals(TestStream.visible(encoder.reconstruction()), decoder.decode(unit.bytes()),
                    "picture " + i + " of seed " + seed + ", " + size + ", " + quantisers);
        }
    }

    @Test
    void noiseAtTheFinestQuantiserIsDecodedExactlyAndKeepsToTheBitsOfAMacroblock() {
        FrameSize size = new FrameSize(96, 64);
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), new Quantisers(8, 8, 8));
        SubsetDecoder decoder = new SubsetDecoder(96, 64);
        for (int i = 0; i < 4; i++) {
            YuvPicture noise = noise(size, i);
            AccessUnit unit = encoder.encode(noise, MacroblockSet.allOf(size), i == 2);
            assertArrayEquals(TestStream.visible(encoder.reconstruction()), decoder.decode(unit.bytes()));
        }
    }

    @Test
    void aStillPictureCostsAFewBytesAndStaysExactlyTheSame() {
        FrameSize size = new FrameSize(432, 288);
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), FINE);
        TestPictures film = new TestPictures(size, 5, false);
        film.next();
        encoder.encode(film.picture(), film.touched(), true);
        byte[] first = TestStream.visible(encoder.reconstruction());
        for (int i = 0; i < 5; i++) {
            AccessUnit unit = encoder.encode(film.picture(), MacroblockSet.noneOf(size), false);
            assertTrue(unit.bytes().remaining() < 30, unit.toString());
            assertArrayEquals(first, TestStream.visible(encoder.reconstruction()));
        }
    }

    @Test
    void macroblocksThatDoNotChangeKeepTheirSamplesWhileOthersMove() {
        FrameSize size = new FrameSize(160, 96);
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), FINE);
        YuvPicture picture = noise(size, 1);
        encoder.encode(picture, MacroblockSet.allOf(size), true);
        byte[] before = encoder.reconstruction().luma().clone();
        MacroblockSet touched = MacroblockSet.noneOf(size);
        touched.add(4, 3);
        for (int i = 0; i < 6; i++) {
            new Random(i).nextBytes(picture.blueChroma());
            picture.luma()[3 * 16 * 160 + 4 * 16] ^= 64;
            encoder.encode(picture, touched, false);
            byte[] after = encoder.reconstruction().luma();
            for (int y = 0; y < 96; y++) {
                for (int x = 0; x < 160; x++) {
                    if (x / 16 != 4 || y / 16 != 3) {
                        assertEquals(before[y * 160 + x], after[y * 160 + x], "column " + x + ", row " + y);
                    }
                }
            }
        }
    }

    @Test
    void whatComesToRestIsRefined() {
        FrameSize size = new FrameSize(160, 96);
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), new Quantisers(14, 34, 10));
        TestPictures film = new TestPictures(size, 9, false);
        film.next();
        encoder.encode(film.picture(), film.touched(), true);
        film.next();
        film.next();
        encoder.encode(film.picture(), film.touched(), false);
        long moving = squaredError(film.picture(), encoder.reconstruction());
        for (int i = 0; i < 4; i++) {
            encoder.encode(film.picture(), MacroblockSet.noneOf(size), false);
        }
        long rest = squaredError(film.picture(), encoder.reconstruction());
        assertTrue(rest * 4 < moving, rest + " after rest, " + moving + " before");
    }

    @Test
    void theSameFilmGivesTheSameBytes() {
        assertArrayEquals(H264EncoderFfmpegTest.randomStream(77).bytes(),
                H264EncoderFfmpegTest.randomStream(77).bytes());
    }

    @Test
    void aPictureOfAnotherSizeIsRefused() {
        H264Encoder encoder = new H264Encoder(new FrameSize(64, 64), FrameRate.of(30), FINE);
        FrameSize other = new FrameSize(64, 32);
        Exception refusal = assertThrows(IllegalArgumentException.class,
                () -> encoder.encode(new YuvPicture(other), MacroblockSet.allOf(other), true));
        assertEquals("a picture of 64x32 pixels in a stream of 64x64", refusal.getMessage());
    }

    @Test
    void quantisersFinerThanEightAreRefusedWithTheReason() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new Quantisers(14, 7, 14));
        assertTrue(refusal.getMessage().startsWith("the moving quantiser 7 is not from 8 to 51"), refusal.getMessage());
    }

    private static YuvPicture noise(FrameSize size, long seed) {
        YuvPicture picture = new YuvPicture(size);
        Random random = new Random(seed);
        random.nextBytes(picture.luma());
        random.nextBytes(picture.blueChroma());
        random.nextBytes(picture.redChroma());
        return picture;
    }

    private static long squaredError(YuvPicture a, YuvPicture b) {
        long sum = 0;
        for (int i = 0; i < a.luma().length; i++) {
            int difference = (a.luma()[i] & 0xff) - (b.luma()[i] & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
