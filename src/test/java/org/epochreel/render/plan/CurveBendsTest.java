package org.epochreel.render.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import org.epochreel.data.Samples;
import org.epochreel.frame.FrameSize;
import org.epochreel.network.CurveFamily;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;

class CurveBendsTest {

    private static final Samples POINTS = new Samples(ImmutableDoubleArray.of(-1, 1), ImmutableDoubleArray.of(0, 0));
    private static final FrameSize SIZE = new FrameSize(1000, 600);

    private static ImmutableDoubleArray bends(double frequency) {
        return CurveBends.of(CurveFamily.SINUSOIDAL, POINTS, new Range(-3, 3), new Range(-1.2, 1.2), SIZE,
                List.of(new double[] {1, 1, 0, 0}, new double[] {1, frequency, 0, 0}));
    }

    @Test
    void gentleCurvesNeedNoMore() {
        assertEquals(0, bends(2).length());
    }

    @Test
    void fastWavesAreSeenFourTimesAPixelWhereTheyBend() {
        ImmutableDoubleArray bends = bends(80);
        double pixel = 6.0 / 1000;

        assertTrue(bends.length() > 2000, bends.length() + " points");
        for (int i = 1; i < bends.length(); i++) {
            assertTrue(bends.get(i) > bends.get(i - 1));
        }
        long fine = 0;
        for (int i = 1; i < bends.length(); i++) {
            fine += bends.get(i) - bends.get(i - 1) < 0.51 * pixel ? 1 : 0;
        }
        assertTrue(fine > 0.9 * bends.length(), fine + " near each other");
    }
}
