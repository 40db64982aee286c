package org.epochreel.video.h264;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlideEstimateTest {

    @ParameterizedTest
    @CsvSource({"0, 0.25, 0, -1", "0, -0.5, 0, 2", "0.5, 0, -2, 0", "-0.75, 0, 3, 0", "0, 0, 0, 0"})
    void aSoftEdgeThatSlidIsFoundAgainInQuarters(double slideX, double slideY, int x, int y) {
        boolean vertical = slideX == 0;
        int[] before = edge(0, vertical);
        int[] after = edge(vertical ? slideY : slideX, vertical);
        SlideEstimate estimate = new SlideEstimate();
        for (int quarter = 0; quarter < 4; quarter++) {
            estimate.measure(after, before, quarter);
        }
        estimate.estimateWhole();
        assertEquals(x, estimate.x());
        assertEquals(y, estimate.y());
    }

    /** A slope four samples wide across the middle of a macroblock. */
    private static int[] edge(double slide, boolean vertical) {
        int[] samples = new int[Samples.COUNT];
        for (int i = 0; i < 256; i++) {
            double place = (vertical ? i / 16 : i % 16) - 7.5 - slide;
            samples[i] = (int) Math.rint(128 + 100 * Math.max(-1, Math.min(1, place / 4)));
        }
        return samples;
    }
}
