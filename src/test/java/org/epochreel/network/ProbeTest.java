package org.epochreel.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.Random;
import org.epochreel.network.kernel.Softmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProbeTest {
    private static final int ROWS = 700;

    /** Neuron by neuron with the library's functions, over more rows than are evaluated at once. */
    @ParameterizedTest
    @EnumSource(Output.class)
    void outputsOfSeveralInputsAreThoseOfTheLayerFormula(Output output) {
        Perceptron network = network(3, 4, output);
        double[] parameters = new Random(1).doubles(network.parameterCount(), -1, 1).toArray();
        double[][] inputs = new double[3][];
        Arrays.setAll(inputs, i -> new Random(i).doubles(ROWS, -3, 3).toArray());
        Probe probe = new Probe(network, inputs);
        double[][] outputs = probe.outputs(parameters);
        int[] classes = new int[ROWS];
        probe.classes(parameters, classes);
        double[][] hidden = new double[5][ROWS];
        probe.activations(parameters, 0, hidden);
        for (int row = 0; row < ROWS; row++) {
            double[] layer = layer(parameters, 0, new double[] {inputs[0][row], inputs[1][row], inputs[2][row]}, 5);
            for (int neuron = 0; neuron < 5; neuron++) {
                layer[neuron] = StrictMath.tanh(layer[neuron]);
                assertEquals(layer[neuron], hidden[neuron][row], 1e-14);
            }
            double[] sums = layer(parameters, 20, layer, 4);
            double[] expected = finished(output, sums);
            int greatest = 0;
            for (int i = 0; i < 4; i++) {
                assertEquals(expected[i], outputs[i][row], 1e-14);
                greatest = sums[i] > sums[greatest] ? i : greatest;
            }
            assertEquals(greatest, classes[row]);
        }
    }

    @Test
    void contributionsOfManyRowsAndTheBiasAddUpToTheCurve() {
        Perceptron network = network(1, 1, Output.IDENTITY);
        double[] parameters = new Random(2).doubles(network.parameterCount(), -1, 1).toArray();
        Probe probe = Probe.line(network, new Random(3).doubles(ROWS, -3, 3).toArray());
        double[][] curves = new double[5][ROWS];
        probe.contributions(parameters, curves);
        double[] sum = new double[ROWS];
        Arrays.fill(sum, parameters[parameters.length - 1]);
        for (double[] curve : curves) {
            for (int row = 0; row < ROWS; row++) {
                sum[row] += curve[row];
            }
        }
        assertArrayEquals(probe.curve(parameters), sum, 1e-14);
    }

    @Test
    void gridsGoRowByRowOfEqualSecondInput() {
        Perceptron network = network(2, 1, Output.SIGMOID);
        double[] parameters = new Random(4).doubles(network.parameterCount(), -1, 1).toArray();
        double[] rows = new Probe(network, new double[][] {{0, 1, 2, 0, 1, 2}, {5, 5, 5, 7, 7, 7}}).curve(parameters);
        Probe grid = Probe.grid(network, ImmutableDoubleArray.of(0, 1, 2), ImmutableDoubleArray.of(5, 7));
        assertArrayEquals(rows, grid.curve(parameters));
    }

    @Test
    void singleOutputSaysTheSecondClassWhereItsSumIsAboveZero() {
        double[][] sums = {{1e-300, 0, -1e-300}};
        assertEquals(1, Decision.of(sums, 0));
        assertEquals(0, Decision.of(sums, 1));
        assertEquals(0, Decision.of(sums, 2));
    }

    @Test
    void firstOfEqualOutputsPrevails() {
        assertEquals(0, Decision.of(new double[][] {{1}, {1}, {0}}, 0));
        // Softmax of these is 1/2 twice, to the last bit.
        double[][] sums = {{-1e-17}, {0}};
        double[][] probabilities = new double[2][1];
        new Softmax(1).apply(sums, 1, probabilities);
        assertEquals(probabilities[0][0], probabilities[1][0]);
        assertEquals(0, Decision.of(sums, 0));
        assertEquals(1, Decision.of(new double[][] {{-1e-15}, {0}}, 0));
    }

    @Test
    void softmaxKeepsTheSmallestProbabilities() {
        double[][] sums = {{0, 1e5}, {-740, -1e5}, {-800, Double.MIN_VALUE}};
        double[][] probabilities = new double[3][2];
        new Softmax(2).apply(sums, 2, probabilities);
        assertEquals(StrictMath.exp(-740), probabilities[1][0]);
        assertArrayEquals(new double[] {1, 1}, probabilities[0]);
        assertEquals(0, probabilities[2][0]);
        assertEquals(0, probabilities[1][1]);
    }

    @Test
    void rowsOfAnotherWidthAreRefused() {
        Perceptron network = network(2, 1, Output.SIGMOID);
        assertThrows(IllegalArgumentException.class, () -> Probe.line(network, new double[4]));
    }

    private static Perceptron network(int inputs, int outputs, Output output) {
        return new Perceptron(new Architecture(
                inputs, ImmutableList.of(5), ImmutableList.of(Activation.TANH), outputs, output, true));
    }

    private static double[] layer(double[] parameters, int first, double[] values, int neurons) {
        double[] sums = new double[neurons];
        for (int neuron = 0; neuron < neurons; neuron++) {
            for (int i = 0; i < values.length; i++) {
                sums[neuron] += parameters[first + neuron * values.length + i] * values[i];
            }
            sums[neuron] += parameters[first + neurons * values.length + neuron];
        }
        return sums;
    }

    private static double[] finished(Output output, double[] sums) {
        double total = Arrays.stream(sums).map(StrictMath::exp).sum();
        return Arrays.stream(sums).map(z -> switch (output) {
            case SIGMOID -> 1 / (1 + StrictMath.exp(-z));
            case TANH -> StrictMath.tanh(z);
            case RELU -> Math.max(0, z);
            case SIN -> StrictMath.sin(z);
            case IDENTITY -> z;
            case SOFTMAX -> StrictMath.exp(z) / total;
        }).toArray();
    }
}
