package org.epochreel.training;

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
        LossFunction function = new LossFunction(loss);
        double[] prediction = {2, 0, 7, 5, 4};
        double[] y = {99, 1, 2, 7, 2, 0};
        assertEquals(expected, function.loss(function.sum(prediction, y, 1, 5), 5), 1e-15);
        double[] gradient = new double[5];
        function.outputGradient(prediction, y, 1, 5, 5, gradient);
        assertEquals(derivativeByFirst, gradient[0], 1e-15);
        assertEquals(loss == Loss.MAE ? -derivativeByFirst : -2 * derivativeByFirst, gradient[1], 1e-15);
        assertEquals(0, gradient[2]);
    }

    @Test
    void blocksOfOneSetShareItsSize() {
        LossFunction mean = new LossFunction(Loss.MSE);
        double[] gradient = new double[1];
        mean.outputGradient(new double[] {3}, new double[] {0}, 0, 1, 100, gradient);
        assertArrayEquals(new double[] {0.06}, gradient, 1e-17);
    }
}
