package org.epochreel.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels that work on many numbers at a time against one loop a sum, to the last bit. */
class SameBitsTest {
    private static final int[] WIDTHS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 32};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 23, 24, 25, 63, 64, 65, 255, 256, 257})
    void layersOfEveryWidthGiveTheBitsOfPlainLoops(int count) {
        Random random = new Random(count);
        for (int fanIn : WIDTHS) {
            for (int fanOut : WIDTHS) {
                compare(architecture(random, fanIn, List.of(fanOut, 1 + random.nextInt(5)), fanOut), count, random);
            }
        }
    }

    @Test
    void randomNetworksGiveTheBitsOfPlainLoops() {
        Random random = new Random(99);
        for (int round = 0; round < 300; round++) {
            List<Integer> hidden = new ArrayList<>();
            for (int layer = 0; layer <= random.nextInt(3); layer++) {
                hidden.add(1 + random.nextInt(40));
            }
            compare(architecture(random, 1 + random.nextInt(6), hidden, 1 + random.nextInt(6)),
                    1 + random.nextInt(300), random);
        }
    }

    private static Architecture architecture(Random random, int inputs, List<Integer> hidden, int outputs) {
        ImmutableList.Builder<Activation> activations = ImmutableList.builder();
        hidden.forEach(layer -> activations.add(Activation.values()[random.nextInt(Activation.values().length)]));
        return new Architecture(inputs, ImmutableList.copyOf(hidden), activations.build(), outputs,
                Output.values()[random.nextInt(Output.values().length)], random.nextBoolean());
    }

    private static void compare(Architecture architecture, int count, Random random) {
        compare(architecture, count, random, new PerceptronEvaluator(architecture, count));
        if (count <= 25) {
            compare(architecture, count, random, new SmallBatchEvaluator(architecture, count));
        }
    }

    private static void compare(Architecture architecture, int count, Random random, Model.Evaluator evaluator) {
        int parameterCount = new Perceptron(architecture).parameterCount();
        double[] parameters = random.doubles(parameterCount, -1, 1).toArray();
        double[][] inputs = rows(random, architecture.inputs(), count);
        double[][] derivative = rows(random, architecture.outputs(), count);
        PlainEvaluator plain = new PlainEvaluator(architecture, count);
        // Twice, because the second time must not see anything of the first.
        for (int time = 0; time < 2; time++) {
            String what = architecture + " of " + count;
            double[][] expected = plain.outputs(parameters, inputs);
            evaluator.forward(parameters, inputs, 0, count);
            for (int i = 0; i < expected.length; i++) {
                assertArrayEquals(expected[i], Arrays.copyOf(evaluator.outputs()[i], count), what);
            }
            for (int layer = 0; layer < architecture.hidden().size(); layer++) {
                for (int neuron = 0; neuron < architecture.hidden().get(layer); neuron++) {
                    assertArrayEquals(plain.activations(layer)[neuron],
                            Arrays.copyOf(evaluator.activations(layer)[neuron], count), what);
                }
            }
            double[] gradient = new double[parameters.length];
            evaluator.gradient(parameters, derivative, gradient);
            double[][] copy = Arrays.stream(derivative).map(double[]::clone).toArray(double[][]::new);
            assertArrayEquals(plain.gradient(parameters, inputs, copy), gradient, what);
        }
    }

    private static double[][] rows(Random random, int rows, int count) {
        double[][] values = new double[rows][];
        Arrays.setAll(values, i -> random.doubles(count, -2, 2).toArray());
        return values;
    }
}
