package org.epochreel.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerceptronTest {

    /** The textbook's loops, neuron by neuron, with the library's tanh. */
    @Test
    void predictionsAreThoseOfTheLayerFormula() {
        int[] sizes = {1, 7, 3, 1};
        Perceptron network = network(true, 7, 3);
        double[] parameters = new Random(1).doubles(network.parameterCount(), -1, 1).toArray();
        double[] x = new Random(2).doubles(50, -4, 4).toArray();
        double[] predicted = predict(network.evaluator(40), parameters, 10, 40, x);
        for (int s = 0; s < 40; s++) {
            double[] values = {x[10 + s]};
            int next = 0;
            for (int layer = 1; layer < sizes.length; layer++) {
                double[] outputs = new double[sizes[layer]];
                for (int neuron = 0; neuron < sizes[layer]; neuron++) {
                    for (double value : values) {
                        outputs[neuron] += parameters[next++] * value;
                    }
                }
                for (int neuron = 0; neuron < sizes[layer]; neuron++) {
                    outputs[neuron] += parameters[next++];
                    if (layer < 3) {
                        outputs[neuron] = StrictMath.tanh(outputs[neuron]);
                    }
                }
                values = outputs;
            }
            assertEquals(values[0], predicted[s], 1e-14);
        }
    }

    @Test
    void contributionsAndTheOutputBiasAddUpToThePrediction() {
        Perceptron network = network(true, 4, 6);
        double[] parameters = new Random(3).doubles(network.parameterCount(), -1, 1).toArray();
        double[] x = {-1, 0, 0.5, 2};
        Model.Evaluator evaluator = network.evaluator(10);
        double[] predicted = predict(evaluator, parameters, 0, 4, x);
        double[] sum = new double[4];
        Arrays.fill(sum, parameters[parameters.length - 1]);
        assertEquals(6, network.neurons());
        for (int neuron = 0; neuron < network.neurons(); neuron++) {
            double[] curve = new double[4];
            evaluator.contribution(parameters, neuron, curve);
            for (int s = 0; s < 4; s++) {
                sum[s] += curve[s];
            }
        }
        assertArrayEquals(predicted, sum, 1e-15);
    }

    @Test
    void parametersAreGroupedByLayerInTheirOrder() {
        assertEquals(
                List.of(
                        new ParameterGroup("layer 1 weights", 0, 3),
                        new ParameterGroup("layer 1 biases", 3, 3),
                        new ParameterGroup("layer 2 weights", 6, 6),
                        new ParameterGroup("layer 2 biases", 12, 2),
                        new ParameterGroup("output weights", 14, 2),
                        new ParameterGroup("output bias", 16, 1)),
                network(true, 3, 2).parameterGroups());
        assertEquals(17, network(true, 3, 2).parameterCount());
    }

    @Test
    void networkWithoutBiasesHasNoneAndPassesThroughTheOrigin() {
        Perceptron network = network(false, 5);
        assertEquals(
                List.of(new ParameterGroup("layer 1 weights", 0, 5), new ParameterGroup("output weights", 5, 5)),
                network.parameterGroups());
        double[] parameters = new Random(1).doubles(10).toArray();
        assertEquals(0, predict(network.evaluator(1), parameters, 0, 1, new double[] {0})[0]);
    }

    @Test
    void predictionsDoNotDependOnTheBlockThatTheyAreMadeIn() {
        Perceptron network = network(true, 9, 5);
        double[] parameters = new Random(5).doubles(network.parameterCount(), -2, 2).toArray();
        double[] x = new Random(6).doubles(100, -4, 4).toArray();
        Model.Evaluator evaluator = network.evaluator(100);
        double[] together = predict(evaluator, parameters, 0, 100, x);
        for (int s = 0; s < 100; s++) {
            assertEquals(together[s], predict(evaluator, parameters, s, 1, x)[0]);
        }
    }

    @Test
    void moreSamplesThanPreparedForAreRefused() {
        Model.Evaluator evaluator = network(true, 2).evaluator(3);
        assertThrows(
                IllegalArgumentException.class,
                () -> predict(evaluator, new double[7], 0, 4, new double[4]));
    }

    @Test
    void familiesNameTheirOwnParametersAndHaveNoNeurons() {
        assertEquals(
                List.of(
                        new ParameterGroup("a", 0, 1), new ParameterGroup("b", 1, 1),
                        new ParameterGroup("c", 2, 1), new ParameterGroup("d", 3, 1)),
                CurveFamily.SINUSOIDAL.parameterGroups());
        assertEquals(0, CurveFamily.LINEAR.neurons());
        double[] x = {9, 1, -2};
        assertArrayEquals(
                new double[] {9, 6},
                predict(CurveFamily.QUADRATIC.evaluator(2), new double[] {2, 3, 4}, 1, 2, x));
        assertArrayEquals(new double[] {5, -1}, predict(CurveFamily.LINEAR.evaluator(2), new double[] {2, 3}, 1, 2, x));
        assertArrayEquals(
                new double[] {2 * StrictMath.sin(3.5) + 1, 2 * StrictMath.sin(-5.5) + 1},
                predict(CurveFamily.SINUSOIDAL.evaluator(2), new double[] {2, 3, 0.5, 1}, 1, 2, x),
                1e-14);
    }

    private static double[] predict(
            Model.Evaluator evaluator, double[] parameters, int from, int count, double[] x) {
        evaluator.forward(parameters, new double[][] {x}, from, count);
        return Arrays.copyOf(evaluator.outputs()[0], count);
    }

    private static Perceptron network(boolean bias, Integer... hidden) {
        return new Perceptron(new Architecture(
                ImmutableList.copyOf(hidden),
                ImmutableList.copyOf(Collections.nCopies(hidden.length, Activation.TANH)),
                Activation.IDENTITY,
                bias));
    }
}
