package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.epochreel.data.DataSet;
import org.epochreel.data.Samples;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.Perceptron;
import org.epochreel.random.NumpyRandom;
import org.epochreel.reference.Reference;
import org.epochreel.run.Ending;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Loss;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.junit.jupiter.api.Test;

/** Tanh networks: one to three hidden layers, with and without biases, by plain descent and by Adam. */
class TanhReferenceTest {
    /**
     * Keeps the deepest network, at milliseconds an epoch, to its first 180 epochs. Plain descent agrees to the last
     * of its 3000; by Adam on absolute errors a residual's sign that flips by rounding parts any two evaluations after
     * 200 to 500.
     */
    private static final int MOST_WEIGHT_EPOCHS = 1_500_000;

    @Test
    void tutorialRunsAgreeWithTheirReferences() {
        Comparison comparison = new Comparison("tutorial tanh");
        for (Reference run : Reference.read("tutorial_tanh.json").at("cases").each()) {
            Reference inputs = run.at("inputs");
            double frequency = inputs.at("target").text().equals("sin(2*x)") ? 2 : 10;
            double[] x = evenly(inputs.at("samples").integer());
            double[] y = Arrays.stream(x).map(value -> StrictMath.sin(frequency * value)).toArray();
            Map<Integer, double[]> states = new HashMap<>();
            Perceptron network = network(Activation.TANH, inputs.at("hidden").integer());
            ImmutableDoubleArray start = ImmutableDoubleArray.copyOf(flat(run.at("derived_inputs"), ""));
            List<Integer> wanted = indices(run.at("parameters"), "after_updates");
            TrainingRun trained = new Training(network, data(x, y), start, Specs.descent(
                                    Loss.HALF_SSE, inputs.at("eta").number(), inputs.at("epochs").integer())
                            .spec())
                    .run((epoch, parameters) -> {
                        if (wanted.contains(epoch)) {
                            states.put(epoch, parameters.clone());
                        }
                    });
            String id = run.at("id").text();
            for (Reference cost : run.at("cost").each()) {
                int index = cost.at("index").integer();
                comparison.relative(id + " cost " + index, cost.at("cost").number(), cost.at("rel_spread"),
                        trained.metrics().trainLoss().get(index));
            }
            comparison.vector(id + " gradient", flat(run.at("gradient_at_start"), "d"), 0,
                    gradient(network, Loss.HALF_SSE, start, x, y));
            for (Reference parameters : run.at("parameters").each()) {
                comparison.vector(id + " parameters after " + parameters.at("after_updates").text(),
                        flat(parameters, ""), run.at("max_rel_spread").number(),
                        states.get(parameters.at("after_updates").integer()));
            }
        }
        comparison.print();
    }

    @Test
    void singleSampleRunsStopWhenTheirReferencesDo() {
        Comparison comparison = new Comparison("single sample");
        for (Reference run : Reference.read("tutorial_tanh.json").at("single_sample_sigmoid").at("cases").each()) {
            Reference inputs = run.at("inputs");
            double[] x = {inputs.at("x").number()};
            double[] y = {StrictMath.sin(2 * x[0])};
            Perceptron network = network(Activation.SIGMOID, inputs.at("hidden").integer());
            TrainingRun trained = new Training(network, data(x, y),
                            ImmutableDoubleArray.copyOf(flat(run.at("derived_inputs"), "")),
                            Specs.descent(Loss.HALF_SSE, inputs.at("eta").number(), 100_000)
                                    .stop(new Condition.LossBelow(inputs.at("stop_when_cost_below").number()))
                                    .spec())
                    .run((epoch, parameters) -> {});
            assertEquals(run.at("updates_until_cost_below").integer(), trained.metrics().lastEpoch());
            assertEquals(Ending.STOP, trained.ending());
            for (Reference cost : run.at("cost").each()) {
                int index = cost.at("index").integer();
                comparison.relative("cost " + index, cost.at("cost").number(), 1e-12,
                        trained.metrics().trainLoss().get(index));
            }
            comparison.vector("final parameters", flat(run.at("params_final"), ""), 0,
                    trained.finalParameters().toArray());
        }
        comparison.print();
    }

    @Test
    void networksWithoutBiasesAgreeWithTheirReferences() {
        Comparison comparison = new Comparison("stackexchange tanh");
        for (Reference run : Reference.read("stackexchange_tanh.json").at("cases").each()) {
            compare(run, comparison);
        }
        comparison.print();
    }

