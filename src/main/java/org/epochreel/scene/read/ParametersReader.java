package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.LayerShape;
import org.epochreel.scene.Choice;
import org.epochreel.scene.FamilyParameters;
import org.epochreel.scene.Scene.Learner;

/**
 * Reads {@code initialisation.parameters}: the numbers that a model starts from, in the scene or in a file beside it.
 * Gives them in the order of {@link org.epochreel.network.Initialisation.Scheme.Explicit}.
 */
final class ParametersReader {

    private final SceneFiles files;

    ParametersReader(SceneFiles files) {
        this.files = files;
    }

    /** @param learner absent where it cannot be told, so that shapes cannot be checked */
    Optional<ImmutableDoubleArray> read(Value value, Optional<Learner> learner) {
        Section parameters = value.section(SectionKind.PARAMETERS);
        if (!parameters.has("file")) {
            return numbers(parameters, learner);
        }
        parameters.refuse("the parameters come from the file; remove this key or file", "weights", "biases", "a", "b",
                "c", "d");
        Value file = parameters.optional("file").orElseThrow();
        return files.named(file).flatMap(named -> files.tree(named, file, parameters.path())).flatMap(tree -> {
            Section content = tree.section(SectionKind.PARAMETERS);
            content.refuse("a file of parameters holds the numbers themselves; remove this key", "file");
            return content.has("file") ? Optional.empty() : numbers(content, learner);
        });
    }

    private static Optional<ImmutableDoubleArray> numbers(Section parameters, Optional<Learner> learner) {
        if (learner.isEmpty() || parameters.isBroken()) {
            return Optional.empty();
        }
        return learner.get() instanceof Learner.Network network
                ? ofNetwork(parameters, LayerShape.of(network.architecture()))
                : ofFamily(parameters, ((Learner.Family) learner.get()).family());
    }

    private static Optional<ImmutableDoubleArray> ofFamily(Section parameters, CurveFamily family) {
        List<String> names = FamilyParameters.names(family);
        String sentence = "a " + Choice.text(family) + " model has the parameters " + String.join(", ", names)
                + "; remove this key";
        for (String key : SectionKind.PARAMETERS.keys()) {
            if (!names.contains(key)) {
                parameters.refuse(sentence, key);
            }
        }
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(names.size());
        boolean complete = true;
        for (String name : names) {
            OptionalDouble value = parameters.requiredNumber(name, Allowed.ANY, "1.5");
            complete &= value.isPresent();
            values.add(value.orElse(0));
        }
        return complete ? Optional.of(values.build()) : Optional.empty();
    }

    private static Optional<ImmutableDoubleArray> ofNetwork(Section parameters, ImmutableList<LayerShape> layers) {
        parameters.refuse("a network has weights and biases; remove this key", "a", "b", "c", "d");
        boolean bias = layers.get(0).bias();
        if (!bias) {
            parameters.refuse("network.bias is false; remove this key", "biases");
        }
        Optional<ImmutableList<Value>> weights = parameters.required("weights", "weights: [[[0.5], [-1]], [[2, 1]]]")
                .flatMap(value -> perLayer(value, layers.size(), "weights"));
        Optional<ImmutableList<Value>> biases = !bias ? Optional.empty()
                : parameters.required("biases", "biases: [[0.5, -1], [2]]")
                        .flatMap(value -> perLayer(value, layers.size(), "biases"));
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
        boolean complete = weights.isPresent() && (!bias || biases.isPresent());
        for (int i = 0; i < layers.size(); i++) {
            LayerShape layer = layers.get(i);
            List<Optional<ImmutableDoubleArray>> parts = new ArrayList<>();
            int index = i;
            weights.ifPresent(lists -> parts.addAll(rows(lists.get(index), layer)));
            biases.ifPresent(lists -> parts.add(row(lists.get(index), layer.fanOut(), "one for each neuron")));
            for (Optional<ImmutableDoubleArray> part : parts) {
                complete &= part.isPresent();
                part.ifPresent(values::addAll);
            }
        }
        return complete ? Optional.of(values.build()) : Optional.empty();
    }

    private static Optional<ImmutableList<Value>> perLayer(Value value, int layers, String what) {
        Optional<ImmutableList<Value>> lists = value.list(0, Integer.MAX_VALUE, "[[0.5], [2]]");
        if (lists.isPresent() && lists.get().size() != layers) {
            value.mistake("there are " + what + " for " + layers(lists.get().size()), "network.hidden makes "
                    + layers(layers) + ", the output layer included");
            return Optional.empty();
        }
        return lists;
    }

    private static String layers(int count) {
        return count + (count == 1 ? " layer" : " layers");
    }

    private static List<Optional<ImmutableDoubleArray>> rows(Value value, LayerShape layer) {
        Optional<ImmutableList<Value>> rows = value.list(0, Integer.MAX_VALUE, "[[0.5], [-1]]");
        if (rows.isEmpty()) {
            return List.of(Optional.empty());
        }
        if (rows.get().size() != layer.fanOut()) {
            value.mistake("there are " + rows.get().size() + " rows of weights", layer.fanOut()
                    + " are needed, one for each neuron of the layer");
            return List.of(Optional.empty());
        }
        return rows.get().stream()
                .map(row -> row(row, layer.fanIn(), "one for each value that enters the neuron"))
                .toList();
    }

    private static Optional<ImmutableDoubleArray> row(Value value, int length, String reason) {
        Optional<ImmutableDoubleArray> row = value.numbers();
        if (row.isPresent() && row.get().length() != length) {
            value.mistake("the list has " + row.get().length() + (row.get().length() == 1 ? " number" : " numbers"),
                    length + (length == 1 ? " is needed, " : " are needed, ") + reason);
            return Optional.empty();
        }
        return row;
    }
}
