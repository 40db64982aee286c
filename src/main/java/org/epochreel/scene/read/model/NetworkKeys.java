package org.epochreel.scene.read.model;

import static org.epochreel.scene.key.Types.list;
import static org.epochreel.scene.key.Types.truth;
import static org.epochreel.scene.key.Types.whole;
import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collections;
import java.util.Optional;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.LayerShape;
import org.epochreel.scene.Limits;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** The keys of {@code network}. */
public final class NetworkKeys extends Group<Architecture> {

    private static final int MAX_LAYERS = 16;
    private static final int MAX_NEURONS = 4096;
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

    private final Key<ImmutableList<Integer>> hidden = key("hidden", list(whole(1, MAX_NEURONS), 1, MAX_LAYERS, "[20]"))
            .alsoCalled("layers", "neurons", "units", "hidden-layers", "width", "size").required("[20]",
                    "Neurons of each hidden layer, from the input on; biases do not count.");
    private final Key<Activations> activation = key("activation", new ActivationsType()).alsoCalled("activations",
            "nonlinearity").orElse(Activations.all(Activation.TANH), "[tanh, relu]",
                    "Activation of the hidden neurons: one for all layers, or a list with one for each layer.");
    private final Key<Activation> output = key("output", word(Activation.class, SYNONYMS)).alsoCalled(
            "output-activation").orElse(Activation.IDENTITY, "sigmoid", "Activation of the output neuron.");
    private final Key<Boolean> bias = key("bias", truth()).alsoCalled("biases", "use-bias").orElse(true, "false",
            "Whether every neuron, the output included, adds a bias.");

    public NetworkKeys() {
        super("network", "A fully connected network from one input to one output.");
    }

    @Override
    protected Optional<Architecture> read(Section network) {
        Optional<ImmutableList<Integer>> layers = network.find(hidden);
        Optional<Activations> wanted = network.has(activation) ? network.find(activation) : activation.fallback();
        Activation last = network.get(output);
        boolean biases = network.get(bias);
        Optional<ImmutableList<Activation>> each = layers.flatMap(sizes -> wanted.flatMap(words ->
                words.forLayers(sizes.size(), network.value(activation))));
        if (layers.isEmpty() || each.isEmpty()) {
            return Optional.empty();
        }
        Architecture architecture = new Architecture(layers.get(), each.get(), last, biases);
        long parameters = LayerShape.of(architecture).stream().mapToLong(LayerShape::parameters).sum();
        if (parameters > Limits.MAX_PARAMETERS) {
            network.value(hidden).orElseThrow().mistake("these layers have " + parameters + " weights and biases",
                    "at most " + Limits.MAX_PARAMETERS + " are allowed");
            return Optional.empty();
        }
        return Optional.of(architecture);
    }

    @Override
    protected void write(Architecture network, Members members) {
        members.put(hidden, network.hidden()).put(activation, new Activations(network.activations(), false));
        members.put(output, network.output().activation().orElseThrow()).put(bias, network.bias());
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
