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

        assertPoint(0, 0, path, 0);
        assertPoint(1.4292138948978272, 0, path, 1);
        assertPoint(0.715113281347184, 0.39842507064808436, path, 2);
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
    void thePathGoesToTheRightAsAWhole() {
        GradientPath path = path(new double[] {NAN, 1, 1, 1, 1, 2}, new double[] {NAN, NAN, 90, 90, 90, 90});
        double xy = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i <= 5; i++) {
            meanX += path.x(i) / 6;
            meanY += path.y(i) / 6;
        }
        for (int i = 0; i <= 5; i++) {
            xy += (path.x(i) - meanX) * (path.y(i) - meanY);
        }
        assertEquals(0, xy, 1e-12);
        assertTrue(path.x(5) > 4);
    }

    @Test
    void lengthsUpwardsAreEnlargedByARoundFactorWhereThePathWouldBeAStick() {
        GradientPath path = path(new double[] {NAN, 1, 1, 1, 1, 2}, new double[] {NAN, NAN, 90, 90, 90, 90});
        for (double shape : new double[] {0.3, 1, 2.5}) {
            GradientPath.Box box = GradientPath.box(List.of(path), shape);

            assertEquals(shape * box.across(),
                    (box.x().to() - box.x().from()) / (box.y().to() - box.y().from()), 1e-9);
            assertEquals(shape == 0.3 ? 10 : shape == 1 ? 2 : 1, box.across());
            for (int i = 0; i <= 5; i++) {
                assertTrue(path.x(i) > box.x().from() && path.x(i) < box.x().to());
                assertTrue(path.y(i) > box.y().from() && path.y(i) < box.y().to());
            }
        }
    }

    // Of the path as it was before it was turned: the first arrow to the right.
    private static void assertPoint(double x, double y, GradientPath path, int epoch) {
        double norm = StrictMath.sqrt(path.x(1) * path.x(1) + path.y(1) * path.y(1));
        double cos = path.x(1) / norm;
        double sin = path.y(1) / norm;
        assertEquals(x, path.x(epoch) * cos + path.y(epoch) * sin, 1e-12);
        assertEquals(y, path.y(epoch) * cos - path.x(epoch) * sin, 1e-12);
    }

    private static GradientPath path(double[] norms, double[] angles) {
        ImmutableDoubleArray zeros = ImmutableDoubleArray.copyOf(new double[norms.length]);
        return GradientPath.of(new Metrics(zeros, zeros, zeros, ImmutableDoubleArray.copyOf(norms),
                ImmutableDoubleArray.copyOf(angles)));
    }
}
