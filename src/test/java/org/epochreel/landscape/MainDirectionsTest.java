package org.epochreel.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainDirectionsTest {

    private static double[] multiplied(Motion motion, double[] vector) {
        double[] product = new double[vector.length];
        motion.multiply(vector, product);
        return product;
    }

    @ParameterizedTest
    @CsvSource({"5,3", "3,40", "200,20", "30,700", "400,90"})
    void directionsAreEigenvectorsAndNothingElseIsLarger(int rows, int size) {
        Random random = new Random(rows);
        List<double[]> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = random.nextGaussian() * (i % 7 == 0 ? 4 : 1) * (rows - row);
            }
            all.add(values);
        }
        Motion motion = Motion.ofRows(all);
        MainDirections main = MainDirections.of(motion);

        double first = main.firstShare() * motion.total();
        double second = main.secondShare() * motion.total();
        double[] byFirst = multiplied(motion, main.first());
        double[] bySecond = multiplied(motion, main.second());
        for (int i = 0; i < size; i++) {
            assertEquals(first * main.first()[i], byFirst[i], 1e-9 * first);
            assertEquals(second * main.second()[i], bySecond[i], 1e-9 * first);
        }
        assertEquals(0, Vectors.product(main.first(), main.second()), 1e-9);
        for (int trial = 0; trial < 50; trial++) {
            double[] other = random.doubles(size, -1, 1).toArray();
            Vectors.removeFrom(other, main.first());
            Vectors.removeFrom(other, main.second());
            Vectors.normalise(other);
            assertTrue(Vectors.product(other, multiplied(motion, other)) <= second * (1 + 1e-9));
        }
    }

    @Test
    void aStraightWayHasASecondDirectionUprightOnIt() {
        Motion motion = Motion.ofRows(List.of(new double[] {-3, -4, 0}, new double[] {-6, -8, 0}, new double[3]));
        MainDirections main = MainDirections.of(motion);

        assertEquals(0.6, main.first()[0], 1e-12);
        assertEquals(0.8, main.first()[1], 1e-12);
        assertEquals(1, main.firstShare(), 1e-12);
        assertEquals(0, main.secondShare(), 1e-12);
        assertEquals(0, Vectors.product(main.first(), main.second()), 1e-12);
        assertEquals(1, Vectors.length(main.second()), 1e-12);
    }

    @Test
    void whereNothingMovesThereAreStillTwoDirections() {
        MainDirections main = MainDirections.of(Motion.ofRows(List.of(new double[4])));

        assertEquals(1, Vectors.length(main.first()));
        assertEquals(0, Vectors.product(main.first(), main.second()));
        assertEquals(0, main.firstShare());
    }
}
