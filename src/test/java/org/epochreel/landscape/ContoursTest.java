package org.epochreel.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.epochreel.landscape.LogField.Lattice;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;

class ContoursTest {

    private static Lattice lattice(int size, DoubleBinaryOperator value) {
        double[] values = new double[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                values[row * size + column] = value.applyAsDouble(column, row);
            }
        }
        return new Lattice(size, size, values);
    }

    @Test
    void aBowlIsCutInCircles() {
        ImmutableList<Contours.Line> lines =
                Contours.of(lattice(61, (x, y) -> (x - 30) * (x - 30) + (y - 30) * (y - 30)), 400);

        assertEquals(1, lines.size());
        assertTrue(lines.get(0).closed());
        for (int i = 0; i < lines.get(0).x().length; i++) {
            assertEquals(20, Math.hypot(lines.get(0).x()[i] - 30, lines.get(0).y()[i] - 30), 0.02);
        }
    }

    @Test
    void aSlopeIsCutInAnOpenLineFromBorderToBorder() {
        ImmutableList<Contours.Line> lines = Contours.of(lattice(11, (x, y) -> x + 2 * y), 7.5);

        assertEquals(1, lines.size());
        assertFalse(lines.get(0).closed());
        for (int i = 0; i < lines.get(0).x().length; i++) {
            assertEquals(7.5, lines.get(0).x()[i] + 2 * lines.get(0).y()[i], 1e-12);
        }
        int last = lines.get(0).x().length - 1;
        assertTrue(lines.get(0).y()[0] == 0 || lines.get(0).x()[0] == 0);
        assertTrue(lines.get(0).y()[last] == 0 || lines.get(0).x()[last] == 0);
    }

    @Test
    void everyLineOfASaddleEndsAtTheBorderOrInItself() {
        for (double level = -0.9; level < 1; level += 0.17) {
            double cut = level;
            for (Contours.Line line : Contours.of(lattice(2, (x, y) -> x == y ? 1 : -1), cut)) {
                assertEquals(2, line.x().length);
            }
            assertEquals(2, Contours.of(lattice(2, (x, y) -> x == y ? 1 : -1), cut).size());
        }
    }

    @Test
    void aFieldThatIsAParabolaIsMetBetweenTheNodes() {
        double[] losses = new double[13 * 13];
        for (int row = 0; row < 13; row++) {
            for (int column = 0; column < 13; column++) {
                losses[row * 13 + column] = StrictMath.pow(10, parabola(column, row));
            }
        }
        LossGrid grid = new LossGrid(new Window(new Range(0, 12), new Range(0, 12)), 13,
                ImmutableDoubleArray.copyOf(losses), Optional.empty());
        Lattice fine = new LogField(grid).lattice(49, 49);
        for (int row = 4; row < 45; row++) {
            for (int column = 4; column < 45; column++) {
                assertEquals(parabola(column / 4.0, row / 4.0), fine.values()[row * 49 + column], 1e-12);
            }
        }
    }

    private static double parabola(double x, double y) {
        return 0.03 * (x - 4) * (x - 4) + 0.05 * (y - 7) * (y - 7) - 0.02 * x * y;
    }

    @Test
    void lossesThatAreNotNumbersCountAsTheLargest() {
        double[] losses = new double[16];
        Arrays.fill(losses, 2);
        losses[3] = Double.POSITIVE_INFINITY;
        losses[4] = Double.NaN;
        losses[5] = 100;
        losses[6] = 0;
        LossGrid grid = new LossGrid(new Window(new Range(0, 1), new Range(0, 1)), 4,
                ImmutableDoubleArray.copyOf(losses), Optional.empty());
        LogField field = new LogField(grid);

        assertEquals(2, field.greatest());
        assertEquals(StrictMath.log10(2), field.least());
        for (double value : field.lattice(4, 4).values()) {
            assertTrue(value > field.least() - 1e-9 && value < field.greatest() + 1e-9);
        }
    }
}
