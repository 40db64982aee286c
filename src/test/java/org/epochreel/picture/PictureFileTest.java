package org.epochreel.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of every kind become the same colours, in another size the mean of what a pixel covers. */
class PictureFileTest {

    @TempDir
    Path directory;

    private Picture read(BufferedImage image, int longer) throws Exception {
        Path file = directory.resolve("picture.png");
        ImageIO.write(image, "png", file.toFile());
        return PictureFile.read(file, longer);
    }

    private static void assertColour(Picture picture, int pixel, double red, double green, double blue) {
        double[] colour = picture.channels().stream().mapToDouble(channel -> channel.get(pixel)).toArray();
        assertArrayEquals(new double[] {red, green, blue}, colour, 1e-12);
    }

    @Test
    void pixelsAreTakenRowByRowFromTheTopLeft() throws Exception {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 0, 0x336699);
        image.setRGB(2, 1, 0xFF0000);
        Picture picture = read(image, 3);
        assertEquals(3, picture.width());
        assertEquals(2, picture.height());
        assertColour(picture, 1, 0.2, 0.4, 0.6);
        assertColour(picture, 5, 1, 0, 0);
        assertColour(picture, 0, 0, 0, 0);
    }

    @Test
    void whatIsTransparentLiesOverWhite() throws Exception {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00123456);
        image.setRGB(1, 0, 0x33FF0000);
        Picture picture = read(image, 2);
        assertColour(picture, 0, 1, 1, 1);
        assertColour(picture, 1, 1, 0.8, 0.8);
    }

    @Test
    void greyAndPalettesAndSixteenBitsAreNumbersAsTheyStandInTheFile() throws Exception {
        BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(1, 0, 0, 51);
        assertColour(read(grey, 2), 1, 0.2, 0.2, 0.2);
        BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(1, 0, 0, 13107);
        assertColour(read(deep, 2), 1, 0.2, 0.2, 0.2);
        byte[] reds = {0, (byte) 204};
        byte[] none = {0, 0};
        BufferedImage indexed = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY,
                new IndexColorModel(1, 2, reds, none, none));
        indexed.getRaster().setSample(1, 0, 0, 1);
        assertColour(read(indexed, 2), 1, 0.8, 0, 0);
    }

    @Test
    void aSmallerPictureHasTheMeanOfWhatEachPixelCovers() throws Exception {
        BufferedImage image = new BufferedImage(5, 2, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 5; x++) {
            image.setRGB(x, 0, x == 2 ? 0xFFFFFF : x == 0 ? 0x00FF00 : 0);
        }
        Picture picture = read(image, 2);
        assertEquals(2, picture.width());
        assertEquals(1, picture.height());
        // Each half covers two columns and a half, and two rows.
        assertColour(picture, 0, 0.1, 0.3, 0.1);
        assertColour(picture, 1, 0.1, 0.1, 0.1);
    }

    @Test
    void theMeanOfAllPixelsStaysWhateverTheSize() throws Exception {
        BufferedImage image = new BufferedImage(61, 37, BufferedImage.TYPE_INT_RGB);
        double sum = 0;
        for (int i = 0; i < 61 * 37; i++) {
            int value = i * 7919 % 256;
            image.setRGB(i % 61, i / 61, value << 16);
            sum += value / 255.0;
        }
        double mean = sum / (61 * 37);
        for (int size : new int[] {1, 2, 7, 30, 61, 100}) {
            Picture picture = read(image, size);
            assertEquals(size, picture.width());
            double own = picture.channels().get(0).stream().average().orElseThrow();
            assertEquals(mean, own, 1e-9, size + " pixels");
        }
    }

    @Test
    void aPictureThatIsALineKeepsAPixelOfItsShorterSide() throws Exception {
        assertEquals(1, read(new BufferedImage(300, 1, BufferedImage.TYPE_INT_RGB), 4).height());
    }

    @Test
    void aLargePictureIsReadInStretchesOfRows() throws Exception {
        BufferedImage image = new BufferedImage(5200, 4100, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 4100; y++) {
            image.getRaster().setSample(y, y, 0, 255);
        }
        Picture picture = read(image, 52);
        assertEquals(41, picture.height());
        for (int i = 0; i < 41; i++) {
            assertColour(picture, 53 * i, 0.01, 0.01, 0.01);
        }
        assertEquals(0.41, picture.channels().get(1).stream().sum(), 1e-9);
    }

    private String refusal(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("refused"), bytes);
        return assertThrows(PictureException.class, () -> PictureFile.read(file, 8)).getMessage();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length).putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data).putInt((int) crc.getValue()).array();
    }

    @Test
    void movingPicturesAndOthersThatCannotBeUsedAreRefused() throws Exception {
        byte[] still = png(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));
        ByteBuffer moving = ByteBuffer.allocate(still.length + 20);
        moving.put(still, 0, 33).put(chunk("acTL", new byte[8])).put(still, 33, still.length - 33);
        assertEquals("it is an animated PNG; a still picture is needed", refusal(moving.array()));
        assertEquals("it is no picture that can be read; save it as PNG or JPEG",
                refusal("x,y\n1,2\n".getBytes(StandardCharsets.US_ASCII)));
        assertTrue(refusal(Arrays.copyOf(still, 45)).startsWith("the picture in it is damaged"));
        byte[] wide = still.clone();
        ByteBuffer.wrap(wide).putInt(16, 10_001);
        byte[] header = Arrays.copyOfRange(wide, 16, 29);
        System.arraycopy(chunk("IHDR", header), 0, wide, 8, 25);
        assertEquals("it has 10001 x 4 pixels; at most 10000 a side are allowed", refusal(wide));
    }
}