    private static void compare(Reference run, Comparison comparison) {
        String id = run.at("id").text();
        Reference inputs = run.at("inputs");
        int[] sizes = inputs.at("layers").integers();
        List<Integer> hidden = Arrays.stream(sizes, 1, sizes.length - 1).boxed().collect(Collectors.toList());
        Perceptron network = new Perceptron(new Architecture(
                ImmutableList.copyOf(hidden),
                ImmutableList.copyOf(Collections.nCopies(hidden.size(), Activation.TANH)),
                Activation.TANH,
                false));
        NumpyRandom random = NumpyRandom.seeded(inputs.at("data_seed").seed());
        int count = inputs.at("points").integer();
        double[] x = IntStream.range(0, count).mapToDouble(i -> random.random() * 10 - 1).toArray();
        double[] y = IntStream.range(0, count)
                .mapToDouble(i -> StrictMath.sin(x[i]) / 2.5 + random.normal(0, 1) / 20)
                .toArray();
        ImmutableDoubleArray start = ImmutableDoubleArray.copyOf(drawn(sizes, inputs));
        boolean adam = inputs.at("optimizer").text().equals("adam");
        Loss loss = adam ? Loss.MAE : Loss.SSE;
        int epochs = Math.min(inputs.at("iterations").integer(), MOST_WEIGHT_EPOCHS / start.length());
        Specs specs = Specs.descent(loss, inputs.at("lr").number(), epochs);
        TrainingRun trained = new Training(network, data(x, y), start, (adam
                                ? specs.by(new Optimiser.Adam(inputs.at("beta1").number(), inputs.at("beta2").number(),
                                        inputs.at("eps").number()))
                                : specs)
                        .spec())
                .run((epoch, parameters) -> {});
        double worst = 0;
        for (Reference point : run.at("loss").each()) {
            int index = point.at("index").integer();
            worst = Math.max(worst, point.at("rel_spread").number());
            if (index <= epochs) {
                comparison.relative(id + " loss " + index, point.at("loss").number(), worst,
                        trained.metrics().trainLoss().get(index));
            }
        }
        double[] gradient = gradient(network, loss, start, x, y);
        int offset = 0;
        for (int layer = 0; layer + 1 < sizes.length; layer++) {
            int size = sizes[layer] * sizes[layer + 1];
            double[] part = Arrays.copyOfRange(gradient, offset, offset + size);
            Reference expected = run.at("gradient_at_start").at(layer);
            comparison.relative(id + " gradient norm " + layer, expected.at("frobenius_norm").number(), 0,
                    Math.sqrt(Arrays.stream(part).map(value -> value * value).sum()));
            comparison.relative(id + " last gradient " + layer, expected.at("last").number(), 0, part[size - 1]);
            offset += size;
        }
    }

    /** The reference's matrices have rows of inputs; ours have rows of neurons. */
    private static double[] drawn(int[] sizes, Reference inputs) {
        NumpyRandom random = NumpyRandom.seeded(inputs.at("weight_seed").seed());
        List<Double> all = new ArrayList<>();
        for (int layer = 0; layer + 1 < sizes.length; layer++) {
            int fanIn = sizes[layer];
            int fanOut = sizes[layer + 1];
            double[] rows = IntStream.range(0, fanIn * fanOut).mapToDouble(i -> random.normal(0, 1)).toArray();
            for (int neuron = 0; neuron < fanOut; neuron++) {
                for (int input = 0; input < fanIn; input++) {
                    all.add(rows[input * fanOut + neuron]);
                }
            }
        }
        return Doubles.toArray(all);
    }

    private static double[] gradient(
            Perceptron network, Loss loss, ImmutableDoubleArray parameters, double[] x, double[] y) {
        double[] gradient = new double[parameters.length()];
        new LossAndGradient(network, loss).lossAndGradient(
                parameters.toArray(), new Rows(new double[][] {x}, new double[][] {y}), 0, x.length, gradient);
        return gradient;
    }

    private static double[] evenly(int count) {
        double step = 2.0 / (count - 1);
        double[] x = IntStream.range(0, count).mapToDouble(i -> -1 + i * step).toArray();
        x[count - 1] = 1;
        return x;
    }

    private static DataSet data(double[] x, double[] y) {
        return new DataSet(
                new Samples(ImmutableDoubleArray.copyOf(x), ImmutableDoubleArray.copyOf(y)), Optional.empty());
    }

    private static Perceptron network(Activation activation, int hidden) {
        return new Perceptron(new Architecture(
                ImmutableList.of(hidden), ImmutableList.of(activation), Activation.IDENTITY, true));
    }

    private static List<Integer> indices(Reference list, String key) {
        return list.each().stream().map(entry -> entry.at(key).integer()).collect(Collectors.toList());
    }

    private static double[] flat(Reference parameters, String prefix) {
        return Doubles.concat(
                parameters.at(prefix + "w1").numbers(),
                parameters.at(prefix + "b1").numbers(),
                parameters.at(prefix + "w2").numbers(),
                new double[] {parameters.at(prefix + "b2").number()});
    }
}
