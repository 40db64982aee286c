package org.epochreel.scene.read.model;

import static org.epochreel.scene.key.Types.list;
import static org.epochreel.scene.key.Types.truth;
import static org.epochreel.scene.key.Types.whole;
import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collections;
import java.util.Optional;
import org.epochreel.data.DataSource;
import org.epochreel.data.Expression;
import org.epochreel.data.Features;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.LayerShape;
import org.epochreel.network.Output;
import org.epochreel.scene.Limits;
import org.epochreel.scene.Scene.Learner.Network;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.data.FormulaText;
import org.epochreel.text.JsonText;

/** The keys of {@code network}. */
public final class NetworkKeys extends Group<Network> {

    private static final int MAX_LAYERS = 16;
    private static final int MAX_NEURONS = 4096;
    private static final int MAX_FORMULAS = 1024;
    private static final ImmutableMap<String, String> SYNONYMS = ImmutableMap.<String, String>builder()
            .put("logistic", "sigmoid")
            .put("linear", "identity")
            .put("none", "identity")
            .put("sine", "sin")
            .put("rectifier", "relu")
            .put("rectified-linear", "relu")
            .put("gelu", "")
            .put("elu", "")
            .put("selu", "")
            .put("celu", "")
            .put("silu", "")
            .put("prelu", "")
            .put("relu6", "")
            .buildOrThrow();
    private static final ImmutableMap<String, String> OUTPUT_SYNONYMS =
            ImmutableMap.<String, String>builder().putAll(SYNONYMS).put("probabilities", "softmax").buildOrThrow();

    private final Key<DataSource> data;

    private final Key<ImmutableList<Integer>> hidden = key("hidden", list(whole(1, MAX_NEURONS), 1, MAX_LAYERS, "[20]"))
            .alsoCalled("layers", "neurons", "units", "hidden-layers", "width", "size").required("[20]",
                    "Neurons of each hidden layer, from the input on; biases do not count.");
    private final Key<Activations> activation = key("activation", new ActivationsType()).alsoCalled("activations",
            "nonlinearity").orElse(Activations.all(Activation.TANH), "[tanh, relu]",
                    "Activation of the hidden neurons: one for all layers, or a list with one for each layer.");
    private final Key<Output> output = key("output", word(Output.class, OUTPUT_SYNONYMS)).alsoCalled(
            "output-activation").orNothing("identity; with labels sigmoid for two classes, softmax for more", "sigmoid",
                    "Activation of the output neurons. With labels, sigmoid is one neuron, the probability of the second"
                            + " class; any other has a neuron for each class, of which the largest wins.");
    private final Key<Boolean> bias = key("bias", truth()).alsoCalled("biases", "use-bias").orElse(true, "false",
            "Whether every neuron, the output included, adds a bias.");
    private final Key<ImmutableList<FormulaText>> inputs = key("inputs", list(new FormulaText.Formulas("the inputs", "x1^2"), 1, MAX_FORMULAS,
            "[\"x1\", \"x2\", \"x1^2\"]")).alsoCalled("features").orNothing("the data's own", "[x1, x2, \"x1^2\"]",
                    "What the first layer sees of a point: formulas of x, or, of several inputs, of x1, x2 and so on.");

    /** @param data key of the scene that says what goes in and out */
    public NetworkKeys(Key<DataSource> data) {
        super("network", "A fully connected network from the data's inputs to their outputs.");
        this.data = data;
    }

    @Override
    protected Optional<Network> read(Section network) {
        Optional<DataSource> source = network.parent().orElseThrow().find(data);
        Optional<ImmutableList<Integer>> layers = network.find(hidden);
        Optional<Activations> wanted = network.has(activation) ? network.find(activation) : activation.fallback();
        Optional<Output> last = source.flatMap(points -> output(network, points));
        boolean biases = network.get(bias);
        Optional<ImmutableList<Activation>> each = layers.flatMap(sizes -> wanted.flatMap(words ->
                words.forLayers(sizes.size(), network.value(activation))));
        Optional<Optional<Features>> seen = source.flatMap(points -> features(network, points.inputs()));
        if (layers.isEmpty() || each.isEmpty()) {
            return Optional.empty();
        }
        int first = seen.flatMap(formulas -> formulas).map(Features::count)
                .orElseGet(() -> source.map(DataSource::inputs).orElse(1));
        Output shape = last.orElse(Output.IDENTITY);
        Architecture architecture = new Architecture(first, layers.get(), each.get(),
                source.map(points -> neurons(points, shape)).orElse(1), shape, biases);
        long parameters = LayerShape.of(architecture).stream().mapToLong(LayerShape::parameters).sum();
        if (parameters > Limits.MAX_PARAMETERS) {
            network.value(hidden).orElseThrow().mistake("these layers have " + parameters + " weights and biases",
                    "at most " + Limits.MAX_PARAMETERS + " are allowed");
            return Optional.empty();
        }
        // What belongs to data that cannot be told is not known, and need not be told a second time.
        return last.isEmpty() ? Optional.empty() : seen.map(formulas -> new Network(architecture, formulas));
    }

