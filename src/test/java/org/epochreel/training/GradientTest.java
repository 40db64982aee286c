package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.Model;
import org.epochreel.network.Perceptron;
import org.epochreel.scene.TrainingSpec.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backpropagation against differences of the loss, which know nothing of it. */
class GradientTest {
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource(Loss.class)
    void gradientsOfRandomArchitecturesAreTheirDifferences(Loss loss) {
        Random random = new Random(loss.ordinal());
        Comparison comparison = new Comparison("differences, " + loss);
        for (int round = 0; round < 40; round++) {
            List<Integer> hidden = new ArrayList<>();
            List<Activation> activations = new ArrayList<>();
            for (int layer = 0; layer <= random.nextInt(3); layer++) {
                hidden.add(1 + random.nextInt(9));
                activations.add(any(random));
            }
            Architecture architecture = new Architecture(
                    ImmutableList.copyOf(hidden), ImmutableList.copyOf(activations), any(random), random.nextBoolean());
            compare(architecture.toString(), new Perceptron(architecture), loss, 1 + random.nextInt(40), random, comparison);
        }
        comparison.print();
    }

    @ParameterizedTest
    @EnumSource(CurveFamily.class)
    void gradientsOfCurveFamiliesAreTheirDifferences(CurveFamily family) {
        Comparison comparison = new Comparison("differences, " + family);
        Random random = new Random(1);
        for (Loss loss : Loss.values()) {
            compare(loss.toString(), family, loss, 30, random, comparison);
        }
        comparison.print();
    }

    @Test
    void sumsOverManyBlocksAreTheSumsOfTheirParts() {
        Perceptron network = new Perceptron(new Architecture(
                ImmutableList.of(6, 5), ImmutableList.of(Activation.TANH, Activation.SIGMOID), Activation.IDENTITY, true));
        Random random = new Random(2);
        double[] parameters = random.doubles(network.parameterCount(), -1, 1).toArray();
        double[] x = random.doubles(1000, -3, 3).toArray();
        double[] y = random.doubles(1000, -3, 3).toArray();
        LossAndGradient sse = new LossAndGradient(network, new LossFunction(Loss.SSE));
        double[] whole = new double[parameters.length];
        double loss = sse.lossAndGradient(parameters, x, y, 0, 1000, whole);
        double[] sum = new double[parameters.length];
        double losses = 0;
        for (int from = 0; from < 1000; from += 100) {
            double[] part = new double[parameters.length];
            losses += sse.lossAndGradient(parameters, x, y, from, 100, part);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        assertEquals(losses, loss, 1e-11 * loss);
        assertEquals(loss, sse.loss(parameters, x, y, 0, 1000));
        for (int i = 0; i < sum.length; i++) {
            assertEquals(sum[i], whole[i], 1e-10);
        }
    }

    private static void compare(
            String what, Model model, Loss loss, int count, Random random, Comparison comparison) {
        LossAndGradient lossAndGradient = new LossAndGradient(model, new LossFunction(loss));
        double[] parameters = random.doubles(model.parameterCount(), -1.5, 1.5).toArray();
        double[] x = random.doubles(count, -2, 2).toArray();
        double[] y = random.doubles(count, 5, 9).toArray();
        double[] gradient = new double[parameters.length];
        double value = lossAndGradient.lossAndGradient(parameters, x, y, 0, count, gradient);
        for (int i = 0; i < parameters.length; i++) {
            double[] slopes = new double[3];
            for (int side = -1; side <= 1; side += 2) {
                double[] moved = parameters.clone();
                moved[i] += side * STEP;
                slopes[side + 1] = side * (lossAndGradient.loss(moved, x, y, 0, count) - value) / STEP;
            }
            // A rectifier has a corner; where one lies between, the two slopes differ and say nothing.
            double scale = Math.max(1, Math.abs(value));
            if (Math.abs(slopes[0] - slopes[2]) < 1e-2 * scale) {
                comparison.within(what + " by parameter " + i, 0.5 * (slopes[0] + slopes[2]), 1e-7 * scale, gradient[i]);
            }
        }
    }

    private static Activation any(Random random) {
        return Activation.values()[random.nextInt(Activation.values().length)];
    }
}
