package org.epochreel.video.h264;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeMultiset;
import java.io.IOException;
import java.util.Random;
import java.util.Set;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H264EncoderTest {

    private static final Quantisers FINE = new Quantisers(14, 22, 14);

    /** What {@link SubsetDecoder#seen()} must name before a test may claim to have tried everything. */
    static final Set<String> ALL_THAT_IS_WRITTEN = Set.of("I_NxN", "I_16x16", "P_Skip", "P_L0_16x16", "P_L0_L0_16x8",
            "P_L0_L0_8x16", "P_8x8", "P with residual", "B_Skip", "B_Direct_16x16", "B_Direct_16x16 with residual",
            "B_L0_16x16", "B_L1_16x16", "B_Bi_16x16", "B_8x8", "B_Direct_8x8", "B_L0_8x8", "B_L1_8x8", "B_Bi_8x8",
            "B with residual", "direct motion in proportion",
            "direct motion from the long-term picture", "unequal weights");

    @ParameterizedTest
    @ValueSource(longs = {142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157})
    void aDecoderGetsExactlyWhatTheEncoderReconstructed(long seed) throws IOException {
        randomFilm(seed);
    }

    @Test
    void theRandomFilmsHoldEveryTypeOfMacroblock() throws IOException {
        Multiset<String> seen = TreeMultiset.create();
        for (long seed = 142; seed <= 157; seed++) {
            seen.addAll(randomFilm(seed));
        }
        assertEquals(Set.of(), Sets.difference(ALL_THAT_IS_WRITTEN, seen.elementSet()), "missing of " + seen);
    }

    private static Multiset<String> randomFilm(long seed) throws IOException {
        Random random = new Random(seed);
        FrameSize size = new FrameSize(16 + 2 * random.nextInt(120), 16 + 2 * random.nextInt(120));
        Quantisers quantisers = new Quantisers(8 + random.nextInt(44), 8 + random.nextInt(44), 8 + random.nextInt(44));
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), quantisers);
        Witness witness = new Witness(encoder, "seed " + seed + ", " + size + ", " + quantisers);
        TestPictures film = new TestPictures(size, seed, seed % 4 == 0);
        for (int i = 0; i < 14; i++) {
            film.next();
            encoder.encode(film.picture(), film.touched(), random.nextInt(8) == 0, witness);
        }
        encoder.flush(witness);
        return witness.finish(14);
    }

    @Test
    void noiseAtTheFinestQuantiserIsDecodedExactlyAndKeepsToTheBitsOfAMacroblock() throws IOException {
        FrameSize size = new FrameSize(96, 64);
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), new Quantisers(8, 8, 8));
        Witness witness = new Witness(encoder, "noise");
        for (int i = 0; i < 9; i++) {
            encoder.encode(noise(size, i), MacroblockSet.allOf(size), i == 7, witness);
        }
        encoder.flush(witness);
        witness.finish(9);
    }

    @Test
    void frameNumbersAndOrderCountsMayWrapBetweenKeyframes() throws IOException {
        FrameSize size = new FrameSize(48, 32);
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), Quantisers.standard(size));
        Witness witness = new Witness(encoder, "a long film");
        TestPictures film = new TestPictures(size, 2, false);
        for (int i = 0; i < 900; i++) {
            film.next();
            encoder.encode(film.picture(), film.touched(), false, witness);
        }
        encoder.flush(witness);
        witness.finish(900);
    }

    @Test
    void aStillPictureCostsAFewBytesAndStaysExactlyTheSame() throws IOException {
        FrameSize size = new FrameSize(432, 288);
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), FINE);
        TestStream stream = new TestStream(encoder);
        PictureEncoder.Sink cheap = unit -> {
            assertTrue(unit.keyframe() || unit.bytes().remaining() < 30, unit.toString());
            stream.take(unit);
        };
        TestPictures film = new TestPictures(size, 5, false);
        film.next();
        encoder.encode(film.picture(), film.touched(), true, cheap);
        for (int i = 0; i < 5; i++) {
            encoder.encode(film.picture(), MacroblockSet.noneOf(size), false, cheap);
        }
        encoder.flush(cheap);
        assertEquals(6, stream.length());
        for (int i = 1; i < 6; i++) {
            assertArrayEquals(stream.picture(0), stream.picture(i));
        }
    }

    @Test
    void macroblocksThatDoNotChangeKeepTheirSamplesWhileOthersMove() throws IOException {
        FrameSize size = new FrameSize(160, 96);
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), FINE);
        TestStream stream = new TestStream(encoder);
        YuvPicture picture = noise(size, 1);
        encoder.encode(picture, MacroblockSet.allOf(size), true, stream);
        MacroblockSet touched = MacroblockSet.noneOf(size);
        touched.add(4, 3);
        for (int i = 0; i < 6; i++) {
            new Random(i).nextBytes(picture.blueChroma());
            picture.luma()[3 * 16 * 160 + 4 * 16] ^= 64;
            encoder.encode(picture, touched, false, stream);
        }
        encoder.flush(stream);
        assertEquals(7, stream.length());
        byte[] before = stream.picture(0);
        for (int i = 1; i < 7; i++) {
            byte[] after = stream.picture(i);
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
    void whatComesToRestIsRefined() throws IOException {
        FrameSize size = new FrameSize(160, 96);
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), new Quantisers(14, 34, 10));
        TestStream stream = new TestStream(encoder);
        TestPictures film = new TestPictures(size, 9, false);
        film.next();
        encoder.encode(film.picture(), film.touched(), true, stream);
        film.next();
        film.next();
        encoder.encode(film.picture(), film.touched(), false, stream);
        for (int i = 0; i < 4; i++) {
            encoder.encode(film.picture(), MacroblockSet.noneOf(size), false, stream);
        }
        encoder.flush(stream);
        long moving = squaredLumaError(film.picture(), stream.picture(1));
        long rest = squaredLumaError(film.picture(), stream.picture(5));
        assertTrue(rest * 4 < moving, rest + " after rest, " + moving + " before");
    }

    @Test
    void theSameFilmGivesTheSameBytes() throws IOException {
        assertArrayEquals(H264EncoderFfmpegTest.randomFilm(77, TestStream::new).bytes(),
                H264EncoderFfmpegTest.randomFilm(77, TestStream::new).bytes());
    }

    @Test
    void aPictureOfAnotherSizeIsRefused() {
        H264Encoder encoder = new H264Encoder(new FrameSize(64, 64), FrameRate.of(30), FINE);
        FrameSize other = new FrameSize(64, 32);
        Exception refusal = assertThrows(IllegalArgumentException.class,
                () -> encoder.encode(new YuvPicture(other), MacroblockSet.allOf(other), true, new TestStream(encoder)));
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

    private static long squaredLumaError(YuvPicture shown, byte[] decoded) {
        byte[] expected = TestStream.visible(shown);
        long sum = 0;
        for (int i = 0; i < shown.size().pixels(); i++) {
            int difference = (expected[i] & 0xff) - (decoded[i] & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
