package org.epochreel.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimeLeftTest {

    @Test
    void whatTheLastSecondsTookIsWhatTheRestIsExpectedToTake() {
        TimeLeft left = new TimeLeft(0, 0);
        double now = 0;
        double estimate = Double.NaN;
        // A hundred frames a second at first, then ten: after ten seconds of those nothing is left of the former.
        for (int frame = 0; frame <= 1000; frame++) {
            estimate = left.drawn(now, frame, 2000);
            now += frame < 500 ? 0.01 : 0.1;
        }
        assertEquals(100, estimate, 2);
    }

    @Test
    void whileItIsTrainedTheDrawingThatIsToComeCounts() {
        TimeLeft left = new TimeLeft(20, 60);
        for (int epoch = 0; epoch < 100; epoch++) {
            left.trained(epoch / 10.0, epoch, 1000);
        }
        // It trains five times as slow as expected, so that drawing is thought to take four times as long, the most.
        assertEquals(90 + 4 * 60, left.trained(10, 100, 1000), 2);
    }

    @Test
    void theEstimateFallsFromTheTenthSecondOnWhenFramesTakeLongerAndLonger() {
        TimeLeft left = new TimeLeft(0, 0);
        double now = 0;
        double before = Double.MAX_VALUE;
        int frames = 2400;
        for (int frame = 0; frame < frames; frame++) {
            double estimate = left.drawn(now, frame, frames);
            if (now > 10 && frame % 100 == 0) {
                assertTrue(estimate < before, "at " + now + " s, " + estimate + " after " + before);
                before = estimate;
            }
            now += 0.02 + 0.02 * frame / frames;
        }
    }
}
