package org.epochreel.render.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.Optional;
import org.epochreel.chart.ShownNetwork;
import org.epochreel.chart.ShownNetwork.Scale;
import org.epochreel.data.DataSet;
import org.epochreel.network.Activation;
import org.epochreel.network.LayerShape;
import org.epochreel.network.Model;
import org.epochreel.network.Output;
import org.epochreel.network.Probe;
import org.epochreel.scene.Scene;
import org.epochreel.scene.Scene.Learner;

/** Finds what stays the same in all pictures of a scene's network. */
public final class NetworkFacts {

    /** Points at which the network is looked at. */
    private static final int MOST_POINTS = 400;

    private static final double QUANTILE = 0.985;

    private static final String DIGITS = "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";

    private final Scene scene;
    private final Learner.Network network;
    private final DataSet data;
    private final double[] last;
    private final double[][] seen;
    private final double[][] neurons;
    private final ImmutableList<LayerShape> layers;

    private NetworkFacts(Scene scene, Learner.Network network, Model model, DataSet data, double[] last) {
        this.scene = scene;
        this.network = network;
        this.data = data;
        this.last = last;
        this.layers = LayerShape.of(network.architecture());
        Probe probe = new Probe(model, some(data.train().inputs().toColumns()));
        this.seen = probe.seen();
        this.neurons = new double[layers.stream().mapToInt(LayerShape::fanOut).sum()][probe.count()];
        probe.neurons(last, model.hidden(), neurons);
    }

    /**
     * The facts; nothing where the scene's model is no network.
     *
     * @param model as pictures see it
     * @param data in the units in which the model takes its inputs and gives its outputs
     * @param last the parameters at the end of the run
     */
    public static Optional<ShownNetwork> of(Scene scene, Model model, DataSet data, ImmutableDoubleArray last) {
        return scene.learner() instanceof Learner.Network network
                ? Optional.of(new NetworkFacts(scene, network, model, data, last.toArray()).facts())
                : Optional.empty();
    }

    private static double[][] some(double[][] columns) {
        int count = columns[0].length;
        int every = (count + MOST_POINTS - 1) / MOST_POINTS;
        double[][] some = new double[columns.length][(count + every - 1) / every];
        for (int i = 0; i < columns.length; i++) {
            for (int s = 0; s < some[i].length; s++) {
                some[i][s] = columns[i][s * every];
            }
        }
        return some;
    }

    private ShownNetwork facts() {
        return new ShownNetwork(layers, inputs(), data.train().inputs().width(), scales(), contributions(), outputs(),
                classes(), imageReach());
    }

    private double imageReach() {
        double[] sizes = new double[layers.get(0).firstBias() - layers.get(0).firstWeight()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(last[layers.get(0).firstWeight() + i]);
        }
        Arrays.sort(sizes);
        return usable(sizes[(int) (QUANTILE * (sizes.length - 1))]);
    }

    private ImmutableList<String> inputs() {
        int count = network.architecture().inputs();
        ImmutableList<String> names = scene.data().inputNames();
        if (network.features().isPresent()) {
            return network.features().get().formulas().stream().map(formula -> formula.text().replace(" ", ""))
                    .collect(ImmutableList.toImmutableList());
        }
        if (names.size() == count) {
            return names;
        }
        ImmutableList.Builder<String> made = ImmutableList.builder();
        for (int i = 1; i <= count; i++) {
            made.add(count == 1 ? "x" : "x" + subscript(i));
        }
        return made.build();
    }

    private static String subscript(int number) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append(DIGITS.charAt(digit - '0')));
        return text.toString();
    }

    private ImmutableList<Scale> scales() {
        ImmutableList.Builder<Scale> scales = ImmutableList.builder();
        scales.add(spread(seen, 0, seen.length));
        int first = 0;
        for (int layer = 0; layer < layers.size() - 1; layer++) {
            int count = layers.get(layer).fanOut();
            scales.add(scale(network.architecture().activations().get(layer), first, count));
            first += count;
        }
        Output output = network.architecture().output();
        boolean ofClasses = data.train().labels().isPresent();
        return scales.add(ofClasses ? new Scale(0.5, 0.5)
                : output == Output.IDENTITY || output == Output.RELU
                        ? spread(data.train().outputs().toColumns(), 0, data.train().outputs().width())
                        : spread(neurons, first, neurons.length - first)).build();
    }

    private Scale scale(Activation activation, int first, int count) {
        return switch (activation) {
            case TANH, SIN -> new Scale(0, 1);
            case SIGMOID -> new Scale(0.5, 0.5);
            case RELU, IDENTITY -> {
                double largest = 0;
                for (int i = first; i < first + count; i++) {
                    for (double value : neurons[i]) {
                        largest = Math.max(largest, Math.abs(value));
                    }
                }
                yield new Scale(0, usable(largest));
            }
        };
    }

    private static Scale spread(double[][] rows, int first, int count) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = first; i < first + count; i++) {
            for (double value : rows[i]) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        double middle = least + (greatest - least) / 2;
        return new Scale(Double.isFinite(middle) ? middle : 0, usable((greatest - least) / 2));
    }

    private static double usable(double reach) {
        return reach > 0 && Double.isFinite(reach) ? reach : 1;
    }

    private ImmutableList<ImmutableDoubleArray> contributions() {
        ImmutableList.Builder<ImmutableDoubleArray> all = ImmutableList.builder();
        int first = 0;
        for (int layer = 0; layer < layers.size() - 1; layer++) {
            LayerShape following = layers.get(layer + 1);
            int count = layers.get(layer).fanOut();
            ImmutableDoubleArray.Builder contributions = ImmutableDoubleArray.builder(count);
            for (int neuron = 0; neuron < count; neuron++) {
                double weights = 0;
                for (int i = 0; i < following.fanOut(); i++) {
                    weights += Math.abs(last[following.firstWeight() + i * following.fanIn() + neuron]);
                }
                contributions.add(weights * range(neurons[first + neuron]));
            }
            all.add(contributions.build());
            first += count;
        }
        return all.build();
    }

    private static double range(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return greatest - least;
    }

    private ImmutableList<String> outputs() {
        int count = network.architecture().outputs();
        if (count == 1) {
            return ImmutableList.of();
        }
        ImmutableList<String> classes = data.train().labels().map(labels -> labels.classes()).orElse(ImmutableList.of());
        if (classes.size() == count) {
            return classes;
        }
        ImmutableList.Builder<String> made = ImmutableList.builder();
        for (int i = 1; i <= count; i++) {
            made.add("y" + subscript(i));
        }
        return made.build();
    }

    private ImmutableList<String> classes() {
        return network.architecture().outputs() == 1
                ? data.train().labels().map(labels -> labels.classes()).orElse(ImmutableList.of()) : ImmutableList.of();
    }
}
