package org.epochreel.video.animation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReductionTest {

    @ParameterizedTest
    @CsvSource({"432,288,300,200", "1920,1080,640,360", "94,62,50,32", "94,62,94,62", "100,16,40,16"})
    void keepsTheShape(int width, int height, int reducedWidth, int reducedHeight) {
        assertEquals(new FrameSize(reducedWidth, reducedHeight),
                Reduction.ofWidth(new FrameSize(width, height), reducedWidth));
    }

    @Test
    void halfTheSizeIsTheMeanOfFour() {
        FrameSize size = new FrameSize(64, 48);
        int[] pixels = new Random(3).ints(size.pixels(), 0, 1 << 24).toArray();
        Frame reduced = new Reduction(size, new FrameSize(32, 24)).reduce(new SoftFrames(size).touched(pixels));

        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 32; x++) {
                int expected = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    int sum = 0;
                    for (int at : new int[] {128 * y + 2 * x, 128 * y + 2 * x + 1, 128 * y + 64 + 2 * x,
                            128 * y + 65 + 2 * x}) {
                        sum += pixels[at] >> shift & 0xFF;
                    }
                    expected |= (sum + 2) / 4 << shift;
                }
                assertEquals(expected, reduced.pixels()[32 * y + x]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"64,46", "50,34", "94,62", "16,16"})
    void whatWasNotTouchedIsAsAWholeReductionHasIt(int width, int height) {
        FrameSize size = new FrameSize(94, 62);
        FrameSize small = new FrameSize(width, height);
        SoftFrames frames = new SoftFrames(size);
        Reduction stepwise = new Reduction(size, small);
        int[] before = new int[small.pixels()];
        for (int i = 0; i < 30; i++) {
            Frame reduced = stepwise.reduce(frames.at(i));
            Frame whole = new Frame(size, new SoftFrames(size).at(i).pixels(), MacroblockSet.allOf(size));
            assertArrayEquals(new Reduction(size, small).reduce(whole).pixels(), reduced.pixels(), "frame " + i);
            for (int at = 0; at < before.length; at++) {
                int x = at % width;
                int y = at / width;
                assertTrue(before[at] == reduced.pixels()[at] || reduced.touched().contains(x / 16, y / 16));
            }
            before = reduced.pixels().clone();
        }
    }

    @Test
    void flatColoursStayExact() {
        FrameSize size = new FrameSize(94, 62);
        int[] pixels = new int[size.pixels()];
        Arrays.fill(pixels, 0xFBFAF7);
        int[] reduced = new Reduction(size, new FrameSize(50, 34)).reduce(new SoftFrames(size).touched(pixels)).pixels();

        assertTrue(Arrays.stream(reduced).allMatch(pixel -> pixel == 0xFBFAF7));
    }
}
