package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.network.Activation;
import org.epochreel.network.Architecture;
import org.epochreel.network.LayerShape;
import org.epochreel.scene.Defaults;
import org.epochreel.scene.Limits;

/** Reads {@code network}. */
final class NetworkReader {

    private static final String HIDDEN = "[20]";

    private NetworkReader() {}

    static Optional<Architecture> read(Section network) {
        Optional<ImmutableList<Integer>> hidden = network.required("hidden", "hidden: " + HIDDEN)
                .flatMap(NetworkReader::hidden);
        Optional<ImmutableList<Activation>> activations = network.has("activation")
                ? network.optional("activation").flatMap(value -> activations(value, hidden))
                : hidden.map(layers -> repeat(Defaults.ACTIVATION, layers.size()));
        Activation output = network.choice("output", Defaults.OUTPUT);
        boolean bias = network.truth("bias", Defaults.BIAS);
        if (hidden.isEmpty() || activations.isEmpty()) {
            return Optional.empty();
        }
        Architecture architecture = new Architecture(hidden.get(), activations.get(), output, bias);
        long parameters = LayerShape.of(architecture).stream().mapToLong(LayerShape::parameters).sum();
        if (parameters > Limits.MAX_PARAMETERS) {
            network.optional("hidden").orElseThrow().mistake("these layers have " + parameters + " weights and biases",
                    "at most " + Limits.MAX_PARAMETERS + " are allowed");
            return Optional.empty();
        }
        return Optional.of(architecture);
    }

    private static Optional<ImmutableList<Integer>> hidden(Value value) {
        Optional<ImmutableList<Value>> layers = value.list(1, Limits.MAX_HIDDEN_LAYERS, HIDDEN);
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList.Builder<Integer> hidden = ImmutableList.builder();
        for (Value layer : layers.get()) {
            OptionalInt neurons = layer.integer(1, Limits.MAX_NEURONS);
            neurons.ifPresent(hidden::add);
        }
        return Optional.of(hidden.build()).filter(read -> read.size() == layers.get().size());
    }

    private static Optional<ImmutableList<Activation>> activations(
            Value value, Optional<ImmutableList<Integer>> hidden) {
        if (!value.isSequence()) {
            Optional<Activation> all = value.choice(Activation.class);
            return hidden.flatMap(layers -> all.map(activation -> repeat(activation, layers.size())));
        }
        Optional<ImmutableList<Value>> items = value.list(1, Limits.MAX_HIDDEN_LAYERS, "[tanh]");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        if (hidden.isPresent() && items.get().size() != hidden.get().size()) {
            value.mistake("the list has " + count(items.get().size(), "activation") + " for "
                    + count(hidden.get().size(), "hidden layer"), "write one for each layer, or a single word for all");
            return Optional.empty();
        }
        ImmutableList.Builder<Activation> activations = ImmutableList.builder();
        items.get().forEach(item -> item.choice(Activation.class).ifPresent(activations::add));
        return Optional.of(activations.build()).filter(read -> read.size() == items.get().size());
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static ImmutableList<Activation> repeat(Activation activation, int layers) {
        return ImmutableList.copyOf(Collections.nCopies(layers, activation));
    }
}
