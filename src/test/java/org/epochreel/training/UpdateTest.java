package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.epochreel.scene.TrainingSpec.Optimiser;
import org.junit.jupiter.api.Test;

/** Three steps on two parameters, worked out by hand from the formulas in exact fractions. */
class UpdateTest {
    private static final double[][] GRADIENTS = {{1, -2}, {3, 0}, {-1, 4}};

    @Test
    void descentGoesAgainstTheGradient() {
        assertSteps(new Optimiser.GradientDescent(), new double[][] {{9.9, 10.2}, {9.6, 10.2}, {9.7, 9.8}}, 1e-14);
    }

    /** Velocities 1, 3.5, 0.75 and -2, -1, 3.5. */
    @Test
    void momentumAddsUpHalvedVelocities() {
        assertSteps(
                new Optimiser.Momentum(0.5), new double[][] {{9.9, 10.2}, {9.55, 10.3}, {9.475, 9.95}}, 1e-14);
    }

    /**
     * With both betas 1/2: m = 1/2, 7/4, 3/8 over 1/2, 3/4, 7/8 are 1, 7/3, 3/7; v = 1/2, 19/4, 23/8 over the same are
     * 1, 19/3, 23/7. Second parameter: m = -1, -1/2, 7/4 give -2, -2/3, 2; v = 2, 1, 17/2 give 4, 4/3, 68/7.
     */
    @Test
    void adamDividesCorrectedMeanByCorrectedRoot() {
        double first = 10 - 0.1;
        double second = first - 0.1 * (7.0 / 3) / Math.sqrt(19.0 / 3);
        double third = second - 0.1 * (3.0 / 7) / Math.sqrt(23.0 / 7);
        double otherFirst = 10 + 0.1;
        double otherSecond = otherFirst + 0.1 * (2.0 / 3) / Math.sqrt(4.0 / 3);
        double otherThird = otherSecond - 0.1 * 2 / Math.sqrt(68.0 / 7);
        assertSteps(
                new Optimiser.Adam(0.5, 0.5, 0),
                new double[][] {{first, otherFirst}, {second, otherSecond}, {third, otherThird}},
                1e-13);
    }

    /** At the first step the corrected mean is g and the corrected root |g|, so a large epsilon shows where it is added. */
    @Test
    void adamsEpsilonStandsBesideTheCorrectedRoot() {
        double[] parameters = {10, 10};
        Update.of(new Optimiser.Adam(0.9, 0.999, 3), 2).step(parameters, new double[] {1, -2}, 0.1);
        assertArrayEquals(new double[] {10 - 0.1 / 4, 10 + 0.2 / 5}, parameters, 1e-14);
    }

    /** With alpha 1/2: v = 1/2, 19/4, 23/8 and 2, 1, 17/2. */
    @Test
    void rmsPropDividesByTheRootOfTheMeanSquare() {
        double first = 10 - 0.1 / Math.sqrt(0.5);
        double second = first - 0.3 / Math.sqrt(19.0 / 4);
        double third = second + 0.1 / Math.sqrt(23.0 / 8);
        double otherFirst = 10 + 0.2 / Math.sqrt(2);
        double otherThird = otherFirst - 0.4 / Math.sqrt(17.0 / 2);
        assertSteps(
                new Optimiser.RmsProp(0.5, 0),
                new double[][] {{first, otherFirst}, {second, otherFirst}, {third, otherThird}},
                1e-13);
    }

    private static void assertSteps(Optimiser optimiser, double[][] expected, double tolerance) {
        Update update = Update.of(optimiser, 2);
        double[] parameters = {10, 10};
        for (int step = 0; step < GRADIENTS.length; step++) {
            update.step(parameters, GRADIENTS[step].clone(), 0.1);
            assertArrayEquals(expected[step], parameters, tolerance, optimiser + " step " + (step + 1));
        }
    }
}
