package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epochreel.data.DataSet;
import org.epochreel.data.Matrix;
import org.epochreel.data.Samples;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Layout;
import org.epochreel.network.Output;
import org.epochreel.network.Perceptron;
import org.epochreel.reference.Reference;
import org.epochreel.reference.ReferenceData;
import org.epochreel.run.Ending;
import org.epochreel.run.Metrics;
import org.epochreel.run.RateSwitch;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Loss;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.TrainingSpec.Penalty;
import org.epochreel.training.loss.LossFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of every learner, with classes and with values, against the same runs in NumPy and PyTorch. */
class LearnersReferenceTest {
    private static final double FLAT_ANGLE = 1e-5;

    static Stream<String> cases() {
        return Stream.of("learners", "classes", "outputs").flatMap(file -> Reference.read(file + ".json").at("cases")
                .each().stream().map(one -> file + " " + one.at("id").text()));
    }

    private static Reference find(String name) {
        String[] words = name.split(" ");
        return Reference.read(words[0] + ".json").at("cases").each().stream()
                .filter(one -> one.at("id").text().equals(words[1])).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runsAreThoseOfTheReference(String name) {
        Reference one = find(name);
        ReferenceScene scene = name.startsWith("outputs")
                ? ReferenceScene.of(one.at("scene"), new DataSet(colours(), Optional.empty()))
                : ReferenceScene.of(one.at("scene"));
        TrainingRun run = scene.run();
        Comparison comparison = new Comparison(name);
        compareFeatures(one, scene);
        int trusted = one.has("agree_through") ? one.at("agree_through").integer() : Integer.MAX_VALUE;
        for (Reference row : one.at("epochs").each()) {
            if (row.at("epoch").integer() <= trusted) {
                compare(row, run.metrics(), comparison);
            }
        }
        Reference last = one.at("final_parameters");
        if (last.at("epoch").integer() <= trusted) {
            assertEquals(last.at("epoch").integer(), run.metrics().lastEpoch());
            comparison.vector("final parameters", ReferenceScene.flat(last, scene.architecture()).toArray(),
                    Math.max(1e-13, last.at("max_abs_spread").number()), run.finalParameters().toArray());
        }
        compareRates(one, run, comparison);
        compareBest(one, scene, run, comparison);
        comparison.print();
    }

    private static void compare(Reference row, Metrics metrics, Comparison comparison) {
        int epoch = row.at("epoch").integer();
        comparison.relative("loss " + epoch, row.at("train_loss").number(), row.at("train_rel_spread"),
                metrics.trainLoss().get(epoch));
        if (row.has("test_loss")) {
            comparison.relative("test loss " + epoch, row.at("test_loss").number(), row.at("test_rel_spread"),
                    metrics.testLoss().get(epoch));
        }
        if (row.has("gradient_norm")) {
            comparison.relative("norm " + epoch, row.at("gradient_norm").number(), row.at("norm_rel_spread"),
                    metrics.gradientNorm().get(epoch));
        }
        if (row.has("gradient_angle")) {
            double angle = row.at("gradient_angle").number();
            double nearFlat = angle < FLAT_ANGLE || angle > 180 - FLAT_ANGLE ? FLAT_ANGLE : 1e-9;
            comparison.within("angle " + epoch, angle,
                    Math.max(nearFlat, 100 * row.at("angle_abs_spread").number()), metrics.gradientAngle().get(epoch));
        }
        if (row.has("train_accuracy") && row.at("accuracy_spread").number() == 0) {
            assertEquals(row.at("train_accuracy").number(), metrics.trainAccuracy().get(epoch), 1e-15);
            if (row.has("test_accuracy")) {
                assertEquals(row.at("test_accuracy").number(), metrics.testAccuracy().get(epoch), 1e-15);
            }
        }
        if (row.has("learning_rate")) {
            double rate = row.at("learning_rate").number();
            comparison.within("rate " + epoch, rate, 1e-14 * rate, metrics.learningRate().get(epoch));
        }
    }

    private static void compareRates(Reference one, TrainingRun run, Comparison comparison) {
        if (one.has("rates_of_updates_1_to_40")) {
            double[] rates = one.at("rates_of_updates_1_to_40").numbers();
            for (int update = 1; update <= rates.length; update++) {
                comparison.within("rate of update " + update, rates[update - 1], 1e-14 * rates[update - 1],
                        run.metrics().learningRate().get(update));
            }
        }
        if (one.has("rate_changes")) {
            assertEquals(one.at("rate_changes").size(), run.rateChanges().size());
            for (int i = 0; i < run.rateChanges().size(); i++) {
                Reference change = one.at("rate_changes").at(i);
                assertEquals(change.at("at_epoch").integer(), run.rateChanges().get(i).epoch());
                double rate = change.at("rate").number();
                comparison.within("changed rate " + i, rate, 1e-14 * rate, run.rateChanges().get(i).to());
            }
        }
        if (one.has("shrinks")) {
            List<Integer> shrinks = run.rateChanges().stream().map(RateSwitch::epoch).toList();
            assertEquals(one.at("shrinks").integer(), shrinks.size());
            if (one.has("ranges_over_variants")) {
                Reference epochs = one.at("ranges_over_variants").at("epoch_of_shrink_k");
                for (int k = 0; k < epochs.size(); k++) {
                    int low = epochs.at(k).at(0).integer();
                    int high = epochs.at(k).at(1).integer();
                    assertTrue(shrinks.get(k) >= 2 * low - high && shrinks.get(k) <= 2 * high - low,
                            "shrink " + k + " at " + shrinks.get(k));
                }
            }
        }
    }

    /** What the first layer sees of the first rows. */
    private static void compareFeatures(Reference one, ReferenceScene scene) {
        if (!one.has("first_features")) {
            return;
        }
        double[][] seen = scene.network().prepared(scene.data().train().inputs().toColumns());
        for (int row = 0; row < one.at("first_features").size(); row++) {
            double[] expected = one.at("first_features").at(row).numbers();
            for (int i = 0; i < seen.length; i++) {
                assertEquals(expected[i], seen[i][row], 2 * Math.ulp(expected[i]));
            }
        }
    }

    private static void compareBest(
            Reference one, ReferenceScene scene, TrainingRun run, Comparison comparison) {
        if (one.has("stopped_at_epoch")) {
            assertEquals(one.at("stopped_at_epoch").integer(), run.metrics().lastEpoch());
            assertEquals(Ending.STOP, run.ending());
        }
        assertEquals(scene.spec().keepBest(), run.best().isPresent());
        if (scene.spec().keepBest()) {
            assertEquals(one.at("best").at("epoch").integer(), run.best().orElseThrow().epoch());
            comparison.vector("best parameters",
                    ReferenceScene.flat(one.at("best"), scene.architecture()).toArray(), 1e-13,
                    run.parameters().toArray());
        }
    }

    /** A grid of 12 x 12 over the square from -1 to 1, x1 slowest, and three smooth colours. */
    private static Samples colours() {
        double[][] inputs = new double[2][144];
        double[][] targets = new double[3][144];
        for (int row = 0; row < 144; row++) {
            double x1 = side(row / 12);
            double x2 = side(row % 12);
            inputs[0][row] = x1;
            inputs[1][row] = x2;
            targets[0][row] = 0.5 + 0.5 * StrictMath.sin(3 * x1);
            targets[1][row] = 0.5 + 0.5 * StrictMath.cos(2 * x2);
            targets[2][row] = (x1 + x2 + 2) / 4;
        }
        return new Samples(Matrix.ofColumns(inputs), Matrix.ofColumns(targets), Optional.empty());
    }

    private static double side(int index) {
        return index == 11 ? 1 : index * (2.0 / 11) - 1;
    }

    @Test
    void crossEntropyOfAnySumsIsTheReferences() {
        for (Reference row : Reference.read("classes.json").at("sums").each()) {
            double[][] sums = Arrays.stream(row.at("sums").numbers())
                    .mapToObj(sum -> new double[] {sum}).toArray(double[][]::new);
            double[][] targets = new double[sums.length][1];
            int own = row.at("class").integer();
            targets[sums.length == 1 ? 0 : own][0] = sums.length == 1 ? own : 1;
            LossFunction function = LossFunction.of(Loss.CROSS_ENTROPY, sums.length, 1);
            double loss = row.at("loss").number();
            String what = Arrays.deepToString(sums) + " " + own;
            assertEquals(loss, function.sum(sums, targets, 0, 1), Math.max(1e-12 * loss, 1e-15), what);
            double[][] derivative = new double[sums.length][1];
            function.derivative(sums, targets, 0, 1, 1, derivative);
            for (int i = 0; i < sums.length; i++) {
                assertEquals(row.at("dloss_dsum").at(i).number(), derivative[i][0], 1e-15, what);
            }
        }
    }

    @Test
    void parametersOfTwoInputsAreDrawnAsByNumPy() {
        for (Reference one : Reference.read("classes.json").at("initial_parameters").each()) {
            int[] layers = one.at("layers").integers();
            ImmutableList<Integer> hidden = Arrays.stream(layers, 1, layers.length - 1).boxed()
                    .collect(ImmutableList.toImmutableList());
            Architecture architecture = new Architecture(layers[0], hidden,
                    ImmutableList.copyOf(Collections.nCopies(hidden.size(), Activation.TANH)),
                    layers[layers.length - 1], Output.IDENTITY, true);
            ImmutableDoubleArray drawn =
                    ReferenceScene.initialisation(one, architecture).parameters(new Perceptron(architecture));
            ImmutableDoubleArray expected = ReferenceScene.flat(one, architecture);
            assertEquals(expected.length(), drawn.length());
            for (int i = 0; i < drawn.length(); i++) {
                assertEquals(expected.get(i), drawn.get(i), 1e-15 * Math.abs(expected.get(i)));
            }
        }
    }

    private static TrainingSpec lbfgs(Loss loss, int epochs) {
        return new TrainingSpec(loss, new Optimiser.Lbfgs(10), 1, ImmutableList.of(), Optional.empty(),
                OptionalInt.empty(), BigInteger.ZERO, Penalty.ofAll(0, 0), epochs, Optional.empty(), Optional.empty(),
                OptionalInt.empty(), false);
    }

    static Stream<String> lbfgsCases() {
        return Reference.read("learners.json").at("lbfgs").each().stream().filter(one -> one.has("seeds"))
                .map(one -> one.at("id").text());
    }

    @ParameterizedTest
    @MethodSource("lbfgsCases")
    void lbfgsFallsAsFastAsTheReferences(String id) {
        Reference one = Reference.read("learners.json").at("lbfgs").each().stream()
                .filter(candidate -> candidate.at("id").text().equals(id)).findFirst().orElseThrow();
        int[] layers = one.at("layers").integers();
        Loss loss = Loss.valueOf(one.at("loss").text().toUpperCase(Locale.ROOT).replace('-', '_'));
        Perceptron network = new Perceptron(new Architecture(
                layers[0], ImmutableList.of(layers[1]),
                ImmutableList.of(Activation.valueOf(one.at("activation").text().toUpperCase(Locale.ROOT))),
                1, loss == Loss.CROSS_ENTROPY ? Output.SIGMOID : Output.IDENTITY, true));
        DataSet data = ReferenceData.of(one.at("data")).dataSet();
        Comparison comparison = new Comparison(id);
        List<String> marks = one.at("medians").keys();
        double[][] reached = new double[marks.size()][one.at("seeds").size()];
        for (int s = 0; s < one.at("seeds").size(); s++) {
            Reference seed = one.at("seeds").at(s);
            ImmutableDoubleArray start = new Initialisation(seed.at("initialisation_seed").seed(),
                    new Initialisation.Scheme.Torch(), Layout.SEPARATE, OptionalDouble.empty(), 1).parameters(network);
            Metrics metrics = new Training(network, data, start, lbfgs(loss, 300)).run((epoch, state) -> {}).metrics();
            comparison.relative("loss 0", seed.at("loss_0").number(), 0, metrics.trainLoss().get(0));
            for (Reference step : seed.at("losses_of_these_steps").each()) {
                double expected = step.at("loss").number();
                comparison.within("loss " + step.at("step").integer(), expected,
                        expected * Math.max(1e-9, 100 * step.at("rel_diff_to_torch").number()),
                        metrics.trainLoss().get(step.at("step").integer()));
            }
            for (int epoch = 1; epoch <= metrics.lastEpoch(); epoch++) {
                assertTrue(metrics.trainLoss().get(epoch) <= metrics.trainLoss().get(epoch - 1), "rises at " + epoch);
            }
            for (int m = 0; m < marks.size(); m++) {
                int after = Integer.parseInt(marks.get(m).substring("after_".length()));
                reached[m][s] = metrics.trainLoss().get(Math.min(after, metrics.lastEpoch()));
                double highest = one.at("ranges_over_seeds_and_implementations").at(marks.get(m)).at(1).number();
                assertTrue(reached[m][s] <= 3 * highest, marks.get(m) + ": " + reached[m][s]);
            }
        }
        for (int m = 0; m < marks.size(); m++) {
            Arrays.sort(reached[m]);
            double median = reached[m][reached[m].length / 2];
            assertTrue(median <= 3 * one.at("medians").at(marks.get(m)).number(), marks.get(m) + ": " + median);
        }
        comparison.print();
    }

    @Test
    void lbfgsFindsTheBestLineAndEndsThere() {
        Reference minimum = Reference.read("learners.json").at("lbfgs").at(0).at("minimum");
        DataSet data = ReferenceData.of(Reference.read("learners.json").at("lbfgs").at(1).at("data")).dataSet();
        TrainingRun run = new Training(CurveFamily.LINEAR, data, ImmutableDoubleArray.of(3, -2), lbfgs(Loss.MSE, 100))
                .run((epoch, state) -> {});
        assertEquals(Ending.CONVERGED, run.ending());
        double least = minimum.at("loss").number();
        assertEquals(least, run.metrics().trainLoss().get(Math.min(12, run.metrics().lastEpoch())), 1e-7 * least);
        assertEquals(minimum.at("a").number(), run.finalParameters().get(0), 1e-3);
        assertEquals(minimum.at("b").number(), run.finalParameters().get(1), 1e-3);
    }

    /** With a penalty the line search sees it, so that the sum of both falls. */
    @Test
    void lbfgsMinimisesTheLossAndItsPenalty() {
        DataSet data = new DataSet(new Samples(ImmutableDoubleArray.of(1, 2), ImmutableDoubleArray.of(2, 4)),
                Optional.empty());
        TrainingSpec spec = new TrainingSpec(Loss.MSE, new Optimiser.Lbfgs(5), 1, ImmutableList.of(), Optional.empty(),
                OptionalInt.empty(), BigInteger.ZERO, Penalty.ofAll(0, 0.5), 50, Optional.empty(), Optional.empty(),
                OptionalInt.empty(), false);
        TrainingRun run = new Training(CurveFamily.LINEAR, data, ImmutableDoubleArray.of(0, 0), spec)
                .run((epoch, state) -> {});
        // Normal equations of mean e² + 0.25 (a² + b²): 5.5 a + 3 b = 10, 3 a + 2.5 b = 6.
        assertEquals(7 / 4.75, run.finalParameters().get(0), 1e-6);
        assertEquals(3 / 4.75, run.finalParameters().get(1), 1e-6);
    }

    @Test
    void rulesThatLookAtATestSetNeedOne() {
        DataSet data = new DataSet(new Samples(ImmutableDoubleArray.of(1, 2), ImmutableDoubleArray.of(2, 4)),
                Optional.empty());
        Specs plain = Specs.descent(Loss.MSE, 0.1, 5);
        ImmutableDoubleArray start = ImmutableDoubleArray.of(0, 0);
        for (Specs watching : List.of(
                plain.stop(new TrainingSpec.Condition.NoImprovement(3, 0, TrainingSpec.Watched.TEST)),
                plain.adaptive(new TrainingSpec.Adaptive.Plateau(0.5, 3, 0, TrainingSpec.Watched.TEST, 0)))) {
            assertThrows(IllegalArgumentException.class,
                    () -> new Training(CurveFamily.LINEAR, data, start, watching.spec()));
        }
    }

    @Test
    void stopRuleCountsTheEpochsSinceTheBest() {
        double[] losses = {5, 4, 3.95, 3.9, 3.85, 3.8, 3};
        assertEquals(5, firstStop(losses, 4, 0.5));
        assertEquals(-1, firstStop(losses, 5, 0.5));
        // Small steps add up to an improvement on the best, which only a large one moves.
        assertEquals(-1, firstStop(new double[] {5, 4.9, 4.8, 4.7, 4.6}, 3, 0.25));
        assertEquals(2, firstStop(new double[] {5, 5, 5}, 2, 0));
    }

    private static int firstStop(double[] losses, int over, double by) {
        MetricsRecorder metrics = new MetricsRecorder(losses.length);
        Trigger rule = Trigger.of(new TrainingSpec.Condition.NoImprovement(over, by, TrainingSpec.Watched.TRAIN));
        return IntStream.range(0, losses.length).filter(epoch -> {
            metrics.add(0.1, losses[epoch], Double.NaN, Double.NaN, Double.NaN);
            return rule.holds(epoch, metrics);
        }).findFirst().orElse(-1);
    }
}
