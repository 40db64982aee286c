package org.epochreel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final Matrix PLANE = Matrix.ofColumns(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void matricesAreEqualWhenTheirNumbersAre() {
        assertEquals(PLANE, Matrix.ofColumns(new double[][] {{1, 2, 3}, {4, 5, 6}}));
        assertNotEquals(PLANE, Matrix.ofColumns(new double[][] {{1, 2, 3}, {4, 5, 7}}));
        assertEquals(3, PLANE.rows());
        assertEquals(2, PLANE.width());
        assertEquals(5, PLANE.at(1, 1));
    }

    @Test
    void arraysGivenAndTakenAreCopies() {
        double[][] columns = {{1, 2}};
        Matrix matrix = Matrix.ofColumns(columns);
        columns[0][0] = 9;
        matrix.toColumns()[0][1] = 9;
        assertEquals(Matrix.of(ImmutableDoubleArray.of(1, 2)), matrix);
    }

    @Test
    void columnsOfOtherLengthsAndNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Matrix.ofColumns(new double[][] {{1, 2}, {3}}));
        assertThrows(IllegalArgumentException.class, () -> new Matrix(ImmutableList.of()));
        assertThrows(IllegalArgumentException.class, () -> Matrix.of(ImmutableDoubleArray.of()));
        Matrix one = Matrix.of(ImmutableDoubleArray.of(1));
        assertThrows(IllegalArgumentException.class, () -> new Samples(PLANE, one, Optional.empty()));
    }

    @Test
    void samplesOfOneInputAndOutputHaveAnXAndAY() {
        ImmutableDoubleArray x = ImmutableDoubleArray.of(1, 2);
        ImmutableDoubleArray y = ImmutableDoubleArray.of(3, 4);
        assertEquals(x, new Samples(x, y).x());
        assertEquals(y, new Samples(x, y).y());
        Samples plane = new Samples(PLANE, PLANE, Optional.empty());
        assertThrows(IllegalStateException.class, plane::x);
        assertThrows(IllegalStateException.class, plane::y);
    }

    @Test
    void labelsAreTargetsOfOneOutputOrOfOneAClass() {
        Samples two = Samples.labelled(PLANE, labels(2, 1, 0, 1));
        assertEquals(Matrix.of(ImmutableDoubleArray.of(1, 0, 1)), two.targets(1));
        assertEquals(Matrix.ofColumns(new double[][] {{0, 1, 0}, {1, 0, 1}}), two.targets(2));
        Samples three = Samples.labelled(PLANE, labels(3, 1, 0, 2));
        assertEquals(Matrix.ofColumns(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}), three.targets(3));
        assertThrows(IllegalArgumentException.class, () -> three.targets(1));
        assertThrows(IllegalArgumentException.class, () -> new Samples(PLANE, PLANE, Optional.empty()).targets(1));
    }

    @Test
    void labelsOutsideTheirClassesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> labels(2, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> labels(1, 0, 0));
        Labels fewer = labels(2, 0, 1);
        assertThrows(IllegalArgumentException.class, () -> Samples.labelled(PLANE, fewer));
    }

    private static Labels labels(int classes, int... indices) {
        ImmutableList<String> names = ImmutableList.of("a", "b", "c").subList(0, classes);
        return new Labels(names, ImmutableIntArray.copyOf(indices));
    }
}
