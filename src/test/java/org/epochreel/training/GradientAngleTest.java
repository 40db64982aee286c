package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientAngleTest {

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 2, 90", "1, 0, -3, 0, 180", "2, 2, 5, 5, 0", "1, 0, 1, 1, 45", "3, 4, -4, 3, 90"})
    void anglesAreThoseOfTheirVectors(double a, double b, double c, double d, double degrees) {
        GradientAngle angle = new GradientAngle(2);
        angle.add(new double[] {a, b});
        assertEquals(Double.NaN, angle.degrees());
        assertEquals(Math.hypot(a, b), angle.norm(), 1e-15);
        angle.add(new double[] {c, d});
        assertEquals(degrees, angle.degrees(), 1e-13);
    }

    @Test
    void tinyAnglesKeepTheirDigits() {
        GradientAngle angle = new GradientAngle(2);
        angle.add(new double[] {1, 0});
        angle.add(new double[] {1, 1e-12});
        assertEquals(1e-12 * 180 / Math.PI, angle.degrees(), 1e-24);
    }

    @Test
    void nothingHasAnAngleToAZeroGradient() {
        GradientAngle angle = new GradientAngle(2);
        angle.add(new double[] {1, 0});
        angle.add(new double[] {0, 0});
        assertEquals(0, angle.norm());
        assertEquals(Double.NaN, angle.degrees());
        angle.add(new double[] {0, 1});
        assertEquals(Double.NaN, angle.degrees());
        angle.add(new double[] {1, 0});
        assertEquals(90, angle.degrees(), 1e-13);
    }

    @ParameterizedTest
    @CsvSource({"1e300", "1e-300", "1"})
    void normsWhoseSquaresAreNoDoublesAreStillRight(double unit) {
        GradientAngle angle = new GradientAngle(2);
        angle.add(new double[] {3 * unit, -4 * unit});
        assertEquals(5 * unit, angle.norm(), 1e-15 * unit);
    }
}
