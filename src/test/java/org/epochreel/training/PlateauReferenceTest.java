package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.epochreel.data.DataSet;
import org.epochreel.data.Samples;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Layout;
import org.epochreel.network.Perceptron;
import org.epochreel.random.NumpyRandom;
import org.epochreel.reference.Reference;
import org.epochreel.run.Ending;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Loss;
import org.junit.jupiter.api.Test;

/** Sigmoid networks on noisy curves, with one plateau that raises the learning rate and a finer one that stops. */
class PlateauReferenceTest {

    @Test
    void runsAgreeWithTheirReferences() {
        Comparison comparison = new Comparison("lovkush plateau");
        for (Reference run : Reference.read("lovkush_plateau.json").at("cases").each()) {
            compare(run, comparison);
        }
        comparison.print();
    }

    private static void compare(Reference run, Comparison comparison) {
        String id = run.at("id").text();
        Reference inputs = run.at("inputs");
        Reference derived = run.at("derived_inputs");
        int hidden = inputs.at("hidden").integer();
        Perceptron network = new Perceptron(new Architecture(
                ImmutableList.of(hidden), ImmutableList.of(Activation.SIGMOID), Activation.IDENTITY, true));
        ImmutableDoubleArray start = new Initialisation(
                        inputs.at("init_seed").seed(),
                        new Initialisation.Scheme.Blog(),
                        Layout.SEPARATE,
                        OptionalDouble.empty(),
                        1)
                .parameters(network);
        assertArrayEquals(flat(derived), start.toArray(), 1e-15, id);

        Samples samples = samples(inputs, derived);
        TrainingSpec spec = Specs.descent(Loss.MSE, inputs.at("lr").number(), inputs.at("max_updates").integer())
                .cutoff(plateau(inputs.at("cutoff_switch").number()), inputs.at("lr2").number())
                .stop(plateau(inputs.at("cutoff_stop").number()))
                .spec();
        double[][] second = {null};
        TrainingRun trained = new Training(network, new DataSet(samples, Optional.empty()), start, spec)
                .run((epoch, parameters) -> second[0] = epoch == 1 ? parameters.clone() : second[0]);

        for (Reference loss : run.at("losses").each()) {
            int index = loss.at("index").integer();
            comparison.relative(id + " loss " + index, loss.at("loss").number(), loss.at("rel_spread"),
                    trained.metrics().trainLoss().get(index));
        }
        double greatestSpread = run.at("sensitivity").at("max_rel_spread").number();
        if (run.has("all_losses")) {
            double[] all = run.at("all_losses").numbers();
            for (int i = 0; i < all.length; i++) {
                comparison.relative(
                        id + " all losses " + i, all[i], greatestSpread, trained.metrics().trainLoss().get(i));
            }
        }
        double[] gradient = new double[start.length()];
        new LossAndGradient(network, Loss.MSE).lossAndGradient(
                start.toArray(), Rows.of(network, samples), 0, samples.count(), gradient);
        comparison.vector(id + " gradient", flat(run.at("gradient_at_start")), 0, gradient);
        comparison.vector(id + " after one update", flat(run.at("parameters_after_update_1")), 0, second[0]);
        comparison.vector(id + " final parameters", flat(run.at("parameters_final")), greatestSpread,
                trained.finalParameters().toArray());
        compareCounts(run.at("result"), trained, id);
    }

    private static void compareCounts(Reference result, TrainingRun trained, String id) {
        assertEquals(result.at("updates_done").integer(), trained.metrics().lastEpoch(), id);
        Ending ending = result.at("stop_reason").text().equals("cutoff") ? Ending.STOP : Ending.EPOCHS;
        assertEquals(ending, trained.ending(), id);
        if (result.has("lr_switch_at_loop_index")) {
            assertEquals(result.at("lr_switch_at_loop_index").integer() + 1, trained.rateChanges().get(0).epoch(), id);
        } else {
            assertEquals(0, trained.rateChanges().size(), id);
        }
    }

    private static Condition plateau(double change) {
        return new Condition.LossChangeBelow(change, 6, 8);
    }

    private static Samples samples(Reference inputs, Reference derived) {
        NumpyRandom random = NumpyRandom.seeded(inputs.at("data_seed").seed());
        double[] truth = derived.at("true_parameters").numbers();
        for (int i = 0; i < truth.length; i++) {
            random.random();
        }
        double[] x = IntStream.range(0, 100).mapToDouble(i -> 0.2 * (i - 50)).toArray();
        double[] y = IntStream.range(0, 100)
                .mapToDouble(i -> curve(inputs.at("target_kind").text(), truth, x[i]) + 0.1 * random.normal(0, 1))
                .toArray();
        assertArrayEquals(derived.at("y_first5").numbers(), Arrays.copyOf(y, 5), 1e-13);
        return new Samples(ImmutableDoubleArray.copyOf(x), ImmutableDoubleArray.copyOf(y));
    }

    private static double curve(String kind, double[] p, double x) {
        switch (kind) {
            case "linear":
                return p[0] * x + p[1];
            case "quadratic":
                return p[0] * x * x + p[1] * x + p[2];
            default:
                return p[0] * StrictMath.sin(p[1] * x + p[2]) + p[3];
        }
    }

    private static double[] flat(Reference parameters) {
        return Doubles.concat(parameters.at("w0").numbers(), parameters.at("b0").numbers(),
                parameters.at("w1").numbers(), new double[] {parameters.at("b1").number()});
    }
}
