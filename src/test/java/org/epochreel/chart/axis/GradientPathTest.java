package org.epochreel.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import org.epochreel.run.Metrics;
import org.junit.jupiter.api.Test;

class GradientPathTest {

    private static final double NAN = Double.NaN;

    /** The first two gradients of exp(x/5) with two neurons at rate 1, computed elsewhere. */
    @Test
    void theSecondArrowTurnsByTheAngle() {
        GradientPath path = path(new double[] {NAN, 1.4292138948978272, 0.817729920691628},
                new double[] {NAN, NAN, 150.84111816089015});

        assertEquals(0, path.x(0));
        assertEquals(1.4292138948978272, path.x(1), 1e-14);
        assertEquals(0, path.y(1), 1e-14);
        assertEquals(0.715113281347184, path.x(2), 1e-14);
        assertEquals(0.39842507064808436, path.y(2), 1e-14);
    }

    @Test
    void rightAnglesMakeAStaircase() {
        GradientPath path = path(new double[] {NAN, 1, 1, 1, 1, 2}, new double[] {NAN, NAN, 90, 90, 90, 90});

        assertPoint(1, 0, path, 1);
        assertPoint(1, 1, path, 2);
        assertPoint(2, 1, path, 3);
        assertPoint(2, 2, path, 4);
        assertPoint(4, 2, path, 5);
    }

    @Test
    void aGradientWithoutAnAngleGoesStraightOn() {
        assertPoint(2, 0, path(new double[] {NAN, 1, 0, 1}, new double[] {NAN, NAN, NAN, NAN}), 3);
    }

    @Test
    void bothAxesHaveOneScaleAndHoldThePath() {
        GradientPath path = path(new double[] {NAN, 1, 1, 1, 1, 2}, new double[] {NAN, NAN, 90, 90, 90, 90});
        for (double shape : new double[] {0.3, 1, 2.5}) {
            GradientPath.Box box = GradientPath.box(List.of(path), shape);

            assertEquals(shape, (box.x().to() - box.x().from()) / (box.y().to() - box.y().from()), 1e-9);
            assertTrue(box.x().from() < 0 && box.x().to() > 4);
            assertTrue(box.y().from() < 0 && box.y().to() > 2);
        }
    }

    private static void assertPoint(double x, double y, GradientPath path, int epoch) {
        assertEquals(x, path.x(epoch), 1e-12);
        assertEquals(y, path.y(epoch), 1e-12);
    }

    private static GradientPath path(double[] norms, double[] angles) {
        ImmutableDoubleArray zeros = ImmutableDoubleArray.copyOf(new double[norms.length]);
        return GradientPath.of(new Metrics(zeros, zeros, zeros, ImmutableDoubleArray.copyOf(norms),
                ImmutableDoubleArray.copyOf(angles)));
    }
}
