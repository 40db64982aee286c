package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.Model;
import org.epochreel.network.Output;
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
                    1 + random.nextInt(4), ImmutableList.copyOf(hidden), ImmutableList.copyOf(activations),
                    1 + random.nextInt(4), Output.values()[random.nextInt(Output.values().length)],
                    random.nextBoolean());
            Perceptron network = new Perceptron(architecture);
            compare(architecture.toString(), network, loss, 1 + random.nextInt(40), random, comparison);
        }
        comparison.print();
    }

    @ParameterizedTest
    @EnumSource(CurveFamily.class)
    void gradientsOfCurveFamiliesAreTheirDifferences(CurveFamily family) {
        Comparison comparison = new Comparison("differences, " + family);
        Random random = new Random(1);
        for (Loss loss : EnumSet.complementOf(EnumSet.of(Loss.CROSS_ENTROPY))) {
            compare(loss.toString(), family, loss, 30, random, comparison);
        }
        comparison.print();
    }

    @Test
    void sumsOverManyBlocksAreTheSumsOfTheirParts() {
        Perceptron network = new Perceptron(new Architecture(
                ImmutableList.of(6, 5),
                ImmutableList.of(Activation.TANH, Activation.SIGMOID),
                Activation.IDENTITY,
                true));
        Random random = new Random(2);
        double[] parameters = random.doubles(network.parameterCount(), -1, 1).toArray();
        Rows rows = new Rows(
                new double[][] {random.doubles(1000, -3, 3).toArray()},
                new double[][] {random.doubles(1000, -3, 3).toArray()});
        LossAndGradient sse = new LossAndGradient(network, Loss.SSE);
        double[] whole = new double[parameters.length];
        double loss = sse.lossAndGradient(parameters, rows, 0, 1000, whole);
        double[] sum = new double[parameters.length];
        double losses = 0;
        for (int from = 0; from < 1000; from += 100) {
            double[] part = new double[parameters.length];
            losses += sse.lossAndGradient(parameters, rows, from, 100, part);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        assertEquals(losses, loss, 1e-11 * loss);
        assertEquals(loss, sse.loss(parameters, rows));
        for (int i = 0; i < sum.length; i++) {
            assertEquals(sum[i], whole[i], 1e-10);
        }
    }

    private static void compare(
            String what, Model model, Loss loss, int count, Random random, Comparison comparison) {
        LossAndGradient lossAndGradient = new LossAndGradient(model, loss);
        double[] parameters = random.doubles(model.parameterCount(), -1.5, 1.5).toArray();
        double[][] inputs = new double[model.inputs()][];
        Arrays.setAll(inputs, i -> random.doubles(count, -2, 2).toArray());
        double[][] targets = new double[model.outputs()][];
        Arrays.setAll(targets, i -> random.doubles(count, 5, 9).toArray());
        if (loss == Loss.CROSS_ENTROPY) {
            classes(random, targets);
        }
        Rows rows = new Rows(inputs, targets);
        double[] gradient = new double[parameters.length];
        double value = lossAndGradient.lossAndGradient(parameters, rows, 0, count, gradient);
        for (int i = 0; i < parameters.length; i++) {
            double[] slopes = new double[3];
            for (int side = -1; side <= 1; side += 2) {
                double[] moved = parameters.clone();
                moved[i] += side * STEP;
                slopes[side + 1] = side * (lossAndGradient.loss(moved, rows) - value) / STEP;
            }
            // A rectifier has a corner; where one lies between, the two slopes differ and say nothing.
            double scale = Math.max(1, Math.abs(value));
            if (Math.abs(slopes[0] - slopes[2]) < 1e-2 * scale) {
                double slope = 0.5 * (slopes[0] + slopes[2]);
                comparison.within(what + " by parameter " + i, slope, 1e-7 * scale, gradient[i]);
            }
        }
    }

    /** One class of each sample, or of a single output yes or no. */
    private static void classes(Random random, double[][] targets) {
        for (int s = 0; s < targets[0].length; s++) {
            int own = random.nextInt(Math.max(2, targets.length));
            for (int i = 0; i < targets.length; i++) {
                targets[i][s] = i == own ? 1 : 0;
            }
        }
    }

    private static Activation any(Random random) {
        return Activation.values()[random.nextInt(Activation.values().length)];
    }
}