    /** What the output neurons do, which must go with the data. */
    private Optional<Output> output(Section network, DataSource points) {
        int classes = points.classes();
        if (!network.has(output)) {
            return Optional.of(classes == 0 ? Output.IDENTITY : classes == 2 ? Output.SIGMOID : Output.SOFTMAX);
        }
        Optional<Output> asked = network.find(output);
        if (asked.isPresent() && asked.get() == Output.SOFTMAX && classes == 0) {
            network.mistake(output, "softmax gives probabilities of classes, and these data have none; allowed are "
                    + "identity, sigmoid, tanh, relu, sin");
            return Optional.empty();
        }
        if (asked.isPresent() && asked.get() == Output.SIGMOID && classes > 2) {
            network.mistake(output, "sigmoid is one neuron, which tells two classes apart, and these data have " + classes
                    + "; write softmax, or nothing, as it is the default");
            return Optional.empty();
        }
        return asked;
    }

    private static int neurons(DataSource points, Output last) {
        return points.classes() == 0 ? points.values() : last == Output.SIGMOID ? 1 : points.classes();
    }

    /** The formulas of inputs; nothing within where there are none, nothing at all where one is wrong. */
    private Optional<Optional<Features>> features(Section network, int of) {
        Optional<ImmutableList<FormulaText>> texts = network.find(inputs);
        if (texts.isEmpty()) {
            return network.has(inputs) ? Optional.empty() : Optional.of(Optional.empty());
        }
        ImmutableList.Builder<Expression> formulas = ImmutableList.builder();
        boolean complete = true;
        for (FormulaText text : texts.get()) {
            Optional<Expression> formula = text.parse(of);
            complete &= formula.isPresent();
            formula.ifPresent(formulas::add);
        }
        return complete ? Optional.of(Optional.of(new Features(formulas.build()))) : Optional.empty();
    }

    @Override
    protected void write(Network network, Members members) {
        Architecture shape = network.architecture();
        members.put(hidden, shape.hidden()).put(activation, new Activations(shape.activations(), false));
        members.put(output, shape.output()).put(bias, shape.bias());
        members.put(inputs, network.features().map(seen -> seen.formulas().stream().map(FormulaText::of)
                .collect(ImmutableList.toImmutableList())));
    }

    /**
     * What {@code activation} says.
     *
     * @param shared whether it is one word, which all layers share
     */
    private record Activations(ImmutableList<Activation> words, boolean shared) {

        static Activations all(Activation word) {
            return new Activations(ImmutableList.of(word), true);
        }

        Optional<ImmutableList<Activation>> forLayers(int layers, Optional<Value> asked) {
            if (shared) {
                return Optional.of(ImmutableList.copyOf(Collections.nCopies(layers, words.get(0))));
            }
            if (words.size() != layers) {
                asked.orElseThrow().mistake("the list has " + count(words.size(), "activation") + " for "
                        + count(layers, "hidden layer"), "write one for each layer, or a single word for all");
                return Optional.empty();
            }
            return Optional.of(words);
        }

        private static String count(int count, String noun) {
            return count + " " + noun + (count == 1 ? "" : "s");
        }
    }

    private record ActivationsType() implements Type<Activations> {

        private static final Type<Activation> ONE = word(Activation.class, SYNONYMS);
        private static final Type<ImmutableList<Activation>> SEVERAL = list(ONE, 1, MAX_LAYERS, "[tanh]");

        @Override
        public Optional<Activations> read(Value value) {
            return value.isSequence() ? SEVERAL.read(value).map(words -> new Activations(words, false))
                    : ONE.read(value).map(Activations::all);
        }

        @Override
        public void write(Activations value, JsonText json) {
            if (value.shared()) {
                ONE.write(value.words().get(0), json);
            } else {
                SEVERAL.write(value.words(), json);
            }
        }

        @Override
        public String words() {
            return ONE.words() + ", or a list of these";
        }

        @Override
        public void schema(JsonText json) {
            json.key("anyOf").beginArray().beginObject();
            ONE.schema(json);
            json.endObject().beginObject();
            SEVERAL.schema(json);
            json.endObject().endArray();
        }
    }
}
