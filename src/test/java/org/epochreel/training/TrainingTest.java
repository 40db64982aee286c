package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epochreel.data.DataSet;
import org.epochreel.data.Labels;
import org.epochreel.data.Matrix;
import org.epochreel.data.Samples;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Layout;
import org.epochreel.network.Output;
import org.epochreel.network.Perceptron;
import org.epochreel.random.NumpyRandom;
import org.epochreel.run.Ending;
import org.epochreel.run.Metrics;
import org.epochreel.run.RateSwitch;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Adaptive;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.TrainingSpec.Loss;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingTest {
    private static final Perceptron NETWORK = new Perceptron(new Architecture(
            ImmutableList.of(5, 4), ImmutableList.of(Activation.TANH, Activation.SIN), Activation.IDENTITY, true));

    /** The line y = 2x on x = 1, 2; loss mean e², so the gradient at (a, b) = (0, 0) is (-10, -6). */
    @Test
    void firstEpochsOfALineAreWorkedOutByHand() {
        List<double[]> states = new ArrayList<>();
        TrainingRun run = new Training(
                        CurveFamily.LINEAR, line(), parameters(0, 0), Specs.descent(Loss.MSE, 0.1, 2).spec())
                .run((epoch, state) -> states.add(state.clone()));
        assertArrayEquals(new double[] {0, 0}, states.get(0));
        assertArrayEquals(new double[] {1, 0.6}, states.get(1), 1e-15);
        // At (1, 0.6) the errors are -0.4 and -1.4: gradient (-0.4 - 2.8, -1.8).
        assertArrayEquals(new double[] {1.32, 0.78}, states.get(2), 1e-15);
        Metrics metrics = run.metrics();
        assertEquals(2, metrics.lastEpoch());
        assertEquals(10, metrics.trainLoss().get(0), 1e-15);
        assertEquals(1.06, metrics.trainLoss().get(1), 1e-15);
        assertEquals(Double.NaN, metrics.learningRate().get(0));
        assertEquals(0.1, metrics.learningRate().get(1));
        assertEquals(Double.NaN, metrics.gradientNorm().get(0));
        assertEquals(Math.sqrt(136), metrics.gradientNorm().get(1), 1e-14);
        assertEquals(Double.NaN, metrics.gradientAngle().get(1));
        double cosine = (32 + 10.8) / Math.sqrt(136 * (3.2 * 3.2 + 1.8 * 1.8));
        assertEquals(Math.toDegrees(Math.acos(cosine)), metrics.gradientAngle().get(2), 1e-11);
        assertEquals(Double.NaN, metrics.testLoss().get(2));
        assertEquals(Ending.EPOCHS, run.ending());
        assertEquals(parameters(states.get(2)), run.finalParameters());
    }

    @Test
    void penaltyPullsEveryParameterAndStaysOutOfTheLoss() {
        TrainingRun run = new Training(
                        CurveFamily.LINEAR, line(), parameters(2, 1), Specs.descent(Loss.MSE, 0.1, 1).l2(0.5).spec())
                .run((epoch, state) -> {});
        // Errors are 1 and 1: gradient (1 + 2, 2) and 0.5 times the parameters.
        assertEquals(1, run.metrics().trainLoss().get(0));
        assertEquals(Math.hypot(4, 2.5), run.metrics().gradientNorm().get(1), 1e-15);
        assertArrayEquals(new double[] {1.6, 0.75}, run.finalParameters().toArray(), 1e-15);
    }

    /** The same walk, written down once more with nothing but the family's formula. */
    @Test
    void batchesAreSlicesOfThePermutationAndTheLastMayBeShort() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {1, 0, 2, -1, 3};
        double[] p = {0.5, -0.5};
        NumpyRandom random = NumpyRandom.seeded(BigInteger.valueOf(5));
        double[] norms = new double[4];
        for (int epoch = 1; epoch <= 3; epoch++) {
            int[] order = random.permutation(5);
            double[] mean = new double[2];
            for (int from = 0; from < 5; from += 2) {
                int to = Math.min(5, from + 2);
                double[] gradient = new double[2];
                for (int s = from; s < to; s++) {
                    double error = p[0] * x[order[s]] + p[1] - y[order[s]];
                    gradient[0] += 2 * error * x[order[s]] / (to - from);
                    gradient[1] += 2 * error / (to - from);
                }
                for (int i = 0; i < 2; i++) {
                    p[i] -= 0.01 * gradient[i];
                    mean[i] += gradient[i] / 3;
                }
            }
            norms[epoch] = Math.hypot(mean[0], mean[1]);
        }
        TrainingRun run = new Training(
                        CurveFamily.LINEAR, data(x, y), parameters(0.5, -0.5),
                        Specs.descent(Loss.MSE, 0.01, 3).batches(2).spec())
                .run((epoch, state) -> {});
        assertArrayEquals(p, run.finalParameters().toArray(), 1e-14);
        for (int epoch = 1; epoch <= 3; epoch++) {
            assertEquals(norms[epoch], run.metrics().gradientNorm().get(epoch), 1e-13);
        }
        double loss = IntStream.range(0, 5).mapToDouble(i -> p[0] * x[i] + p[1] - y[i]).map(e -> e * e / 5).sum();
        assertEquals(loss, run.metrics().trainLoss().get(3), 1e-14);
    }

    /** The test point lies at x = 1e180, where any slope but 0 squares to more than a double holds. */
    @Test
    void testLossTooLargeForADoubleIsInfiniteAndEndsNothing() {
        Samples far = samples(new double[] {1e180}, new double[] {0});
        TrainingRun run = new Training(
                        CurveFamily.LINEAR, new DataSet(line().train(), Optional.of(far)), parameters(0, 0),
                        Specs.descent(Loss.MSE, 0.1, 2).spec())
                .run((epoch, state) -> {});
        assertEquals(Ending.EPOCHS, run.ending());
        assertEquals(ImmutableDoubleArray.of(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
                run.metrics().testLoss());
        assertEquals(1, run.metrics().testOverflow().orElseThrow());
        assertEquals(1.32, run.finalParameters().get(0), 1e-15);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void runsRepeatBitForBit(Specs specs) {
        Training training = new Training(NETWORK, noisy(300), start(), specs.spec());
        List<Integer> epochs = new ArrayList<>();
        TrainingRun first = training.run((epoch, state) -> epochs.add(epoch));
        assertEquals(first, training.run((epoch, state) -> {}));
        assertEquals(IntStream.rangeClosed(0, first.metrics().lastEpoch()).boxed().toList(), epochs);
    }

    /** Over three blocks for training and two for the test. */
    @ParameterizedTest
    @MethodSource("specs")
    void threadsDoNotChangeABit(Specs specs) {
        Perceptron wide = new Perceptron(new Architecture(
                2, ImmutableList.of(40, 20), ImmutableList.of(Activation.TANH, Activation.RELU), 3, Output.SOFTMAX,
                true));
        ImmutableDoubleArray begin = ImmutableDoubleArray.copyOf(
                new Random(3).doubles(wide.parameterCount(), -0.3, 0.3).toArray());
        DataSet data = new DataSet(plane(700), Optional.of(plane(300)));
        Training training = new Training(wide, data, begin, specs.spec());
        TrainingRun alone = training.run((epoch, state) -> {});
        for (int threads = 2; threads <= 5; threads++) {
            assertEquals(alone, training.run((epoch, state) -> {}, threads));
        }
    }

    @Test
    void failureOnAnotherThreadIsHandedOn() {
        try (Crew crew = new Crew(3)) {
            Crew.Work work = (member, block) -> {
                if (block == 5) {
                    throw new ArithmeticException("five");
                }
            };
            IllegalStateException failed = assertThrows(IllegalStateException.class, () -> crew.share(work, 9));
            assertEquals("five", failed.getCause().getMessage());
        }
    }

    /** Sums that follow each other at once and after a pause that sends the others to sleep. */
    @Test
    void everyBlockIsComputedOnce() throws InterruptedException {
        try (Crew crew = new Crew(4)) {
            int[] times = new int[50];
            Crew.Work work = (member, block) -> times[block]++;
            for (int round = 0; round < 3000; round++) {
                Arrays.fill(times, 0);
                crew.share(work, 1 + round % 50);
                assertEquals(1 + round % 50, Arrays.stream(times).sum());
                assertEquals(1, Arrays.stream(times).max().getAsInt());
                if (round % 500 == 0) {
                    Thread.sleep(2);
                }
            }
        }
    }

    private static Samples plane(int count) {
        Random random = new Random(count);
        double[][] columns = new double[2][];
        Arrays.setAll(columns, i -> random.doubles(count, -1, 1).toArray());
        int[] classes = random.ints(count, 0, 3).toArray();
        return Samples.labelled(Matrix.ofColumns(columns),
                new Labels(ImmutableList.of("a", "b", "c"), ImmutableIntArray.copyOf(classes)));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void epochsAllocateNothing(Specs specs) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long[] allocated = new long[2];
        TrainingSpec spec = specs.spec();
        Training training = new Training(NETWORK, noisy(300), start(), spec);
        // The virtual machine allocates for itself now and then, as when it compiles or first meets the meter.
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 4; run++) {
            training.run((epoch, state) -> {
                if (epoch == 20 || epoch == spec.epochs()) {
                    allocated[epoch == 20 ? 0 : 1] = threads.getThreadAllocatedBytes(thread);
                }
            });
            least = Math.min(least, allocated[1] - allocated[0]);
        }
        assertEquals(0, least);
    }

    /** Without the cosine decay, whose StrictMath.cos may allocate until it is compiled. */
    static Stream<Specs> specs() {
        Specs plain = Specs.descent(Loss.MSE, 1e-3, 120);
        return Stream.of(
                plain,
                plain.batches(32).by(new Optimiser.Momentum(0.9)),
                plain.by(new Optimiser.Adam(0.9, 0.999, 1e-8)),
                plain.batches(7).by(new Optimiser.RmsProp(0.99, 1e-8)).l2(1e-3).decay(new Decay.Exponential(0.5, 30)),
                Specs.descent(Loss.MAE, 1e-3, 120).stop(new Condition.LossChangeBelow(0, 6, 8)),
                plain.batches(9).by(new Optimiser.AdamW(0.9, 0.999, 1e-8, 0.01))
                        .adaptive(new Adaptive.Angle(179, 0.5, 1.01, OptionalDouble.of(0.01))),
                plain.by(new Optimiser.Nesterov(0.9))
                        .adaptive(new Adaptive.Plateau(0.5, 200, 1e-4, TrainingSpec.Watched.TRAIN, 0)),
                plain.by(new Optimiser.Lbfgs(5)));
    }

    @Test
    void stopIsAskedBeforeCutoffsAndAlreadyAtEpochZero() {
        TrainingRun run = new Training(
                        CurveFamily.LINEAR, line(), parameters(0, 0),
                        Specs.descent(Loss.MSE, 0.1, 5)
                                .cutoff(new Condition.AtEpoch(0), 9)
                                .stop(new Condition.LossBelow(100))
                                .spec())
                .run((epoch, state) -> assertEquals(0, epoch));
        assertEquals(Ending.STOP, run.ending());
        assertEquals(0, run.metrics().lastEpoch());
        assertEquals(ImmutableList.of(), run.rateChanges());
        assertEquals(parameters(0, 0), run.finalParameters());
    }

    @Test
    void cutoffAtAnEpochIsUsedByTheUpdateAfterIt() {
        TrainingRun run = new Training(
                        CurveFamily.LINEAR, line(), parameters(0, 0),
                        Specs.descent(Loss.MSE, 1e-5, 300).cutoff(new Condition.AtEpoch(255), 1e-4).spec())
                .run((epoch, state) -> {});
        assertEquals(1e-5, run.metrics().learningRate().get(255));
        assertEquals(1e-4, run.metrics().learningRate().get(256));
        assertEquals(ImmutableList.of(new RateSwitch(255, 1e-5, 1e-4)), run.rateChanges());
    }

    @Test
    void divergenceEndsBeforeTheFirstStateThatIsNotFinite() {
        List<double[]> states = new ArrayList<>();
        TrainingRun run = new Training(
                        CurveFamily.QUADRATIC,
                        data(new double[] {1, 2, 3}, new double[] {1, 0, 1}),
                        parameters(1, 1, 1),
                        Specs.descent(Loss.SSE, 1, 1000).spec())
                .run((epoch, state) -> states.add(state.clone()));
        assertEquals(Ending.DIVERGED, run.ending());
        int last = run.metrics().lastEpoch();
        assertEquals(states.size() - 1, last);
        assertTrue(Double.isFinite(run.metrics().trainLoss().get(last)) && run.metrics().trainLoss().get(last) > 1e290);
        assertTrue(states.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite));
        assertEquals(parameters(states.get(last)), run.finalParameters());
    }

    @Test
    void testSetIsMeasuredAndNotLearntFrom() {
        Samples far = samples(new double[] {10}, new double[] {0});
        DataSet both = new DataSet(line().train(), Optional.of(far));
        TrainingSpec spec = Specs.descent(Loss.MSE, 0.1, 3).spec();
        TrainingRun with = new Training(CurveFamily.LINEAR, both, parameters(0, 0), spec).run((epoch, state) -> {});
        TrainingRun without =
                new Training(CurveFamily.LINEAR, line(), parameters(0, 0), spec).run((epoch, state) -> {});
        assertEquals(without.finalParameters(), with.finalParameters());
        double prediction = 10 * with.finalParameters().get(0) + with.finalParameters().get(1);
        assertEquals(prediction * prediction, with.metrics().testLoss().get(3), 1e-12);
        assertTrue(with.metrics().hasTestLoss());
    }

    @Test
    void startsThatCannotBeTrainedFromAreRefused() {
        TrainingSpec spec = Specs.descent(Loss.MSE, 0.1, 3).spec();
        assertThrows(
                IllegalArgumentException.class,
                () -> new Training(CurveFamily.LINEAR, line(), parameters(1, 2, 3), spec));
        Training endless = new Training(CurveFamily.LINEAR, line(), parameters(1e200, 0), spec);
        assertThrows(ArithmeticException.class, () -> endless.run((epoch, state) -> {}));
    }

    @Test
    void hundredThousandEpochsAreRecorded() {
        TrainingRun run = new Training(
                        CurveFamily.LINEAR, line(), parameters(0, 0), Specs.descent(Loss.MSE, 0.01, 100_000).spec())
                .run((epoch, state) -> {});
        assertEquals(100_000, run.metrics().lastEpoch());
        assertArrayEquals(new double[] {2, 0}, run.finalParameters().toArray(), 1e-12);
    }

    private static ImmutableDoubleArray start() {
        return new Initialisation(
                        BigInteger.ONE, new Initialisation.Scheme.Torch(), Layout.SEPARATE, OptionalDouble.empty(), 1)
                .parameters(NETWORK);
    }

    private static DataSet noisy(int count) {
        Random random = new Random(4);
        return data(random.doubles(count, -3, 3).toArray(), random.doubles(count, -1, 1).toArray());
    }

    private static DataSet line() {
        return data(new double[] {1, 2}, new double[] {2, 4});
    }

    private static DataSet data(double[] x, double[] y) {
        return new DataSet(samples(x, y), Optional.empty());
    }

    private static Samples samples(double[] x, double[] y) {
        return new Samples(ImmutableDoubleArray.copyOf(x), ImmutableDoubleArray.copyOf(y));
    }

    private static ImmutableDoubleArray parameters(double... values) {
        return ImmutableDoubleArray.copyOf(values);
    }
}
