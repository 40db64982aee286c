package org.epochreel.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.epochreel.network.kernel.ActivationFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    private static final MathContext DIGITS = new MathContext(45);
    private static final double[] EDGES = {
        0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, -Double.MIN_NORMAL, 1e-300, 1e-20, -1e-8,
        0.17328679513998632, 0.17328679513998635, -0.34657359027997264, 0.5, 1, -1, 18.36, 18.37, -18.72, 19.06, 21.9,
        22, 22.1, 36.7, 36.75, -36.74, -37.43, 39.9, 40, 40.1, -708.3, -708.4, -709.78, -709.79, -720, -744.4, -745.1,
        -745.2, -746, -747, 1e10, -1e10, Double.MAX_VALUE, -Double.MAX_VALUE
    };

    /** The witness is off by at most one unit itself, so the differences that it may show are a little larger. */
    @ParameterizedTest
    @CsvSource({
        "SIGMOID, 0.001", "SIGMOID, 1", "SIGMOID, 6", "SIGMOID, 45", "SIGMOID, 750",
        "TANH, 1e-9", "TANH, 0.1", "TANH, 0.4", "TANH, 1", "TANH, 4", "TANH, 25",
        "SIN, 1e-9", "SIN, 1", "SIN, 10", "SIN, 1000", "SIN, 32768", "SIN, 1e6"
    })
    void millionsOfValuesAreNearTheStrictLibrarys(Activation activation, double range) {
        double[] x = new double[1 << 18];
        double[] y = new double[x.length];
        Random random = new Random(7);
        for (int i = 0; i < x.length; i++) {
            x[i] = (2 * random.nextDouble() - 1) * range;
        }
        activation.function(x.length).apply(x, x.length, y);
        for (int i = 0; i < x.length; i++) {
            double expected = strict(activation).applyAsDouble(x[i]);
            double units = Math.abs(y[i] - expected) / Math.ulp(expected);
            assertTrue(units <= 4, activation + " of " + x[i] + " is " + units + " units off " + expected);
        }
    }

    @Test
    void sigmoidIsWithinTwoUnitsOfItsExactValue() {
        assertWithinTwoUnits(Activation.SIGMOID, new double[] {1e-3, 0.5, 3, 8, 38, 100, 745}, x -> {
            BigDecimal exponential = exp(x.negate());
            return BigDecimal.ONE.divide(BigDecimal.ONE.add(exponential), DIGITS);
        });
    }

    @Test
    void hyperbolicTangentIsWithinTwoUnitsOfItsExactValue() {
        assertWithinTwoUnits(Activation.TANH, new double[] {1e-3, 0.18, 0.26, 0.6, 2, 20}, x -> {
            BigDecimal exponential = exp(x.add(x));
            return exponential.subtract(BigDecimal.ONE)
                    .divide(exponential.add(BigDecimal.ONE), new MathContext(60));
        });
    }

    @Test
    void hyperbolicTangentIsOdd() {
        double[] x = new Random(5).doubles(100_000, 0, 23).toArray();
        double[] positive = applied(Activation.TANH, x);
        double[] negative = applied(Activation.TANH, Arrays.stream(x).map(value -> -value).toArray());
        assertArrayEquals(positive, Arrays.stream(negative).map(value -> -value).toArray());
    }

    @Test
    void sineIsWithinTwoUnitsOfItsExactValue() {
        assertWithinTwoUnits(Activation.SIN, new double[] {1e-3, 1.6, 7, 40}, ActivationTest::sin);
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = {"SIGMOID", "TANH", "SIN"})
    void edgesAreNearTheStrictLibrarys(Activation activation) {
        double[] y = new double[EDGES.length];
        activation.function(EDGES.length).apply(EDGES, EDGES.length, y);
        for (int i = 0; i < EDGES.length; i++) {
            double expected = strict(activation).applyAsDouble(EDGES[i]);
            assertEquals(expected, y[i], 4 * Math.ulp(expected), activation + " of " + EDGES[i]);
        }
    }

    @Test
    void infinitiesSaturateAndNothingElseComesOutOfNaN() {
        double[] x = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
        assertArrayEquals(new double[] {1, 0, Double.NaN}, applied(Activation.SIGMOID, x));
        assertArrayEquals(new double[] {1, -1, Double.NaN}, applied(Activation.TANH, x));
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, Double.NaN}, applied(Activation.SIN, x));
        assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, 0, Double.NaN}, applied(Activation.RELU, x));
        assertArrayEquals(x, applied(Activation.IDENTITY, x));
    }

    @Test
    void sigmoidOfALostNeuronIsZeroAndItsDerivativeToo() {
        double[] x = {-746};
        double[] y = applied(Activation.SIGMOID, x);
        assertEquals(0, y[0]);
        double[] gradient = {1e300};
        Activation.SIGMOID.function(1).chain(x, y, 1, gradient);
        assertEquals(0, gradient[0]);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void derivativesAreTheirDifferences(Activation activation) {
        double[] x = {-20, -3, -1.2, -0.3, -1e-3, 1e-3, 0.2, 0.7, 1.5, 4, 30, 1e5};
        double step = 1e-6;
        double[] chained = new double[x.length];
        Arrays.fill(chained, 2);
        ActivationFunction function = activation.function(x.length);
        double[] y = new double[x.length];
        function.apply(x, x.length, y);
        function.chain(x, y, x.length, chained);
        for (int i = 0; i < x.length; i++) {
            double[] ends = applied(activation, new double[] {x[i] - step, x[i] + step});
            assertEquals(2 * (ends[1] - ends[0]) / (2 * step), chained[i], 1e-4, activation + " at " + x[i]);
        }
    }

    @Test
    void rectifierPassesTheSmallestPositiveAndNothingAtZero() {
        double[] x = {Double.MIN_VALUE, 0.0, -0.0, -Double.MIN_VALUE, Double.MAX_VALUE};
        double[] gradient = {3, 3, 3, 3, 3};
        ActivationFunction function = Activation.RELU.function(x.length);
        double[] y = new double[x.length];
        function.apply(x, x.length, y);
        function.chain(x, y, x.length, gradient);
        assertArrayEquals(new double[] {3, 0, 0, 0, 3}, gradient);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void valuesDoNotDependOnTheirNeighbours(Activation activation) {
        double[] x = new Random(3).doubles(1000, -30, 30).toArray();
        double[] together = applied(activation, x);
        for (int i = 0; i < x.length; i += 7) {
            assertEquals(applied(activation, new double[] {x[i]})[0], together[i]);
        }
    }

    private static void assertWithinTwoUnits(
            Activation activation, double[] ranges, UnaryOperator<BigDecimal> exact) {
        Random random = new Random(11);
        double worst = 0;
        for (double range : ranges) {
            double[] x = random.doubles(500, -range, range).toArray();
            double[] y = applied(activation, x);
            for (int i = 0; i < x.length; i++) {
                BigDecimal value = exact.apply(new BigDecimal(x[i]));
                BigDecimal unit = new BigDecimal(Math.ulp(value.doubleValue()));
                double units = new BigDecimal(y[i]).subtract(value).abs().divide(unit, DIGITS).doubleValue();
                assertTrue(units <= 2, activation + " of " + x[i] + " is " + units + " units off");
                worst = Math.max(worst, units);
            }
        }
        System.out.println(activation + ": worst " + worst + " units in the last place");
    }

    private static double[] applied(Activation activation, double[] x) {
        double[] y = new double[x.length];
        activation.function(x.length).apply(x, x.length, y);
        return y;
    }

    private static DoubleUnaryOperator strict(Activation activation) {
        switch (activation) {
            case SIGMOID:
                return x -> x >= 0 ? 1 / (1 + StrictMath.exp(-x)) : StrictMath.exp(x) / (1 + StrictMath.exp(x));
            case TANH:
                return StrictMath::tanh;
            default:
                return StrictMath::sin;
        }
    }

    /** By halving the argument until the series is short, then squaring. */
    private static BigDecimal exp(BigDecimal x) {
        int halvings = Math.max(0, x.precision() - x.scale() + 3) * 4;
        MathContext wide = new MathContext(70);
        BigDecimal small = x.divide(new BigDecimal(BigInteger.ONE.shiftLeft(halvings)), new MathContext(90));
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n < 60; n++) {
            term = term.multiply(small, wide).divide(BigDecimal.valueOf(n), wide);
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, wide);
        }
        return sum;
    }

    private static BigDecimal sin(BigDecimal x) {
        MathContext wide = new MathContext(100);
        BigDecimal square = x.multiply(x, wide).negate();
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int n = 1; n < 120; n++) {
            term = term.multiply(square, wide).divide(BigDecimal.valueOf(2L * n * (2L * n + 1)), wide);
            sum = sum.add(term, wide);
        }
        return sum;
    }
}
