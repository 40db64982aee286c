package org.epochreel.render.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.epochreel.data.DataSet;
import org.epochreel.data.Matrix;
import org.epochreel.data.Samples;
import org.epochreel.data.ScaleMethod;
import org.epochreel.data.Scales;
import org.epochreel.data.Scaling;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.Output;
import org.epochreel.network.Perceptron;
import org.epochreel.network.Probe;
import org.epochreel.reference.Reference;
import org.epochreel.render.train.ScaledLearning;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Loss;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.training.Training;
import org.junit.jupiter.api.Test;

/** Splits, scaled numbers, training on them and curves in the data's own units, computed elsewhere in float64. */
class ScalingReferenceTest {

    /** Where numbers are far from 0, scaling alone leaves this much relative to the scaled ones. */
    private static final double LEAST = 1e-10;

    @Test
    void splitsTakeTheLastOfAPermutation() {
        for (Reference split : Reference.read("scaling.json").at("splits").each()) {
            int count = split.at("count").integer();
            ImmutableDoubleArray rows = ImmutableDoubleArray.copyOf(IntStream.range(0, count).asDoubleStream());
            DataSet parts = DataSet.split(
                    new Samples(rows, rows), split.at("fraction").number(), split.at("seed").seed());
            double[] train = parts.train().x().toArray();
            double[] test = parts.test().map(samples -> samples.x().toArray()).orElse(new double[0]);
            assertEquals(split.at("test_count").integer(), test.length);
            assertEquals(count, train.length + test.length);
            double[] first = split.at("train_first10").numbers();
            assertArrayEquals(first, Arrays.copyOf(train, first.length));
            assertArrayEquals(split.at("train_last3").numbers(),
                    Arrays.copyOfRange(train, train.length - 3, train.length));
            double[] tested = split.at("test_first10").numbers();
            assertArrayEquals(tested, Arrays.copyOf(test, tested.length));
        }
    }

    @Test
    void runsOnScaledNumbersAgreeWithTheirReferences() {
        for (Reference run : Reference.read("scaling.json").at("cases").each()) {
            compare(run);
        }
    }

    private static void compare(Reference run) {
        String id = run.at("id").text();
        Reference scene = run.at("scene");
        Reference data = scene.at("data");
        Samples all = samples(run.at("csv_rows"));
        DataSet parts = data.has("test")
                ? DataSet.split(all, data.at("test").at("fraction").number(), data.at("seed").seed())
                : new DataSet(all, Optional.empty());
        int hidden = scene.at("network").at("hidden").at(0).integer();
        Perceptron network = new Perceptron(new Architecture(all.inputs().width(), ImmutableList.of(hidden),
                ImmutableList.of(Activation.valueOf(scene.at("network").at("activation").text().toUpperCase(Locale.ROOT))),
                1, Output.IDENTITY, true));
        ScaledLearning learning = ScaledLearning.of(network, parts, scales(data.at("scale")));
        compareScaling(id, run.at("scaling"), learning, all.inputs().width());

        double[][] history = new double[scene.at("training").at("epochs").integer() + 1][];
        TrainingRun trained = new Training(learning.trained(), learning.data(),
                ImmutableDoubleArray.copyOf(flat(run.at("initial_parameters"))), spec(scene.at("training")))
                .run((epoch, parameters) -> history[epoch] = parameters.clone());
        for (Reference row : run.at("epochs").each()) {
            int epoch = row.at("epoch").integer();
            close(id + " train " + epoch, row.at("train_loss").number(), row.at("train_rel_spread").number(),
                    trained.metrics().trainLoss().get(epoch));
            if (row.has("test_loss")) {
                close(id + " test " + epoch, row.at("test_loss").number(), row.at("test_rel_spread").number(),
                        trained.metrics().testLoss().get(epoch));
            }
            if (row.has("gradient_norm")) {
                close(id + " norm " + epoch, row.at("gradient_norm").number(), row.at("norm_rel_spread").number(),
                        trained.metrics().gradientNorm().get(epoch));
            }
        }
        Probe probe = new Probe(learning.drawn(), points(run.at("curve_points_in_own_units")));
        for (Reference curve : run.at("curves_in_own_units").each()) {
            double[] expected = curve.at("values").numbers();
            double scale = Math.max(Doubles.max(expected), -Doubles.min(expected));
            double tolerance = Math.max(LEAST * scale, 100 * curve.at("max_abs_spread").number());
            assertArrayEquals(expected, probe.curve(history[curve.at("epoch").integer()]), tolerance,
                    id + " curve " + curve.at("epoch").integer());
        }
    }

