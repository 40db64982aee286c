package org.epochreel.render.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {

    @Test
    void everyKthEpochEndsWithTheLastOnce() {
        assertEquals(ImmutableIntArray.of(0, 3, 6, 7), new Pacing(7).every(3));
        assertEquals(ImmutableIntArray.of(0, 3, 6), new Pacing(6).every(3));
        assertEquals(ImmutableIntArray.of(0), new Pacing(0).every(3));
        assertEquals(ImmutableIntArray.of(0, 2), new Pacing(2).every(100));
    }

    @Test
    void evenPaceSpreadsFramesOverTheRun() {
        assertEquals(ImmutableIntArray.of(0, 25, 50, 75, 100), new Pacing(100).evenly(5));
        assertEquals(ImmutableIntArray.of(100), new Pacing(100).evenly(1));
        assertEquals(ImmutableIntArray.of(0, 1, 1, 2, 2), new Pacing(2).evenly(5), "too few epochs repeat");
    }

    @Test
    void logarithmicPaceShowsTheFirstEpochsOneByOneAndEndsInEqualRatios() {
        ImmutableIntArray epochs = new Pacing(50_000).logarithmically(600);
        assertEquals(600, epochs.length());
        assertRises(epochs, 50_000);
        for (int i = 0; i < 50; i++) {
            assertEquals(i, epochs.get(i));
        }
        double early = (epochs.get(400) + 1.0) / (epochs.get(399) + 1.0);
        double late = (epochs.get(590) + 1.0) / (epochs.get(589) + 1.0);
        assertEquals(early, late, 0.002);
    }

    @ParameterizedTest
    @CsvSource({"4, 1000", "30, 1000", "900, 1000", "900, 50000"})
    void motionPaceGivesTheFramesAskedForWithNoJumpHidden(int count, int lastEpoch) {
        ImmutableDoubleArray distance = wildRun(lastEpoch);
        ImmutableIntArray epochs = new Pacing(lastEpoch).byMotion(count, distance);
        assertEquals(count, epochs.length());
        assertRises(epochs, lastEpoch);
    }

    @Test
    void motionPaceMovesTheCurveByAboutTheSameDistanceEachFrameAndShowsAJumpAlone() {
        int lastEpoch = 20_000;
        int jump = 12_345;
        double[] distances = new double[lastEpoch + 1];
        for (int e = 1; e <= lastEpoch; e++) {
            distances[e] = e < 1000 ? 0.01 : 0.001;
        }
        distances[jump] = 5;
        ImmutableDoubleArray distance = ImmutableDoubleArray.copyOf(distances);
        ImmutableIntArray epochs = new Pacing(lastEpoch).byMotion(300, distance);
        double longest = 0;
        for (int i = 1; i < epochs.length(); i++) {
            if (epochs.get(i) == jump) {
                assertEquals(jump - 1, epochs.get(i - 1), "the jump has a frame of its own");
                continue;
            }
            longest = Math.max(longest, moved(distance, epochs.get(i - 1), epochs.get(i)));
        }
        double mean = (moved(distance, 0, lastEpoch) - 5) / 299;
        assertTrue(longest < 1.2 * mean, longest + " against a mean of " + mean);
    }

    @Test
    void motionPaceOfACurveThatNeverMovesIsEven() {
        assertEquals(new Pacing(1000).evenly(50), new Pacing(1000).byMotion(50, ImmutableDoubleArray.copyOf(new double[1001])));
    }

    private static ImmutableDoubleArray wildRun(int lastEpoch) {
        double[] distances = new double[lastEpoch + 1];
        for (int e = 1; e <= lastEpoch; e++) {
            distances[e] = e % 97 == 0 ? 40 : 1.0 / e;
        }
        return ImmutableDoubleArray.copyOf(distances);
    }

    private static double moved(ImmutableDoubleArray distance, int from, int to) {
        double sum = 0;
        for (int e = from + 1; e <= to; e++) {
            sum += distance.get(e);
        }
        return sum;
    }

    private static void assertRises(ImmutableIntArray epochs, int last) {
        assertEquals(0, epochs.get(0));
        assertEquals(last, epochs.get(epochs.length() - 1));
        for (int i = 1; i < epochs.length(); i++) {
            assertTrue(epochs.get(i) > epochs.get(i - 1), "frame " + i);
        }
    }
}
