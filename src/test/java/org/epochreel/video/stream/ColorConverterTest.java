package org.epochreel.video.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.TestFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorConverterTest {

    private static final FrameSize SMALL = new FrameSize(32, 16);

    @ParameterizedTest
    @CsvSource({
            // Computed by hand from BT.709, clauses 3.2 to 3.5.
            "0xffffff, 235, 128, 128", "0x000000, 16, 128, 128", "0x808080, 126, 128, 128", "0xff0000, 63, 102, 240",
            "0x00ff00, 173, 42, 26", "0x0000ff, 32, 240, 118"})
    void flatColorsAreThoseOfTheRecommendation(String rgb, int luma, int blueChroma, int redChroma) {
        YuvPicture picture = new ColorConverter(SMALL).convert(new TestFrames(SMALL).flat(Integer.decode(rgb)));
        for (byte sample : picture.luma()) {
            assertEquals(luma, sample & 0xff);
        }
        for (int i = 0; i < picture.blueChroma().length; i++) {
            assertEquals(blueChroma, picture.blueChroma()[i] & 0xff);
            assertEquals(redChroma, picture.redChroma()[i] & 0xff);
        }
    }

    @Test
    void everyGreyHasNoChroma() {
        ColorConverter converter = new ColorConverter(SMALL);
        TestFrames frames = new TestFrames(SMALL);
        for (int grey = 0; grey < 256; grey++) {
            YuvPicture picture = converter.convert(frames.flat(grey * 0x10101));
            assertEquals(Math.round(16 + grey * 219 / 255.0), picture.luma()[7] & 0xff);
            assertEquals(128, picture.blueChroma()[7] & 0xff);
            assertEquals(128, picture.redChroma()[7] & 0xff);
        }
    }

    @ParameterizedTest
    @CsvSource({"48,32", "50,34", "16,16", "18,30"})
    void everySampleIsTheRoundedRealNumber(int width, int height) {
        FrameSize size = new FrameSize(width, height);
        Frame frame = new TestFrames(size).noise(42);
        YuvPicture picture = new ColorConverter(size).convert(frame);
        int paddedWidth = picture.lumaStride();
        int paddedHeight = 16 * size.macroblockRows();
        for (int y = 0; y < paddedHeight; y += 2) {
            for (int x = 0; x < paddedWidth; x += 2) {
                double blue = 0;
                double red = 0;
                for (int i = 0; i < 4; i++) {
                    double[] yuv = real(frame, x + i % 2, y + i / 2);
                    assertNear(yuv[0], picture.luma()[(y + i / 2) * paddedWidth + x + i % 2]);
                    blue += yuv[1] / 4;
                    red += yuv[2] / 4;
                }
                assertNear(blue, picture.blueChroma()[y / 2 * picture.chromaStride() + x / 2]);
                assertNear(red, picture.redChroma()[y / 2 * picture.chromaStride() + x / 2]);
            }
        }
    }

    private static double[] real(Frame frame, int x, int y) {
        FrameSize size = frame.size();
        int rgb = frame.pixels()[Math.min(y, size.height() - 1) * size.width() + Math.min(x, size.width() - 1)];
        double red = (rgb >> 16 & 0xff) / 255.0;
        double green = (rgb >> 8 & 0xff) / 255.0;
        double blue = (rgb & 0xff) / 255.0;
        double luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        return new double[] {16 + 219 * luma, 128 + 224 * (blue - luma) / 1.8556, 128 + 224 * (red - luma) / 1.5748};
    }

    private static void assertNear(double expected, byte actual) {
        assertTrue(Math.abs(expected - (actual & 0xff)) <= 0.501, () -> (actual & 0xff) + " stands for " + expected);
    }

    @Test
    void piecewiseConversionEqualsThatOfAWholeFrame() {
        FrameSize size = new FrameSize(70, 50);
        ColorConverter piecewise = new ColorConverter(size);
        TestFrames frames = new TestFrames(size);
        for (int i = 0; i < 12; i++) {
            Frame frame = frames.chart(i);
            YuvPicture picture = piecewise.convert(frame);
            YuvPicture whole = new ColorConverter(size).convert(new TestFrames(size).chart(i));
            assertArrayEquals(whole.luma(), picture.luma());
            assertArrayEquals(whole.blueChroma(), picture.blueChroma());
            assertArrayEquals(whole.redChroma(), picture.redChroma());
        }
    }

    @Test
    void onlyWhatChangedIsReported() {
        FrameSize size = new FrameSize(64, 32);
        ColorConverter converter = new ColorConverter(size);
        int[] pixels = new Random(1).ints(size.pixels(), 0, 0x1000000).toArray();
        converter.convert(new Frame(size, pixels, MacroblockSet.allOf(size)));
        assertEquals(8, converter.changed().count());
        pixels[20 * 64 + 40] ^= 0xffffff;
        YuvPicture picture = converter.convert(new Frame(size, pixels, MacroblockSet.allOf(size)));
        assertEquals(1, converter.changed().count());
        assertTrue(converter.changed().contains(2, 1));
        assertSame(picture, converter.convert(new Frame(size, pixels, MacroblockSet.noneOf(size))));
        assertTrue(converter.changed().isEmpty());
    }

    @Test
    void aFirstFrameAllBlackIsAllNew() {
        ColorConverter converter = new ColorConverter(SMALL);
        converter.convert(new TestFrames(SMALL).flat(0));
        assertEquals(SMALL.macroblocks(), converter.changed().count());
    }

    @Test
    void framesThatDoNotFitAreRefused() {
        ColorConverter converter = new ColorConverter(SMALL);
        FrameSize other = new FrameSize(16, 32);
        assertThrows(IllegalArgumentException.class, () -> converter.convert(new TestFrames(other).flat(0)));
        Frame untouched = new Frame(SMALL, new int[SMALL.pixels()], MacroblockSet.noneOf(SMALL));
        assertThrows(IllegalArgumentException.class, () -> converter.convert(untouched));
    }
}