    private static void compareScaling(String id, Reference expected, ScaledLearning learning, int inputs) {
        Scaling none = Scaling.of(ScaleMethod.NONE, new double[Math.max(inputs, 1)][1]);
        numbers(id, expected.at("x_subtract"), learning.inputs().orElse(none).subtract());
        numbers(id, expected.at("x_divide_by"), learning.inputs().orElse(none).divideBy());
        Scaling outputs = learning.outputs().orElse(Scaling.of(ScaleMethod.NONE, new double[1][1]));
        numbers(id, expected.at("y_subtract"), outputs.subtract());
        numbers(id, expected.at("y_divide_by"), outputs.divideBy());
    }

    private static void numbers(String id, Reference expected, ImmutableDoubleArray actual) {
        double[] values = expected.flat();
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], actual.get(i), 1e-13 * Math.abs(values[i]), id);
        }
    }

    private static void close(String what, double expected, double spread, double actual) {
        double tolerance = Math.max(LEAST, 100 * spread) * Math.abs(expected);
        assertTrue(Math.abs(actual - expected) <= tolerance, what + ": " + expected + " but was " + actual);
    }

    private static Samples samples(Reference rows) {
        int width = rows.at(0).size();
        double[][] columns = new double[width][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < width; column++) {
                columns[column][row] = rows.at(row).at(column).number();
            }
        }
        return new Samples(Matrix.ofColumns(Arrays.copyOf(columns, width - 1)),
                Matrix.ofColumns(new double[][] {columns[width - 1]}), Optional.empty());
    }

    private static double[][] points(Reference points) {
        int inputs = points.at(0).flat().length;
        double[][] columns = new double[inputs][points.size()];
        for (int row = 0; row < points.size(); row++) {
            double[] point = points.at(row).flat();
            for (int input = 0; input < inputs; input++) {
                columns[input][row] = point[input];
            }
        }
        return columns;
    }

    private static Scales scales(Reference scale) {
        return scale.text().startsWith("{")
                ? new Scales(word(scale.at("x")), word(scale.at("y"))) : new Scales(word(scale), word(scale));
    }

    private static ScaleMethod word(Reference scale) {
        return ScaleMethod.valueOf(scale.text().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static double[] flat(Reference parameters) {
        double[] flat = {};
        for (int layer = 0; layer < parameters.at("weights").size(); layer++) {
            flat = Doubles.concat(
                    flat, parameters.at("weights").at(layer).flat(), parameters.at("biases").at(layer).flat());
        }
        return flat;
    }

    private static TrainingSpec spec(Reference training) {
        Reference optimiser = training.at("optimiser");
        Optimiser chosen = optimiser.text().contains("adam") ? new Optimiser.Adam(0.9, 0.999, 1e-8)
                : optimiser.text().contains("momentum")
                        ? new Optimiser.Momentum(optimiser.at("momentum").at("beta").number())
                        : new Optimiser.GradientDescent();
        return new TrainingSpec(Loss.valueOf(training.at("loss").text().toUpperCase(Locale.ROOT)), chosen,
                training.at("learning-rate").number(), ImmutableList.of(), Optional.empty(),
                training.has("batch-size") ? OptionalInt.of(training.at("batch-size").integer()) : OptionalInt.empty(),
                training.has("seed") ? training.at("seed").seed() : BigInteger.ZERO, 0,
                training.at("epochs").integer(), Optional.empty());
    }
}
