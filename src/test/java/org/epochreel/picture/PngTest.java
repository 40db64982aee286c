package org.epochreel.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngTest {

    private static final FrameSize SIZE = new FrameSize(94, 62);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 255, 256, 257, 5000, 1 << 24})
    void anotherReaderGivesBackEveryPixel(int colors) throws IOException {
        Random random = new Random(colors);
        int[] pixels = random.ints(SIZE.pixels(), 0, colors).map(i -> i * 0x010305 & 0xFFFFFF).toArray();

        assertArrayEquals(pixels, decode(Png.encode(SIZE, pixels)));
    }

    @Test
    void picturesOfManyCompressedBlocksComeBack() throws IOException {
        FrameSize size = new FrameSize(640, 362);
        Random random = new Random(7);
        int[] pixels = new int[size.pixels()];
        int color = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (random.nextInt(9) == 0) {
                color = random.nextInt(1 << 24);
            }
            pixels[i] = i > size.width() * 20 && random.nextInt(3) > 0 ? pixels[i - size.width() * 17] : color;
        }

        assertArrayEquals(pixels, decode(Png.encode(size, pixels)));
    }

    @Test
    void flatPicturesAreSmall() {
        FrameSize size = new FrameSize(1920, 1080);
        int[] pixels = new int[size.pixels()];
        Arrays.fill(pixels, 0xFBFAF7);

        assertTrue(Png.encode(size, pixels).length < 5000);
    }

    @Test
    void skewedFrequenciesStayWithinTheLongestWord() throws DataFormatException {
        byte[] input = new byte[120_000];
        int at = 0;
        // Fibonacci frequencies give the deepest tree of all.
        for (int symbol = 0, a = 1, b = 1; at < input.length; symbol++) {
            int end = Math.min(input.length, at + a);
            Arrays.fill(input, at, end, (byte) (symbol * 37));
            at = end;
            int sum = a + b;
            a = b;
            b = sum;
        }
        shuffle(input);
        Inflater inflater = new Inflater();
        inflater.setInput(Zlib.compress(input));
        byte[] output = new byte[input.length];

        assertEquals(input.length, inflater.inflate(output));
        assertArrayEquals(input, output);
        assertEquals(0, inflater.inflate(new byte[1]));
        assertTrue(inflater.finished());
        inflater.end();
    }

    @Test
    void bytesAreTheSameOnEveryMachine() {
        int[] pixels = new Random(3).ints(SIZE.pixels(), 0, 300).map(i -> i / 10 * 0x0A0B0C & 0xFFFFFF).toArray();

        assertEquals(-884143166, Arrays.hashCode(Png.encode(SIZE, pixels)));
    }

    @Test
    void pixelsThatDoNotFillThePictureAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Png.encode(SIZE, new int[5]));
    }

    private static void shuffle(byte[] bytes) {
        Random random = new Random(1);
        for (int i = bytes.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            byte kept = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = kept;
        }
    }

    private static int[] decode(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).map(p -> p & 0xFFFFFF).toArray();
    }
}
