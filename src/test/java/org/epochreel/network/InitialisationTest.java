package org.epochreel.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.epochreel.network.Initialisation.Scheme;
import org.epochreel.random.NumpyRandom;
import org.junit.jupiter.api.Test;

class InitialisationTest {
    private static final BigInteger SEED = BigInteger.valueOf(3);

    @Test
    void separateLayoutDrawsALayersWeightsThenItsBiases() {
        double[] drawn = drawn(new Scheme.Normal(0.5), Layout.SEPARATE, network(true, 2, 3));
        NumpyRandom random = NumpyRandom.seeded(SEED);
        for (double value : drawn) {
            assertEquals(random.normal(0, 0.5), value);
        }
    }

    @Test
    void augmentedLayoutDrawsEachNeuronsBiasAfterItsWeights() {
        double[] drawn = drawn(new Scheme.Uniform(-2, 5), Layout.AUGMENTED, network(true, 2));
        NumpyRandom random = NumpyRandom.seeded(SEED);
        int[] order = {0, 2, 1, 3, 4, 5, 6};
        for (int index : order) {
            assertEquals(random.uniform(-2, 5), drawn[index]);
        }
    }

    @Test
    void constantBiasesAreNotDrawnAndNotScaled() {
        Initialisation initialisation = new Initialisation(
                SEED, new Scheme.Uniform(0, 1), Layout.SEPARATE, OptionalDouble.of(0.1), 10);
        double[] drawn = initialisation.parameters(network(true, 2)).toArray();
        NumpyRandom random = NumpyRandom.seeded(SEED);
        double[] expected = {
            10 * random.random(), 10 * random.random(), 0.1, 0.1, 10 * random.random(), 10 * random.random(), 0.1
        };
        assertArrayEquals(expected, drawn);
    }

    @Test
    void networkWithoutBiasesDrawsWeightsAlone() {
        double[] separate = drawn(new Scheme.Normal(1), Layout.SEPARATE, network(false, 4, 2));
        assertArrayEquals(separate, drawn(new Scheme.Normal(1), Layout.AUGMENTED, network(false, 4, 2)));
        NumpyRandom random = NumpyRandom.seeded(SEED);
        assertArrayEquals(DoubleStream.generate(() -> random.normal(0, 1)).limit(14).toArray(), separate);
    }

    @Test
    void blogDrawsItsFourDistributionsInOrder() {
        double[] drawn = drawn(new Scheme.Blog(), Layout.SEPARATE, network(true, 2));
        NumpyRandom random = NumpyRandom.seeded(SEED);
        double[] expected = {
            random.normal(0, 1), random.normal(0, 1), random.normal(0, 5), random.normal(0, 5),
            random.normal(0, 20), random.normal(0, 20), random.uniform(-5, 5)
        };
        assertArrayEquals(expected, drawn);
        assertThrows(
                IllegalArgumentException.class,
                () -> drawn(new Scheme.Blog(), Layout.SEPARATE, network(true, 2, 2)));
    }

    @Test
    void xavierAndHeHaveTheirVariancesAndNoBiases() {
        Perceptron network = network(true, 200, 300);
        double[] xavier = drawn(new Scheme.Xavier(), Layout.SEPARATE, network);
        double[] he = drawn(new Scheme.He(), Layout.SEPARATE, network);
        int second = 400;
        assertEquals(2.0 / 500, variance(xavier, second, 60_000), 2.0 / 500 * 0.03);
        assertEquals(2.0 / 200, variance(he, second, 60_000), 2.0 / 200 * 0.03);
        for (double[] drawn : new double[][] {xavier, he}) {
            assertTrue(Arrays.stream(drawn, 200, 400).allMatch(bias -> bias == 0));
            assertTrue(Arrays.stream(drawn, second, second + 60_000).noneMatch(weight -> weight == 0));
        }
    }

    @Test
    void torchDrawsWithinTheRootOfTheFanIn() {
        double[] drawn = drawn(new Scheme.Torch(), Layout.SEPARATE, network(true, 100, 300));
        assertEquals(1, Arrays.stream(drawn, 0, 200).map(Math::abs).max().getAsDouble(), 0.02);
        assertEquals(0.1, Arrays.stream(drawn, 200, 30_500).map(Math::abs).max().getAsDouble(), 0.001);
        assertTrue(Arrays.stream(drawn, 200, 30_500).allMatch(value -> Math.abs(value) <= 0.1));
    }

    @Test
    void explicitNumbersMustBeAsManyAsTheModelHas() {
        ImmutableDoubleArray numbers = ImmutableDoubleArray.of(1, 2, 3);
        Initialisation explicit = new Initialisation(
                SEED, new Scheme.Explicit(numbers), Layout.SEPARATE, OptionalDouble.empty(), 7);
        assertEquals(numbers, explicit.parameters(CurveFamily.QUADRATIC));
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> explicit.parameters(CurveFamily.SINUSOIDAL));
        assertEquals("3 explicit parameters for a model of 4", refusal.getMessage());
    }

    @Test
    void familiesDrawTheirParametersInOrder() {
        NumpyRandom random = NumpyRandom.seeded(SEED);
        double[] expected = {random.uniform(1, 2), random.uniform(1, 2), random.uniform(1, 2)};
        assertArrayEquals(expected, drawn(new Scheme.Uniform(1, 2), Layout.SEPARATE, CurveFamily.QUADRATIC));
    }

    private static double variance(double[] values, int from, int count) {
        return Arrays.stream(values, from, from + count).map(value -> value * value).sum() / count;
    }

    private static double[] drawn(Scheme scheme, Layout layout, Model model) {
        return new Initialisation(SEED, scheme, layout, OptionalDouble.empty(), 1).parameters(model).toArray();
    }

    private static Perceptron network(boolean bias, Integer... hidden) {
        return new Perceptron(new Architecture(
                ImmutableList.copyOf(hidden),
                ImmutableList.copyOf(Collections.nCopies(hidden.length, Activation.RELU)),
                Activation.IDENTITY,
                bias));
    }
}
