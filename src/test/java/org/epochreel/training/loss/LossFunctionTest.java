package org.epochreel.training.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.epochreel.scene.TrainingSpec.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossFunctionTest {

    /** Errors 1, -2, 0, 3, 4: squares add up to 30, magnitudes to 10. */
    @ParameterizedTest
    @CsvSource({"MSE, 6, 0.4", "HALF_MSE, 3, 0.2", "SSE, 30, 2", "HALF_SSE, 15, 1", "MAE, 2, 0.2"})
    void lossesAndDerivativesAreThoseOfTheirDefinitions(Loss loss, double expected, double derivativeByFirst) {
        LossFunction function = LossFunction.of(loss, 1, 5);
        double[][] prediction = {{2, 0, 7, 5, 4}};
        double[][] y = {{99, 1, 2, 7, 2, 0}};
        assertEquals(expected, function.loss(function.sum(prediction, y, 1, 5), 5), 1e-15);
        double[][] derivative = new double[1][5];
        function.derivative(prediction, y, 1, 5, 5, derivative);
        assertEquals(derivativeByFirst, derivative[0][0], 1e-15);
        assertEquals(loss == Loss.MAE ? -derivativeByFirst : -2 * derivativeByFirst, derivative[0][1], 1e-15);
        assertEquals(0, derivative[0][2]);
    }

    @Test
    void blocksOfOneSetShareItsSize() {
        LossFunction mean = LossFunction.of(Loss.MSE, 1, 1);
        double[][] derivative = new double[1][1];
        mean.derivative(new double[][] {{3}}, new double[][] {{0}}, 0, 1, 100, derivative);
        assertArrayEquals(new double[] {0.06}, derivative[0], 1e-17);
    }

    /** Errors 1, -2 and 3, 0 of two outputs. */
    @ParameterizedTest
    @CsvSource({"MSE, 3.5, 0.5", "HALF_MSE, 1.75, 0.25", "SSE, 14, 2", "HALF_SSE, 7, 1", "MAE, 1.5, 0.25"})
    void meansAreOverSamplesAndOutputs(Loss loss, double expected, double derivativeByFirst) {
        LossFunction function = LossFunction.of(loss, 2, 2);
        double[][] prediction = {{2, 0}, {8, 5}};
        double[][] y = {{1, 2}, {5, 5}};
        assertEquals(expected, function.loss(function.sum(prediction, y, 0, 2), 2), 1e-15);
        double[][] derivative = new double[2][2];
        function.derivative(prediction, y, 0, 2, 2, derivative);
        assertEquals(derivativeByFirst, derivative[0][0], 1e-15);
        assertEquals(loss == Loss.MAE ? derivativeByFirst : 3 * derivativeByFirst, derivative[1][0], 1e-15);
        assertEquals(0, derivative[1][1]);
    }

    /** Sums 1000, 0, -1000: the first class is certain to the last digit, the last one as far away as can be. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1000", "2, 2000"})
    void crossEntropyOfSoftmaxStaysFiniteFarOut(int own, double expected) {
        LossFunction function = LossFunction.of(Loss.CROSS_ENTROPY, 3, 1);
        double[][] target = new double[3][1];
        target[own][0] = 1;
        assertEquals(expected, function.sum(new double[][] {{1000}, {0}, {-1000}}, target, 0, 1), 1e-15);
    }

    @Test
    void crossEntropyKeepsTheDigitsOfNearCertainty() {
        LossFunction function = LossFunction.of(Loss.CROSS_ENTROPY, 1, 2);
        double[][] sums = {{50, -3}};
        double[][] classes = {{1, 1}};
        double sure = function.sum(sums, classes, 0, 1);
        assertEquals(StrictMath.exp(-50), sure, 1e-15 * sure);
        assertEquals(sure + StrictMath.log1p(StrictMath.exp(3)), function.sum(sums, classes, 0, 2), 1e-15);
        double[][] derivative = new double[1][2];
        function.derivative(sums, classes, 0, 2, 2, derivative);
        assertEquals(-0.5 / (1 + StrictMath.exp(-3)), derivative[0][1], 1e-15);
    }
}
