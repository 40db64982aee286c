package org.epochreel.scene.read.model;

import static org.epochreel.scene.key.Types.list;
import static org.epochreel.scene.key.Types.numbers;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.LayerShape;
import org.epochreel.scene.Choice;
import org.epochreel.scene.FamilyParameters;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.file.FileName;
import org.epochreel.scene.read.file.SceneFiles;

/** The keys of {@code initialisation.parameters}, in the scene or in a file beside it. */
final class ParametersKeys extends Group<Parameters> {

    private final LearnerKeys learners;
    private final Key<ImmutableList<ImmutableList<ImmutableDoubleArray>>> weights = key("weights",
            list(list(numbers(), 0, Integer.MAX_VALUE, "[[0.5], [-1]]"), 0, Integer.MAX_VALUE, "[[0.5], [2]]"))
            .alsoCalled("weight", "w").orNothing("needed for a network", "[[[0.5], [-1]], [[2, 1]]]",
                    "For each layer, the output layer last, for each of its neurons, one weight for each value that"
                            + " enters.");
    private final Key<ImmutableList<ImmutableDoubleArray>> biases = key("biases",
            list(numbers(), 0, Integer.MAX_VALUE, "[[0.5], [2]]")).alsoCalled("bias").orNothing("needed for a network"
                    + " with biases",
                    "[[0.5, -1], [2]]", "For each layer, the output layer last, one bias for each neuron.");
    private final ImmutableList<Key<Double>> letters = letters();
    private final Key<FileName> file = key("file", new FileName.Names("parameters.json")).alsoCalled("path").orNothing(
            "the numbers stand in the scene", "parameters.json",
            "A JSON file with the keys above, its name counted from the scene's directory.");

    /** @param learners keys of the scene that say what the parameters belong to */
    ParametersKeys(LearnerKeys learners) {
        super("initialisation.parameters",
                "The starting numbers: weights and biases of a network, or a, b, c, d of a family of curves.");
        this.learners = learners;
    }

    private ImmutableList<Key<Double>> letters() {
        ImmutableList.Builder<Key<Double>> keys = ImmutableList.builder();
        for (String name : FamilyParameters.names(CurveFamily.SINUSOIDAL)) {
            keys.add(key(name, NumberType.ANY).orNothing("needed where the model has it", "1.5",
                    "The parameter " + name + " of a family of curves."));
        }
        return keys.build();
    }

    @Override
    public Optional<Parameters> read(Value value) {
        Optional<Section> inScene = value.section(this);
        if (inScene.isEmpty() || !inScene.get().has(file)) {
            return inScene.flatMap(this::readAll);
        }
        inScene.get().refuse("the parameters come from the file; remove this key or file", weights, biases);
        letters.forEach(letter ->
                inScene.get().refuse("the parameters come from the file; remove this key or file", letter));
        return inScene.get().find(file)
                .flatMap(SceneFiles::parameters)
                .flatMap(tree -> value.elsewhere(tree).section(this))
                .flatMap(content -> {
                    content.refuse("a file of parameters holds the numbers themselves; remove this key", file);
                    return content.has(file) ? Optional.empty() : readAll(content);
                });
    }

    @Override
    protected Optional<Parameters> read(Section section) {
        Section scene = section.parent().flatMap(Section::parent).orElseThrow();
        return learners.read(scene).filter(learner -> !(learner instanceof Learner.Replay))
                .flatMap(learner -> (learner instanceof Learner.Network network
                ? ofNetwork(section, LayerShape.of(network.architecture()))
                : ofFamily(section, ((Learner.Family) learner).family()))
                .map(values -> new Parameters(values, learner)));
    }

    private Optional<ImmutableDoubleArray> ofFamily(Section section, CurveFamily family) {
        List<String> names = FamilyParameters.names(family);
        String sentence = "a " + Choice.text(family) + " model has the parameters " + String.join(", ", names)
                + "; remove this key";
        section.refuse(sentence, weights, biases);
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(names.size());
        boolean complete = true;
        for (Key<Double> letter : letters) {
            if (names.contains(letter.name())) {
                Optional<Double> value = section.need(letter);
                complete &= value.isPresent();
                values.add(value.orElse(0.0));
            } else {
                section.refuse(sentence, letter);
            }
        }
        return complete ? Optional.of(values.build()) : Optional.empty();
    }

    private Optional<ImmutableDoubleArray> ofNetwork(Section section, ImmutableList<LayerShape> layers) {
        letters.forEach(letter -> section.refuse("a network has weights and biases; remove this key", letter));
        boolean bias = layers.get(0).bias();
        if (!bias) {
            section.refuse("network.bias is false; remove this key", biases);
        }
        Optional<ImmutableList<ImmutableList<ImmutableDoubleArray>>> rows = section.need(weights)
                .filter(read -> haveLayers(read.size(), layers, "weights", section.value(weights).orElseThrow()));
        Optional<ImmutableList<ImmutableDoubleArray>> constants = !bias ? Optional.empty() : section.need(biases)
                .filter(read -> haveLayers(read.size(), layers, "biases", section.value(biases).orElseThrow()));
        boolean complete = rows.isPresent() && (!bias || constants.isPresent());
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
        for (int i = 0; i < layers.size(); i++) {
            LayerShape layer = layers.get(i);
            if (rows.isPresent()) {
                complete &= haveShape(rows.get().get(i), layer, section.value(weights).orElseThrow().item(i));
                rows.get().get(i).forEach(values::addAll);
            }
            if (constants.isPresent()) {
                complete &= hasLength(constants.get().get(i), layer.fanOut(), "one for each neuron",
                        section.value(biases).orElseThrow().item(i));
                values.addAll(constants.get().get(i));
            }
        }
        return complete ? Optional.of(values.build()) : Optional.empty();
    }

    private static boolean haveLayers(int count, ImmutableList<LayerShape> layers, String what, Value asked) {
        if (count != layers.size()) {
            asked.mistake("there are " + what + " for " + layers(count), "network.hidden makes "
                    + layers(layers.size()) + ", the output layer included");
        }
        return count == layers.size();
    }

    private static String layers(int count) {
        return count + (count == 1 ? " layer" : " layers");
    }

    private static boolean haveShape(ImmutableList<ImmutableDoubleArray> rows, LayerShape layer, Value asked) {
        if (rows.size() != layer.fanOut()) {
            asked.mistake("there are " + rows.size() + " rows of weights", layer.fanOut()
                    + " are needed, one for each neuron of the layer");
            return false;
        }
        boolean complete = true;
        for (int i = 0; i < rows.size(); i++) {
            complete &= hasLength(rows.get(i), layer.fanIn(), "one for each value that enters the neuron",
                    asked.item(i));
        }
        return complete;
    }

    private static boolean hasLength(ImmutableDoubleArray row, int length, String reason, Value asked) {
        if (row.length() != length) {
            asked.mistake("the list has " + row.length() + (row.length() == 1 ? " number" : " numbers"),
                    length + (length == 1 ? " is needed, " : " are needed, ") + reason);
        }
        return row.length() == length;
    }

    @Override
    protected void write(Parameters parameters, Members members) {
        ImmutableDoubleArray values = parameters.values();
        if (!(parameters.learner() instanceof Learner.Network network)) {
            for (int i = 0; i < values.length(); i++) {
                members.put(letters.get(i), values.get(i));
            }
            return;
        }
        List<ImmutableList<ImmutableDoubleArray>> rows = new ArrayList<>();
        List<ImmutableDoubleArray> constants = new ArrayList<>();
        for (LayerShape layer : LayerShape.of(network.architecture())) {
            ImmutableList.Builder<ImmutableDoubleArray> ofLayer = ImmutableList.builder();
            for (int neuron = 0; neuron < layer.fanOut(); neuron++) {
                int row = layer.firstWeight() + neuron * layer.fanIn();
                ofLayer.add(values.subArray(row, row + layer.fanIn()));
            }
            rows.add(ofLayer.build());
            constants.add(values.subArray(layer.firstBias(), layer.end()));
        }
        members.put(weights, ImmutableList.copyOf(rows));
        if (network.architecture().bias()) {
            members.put(biases, ImmutableList.copyOf(constants));
        }
    }

    @Override
    public String conditions() {
        return """
                {"if": {"required": ["file"]},
                 "then": {"maxProperties": 1},
                 "else": {"oneOf": [
                   {"required": ["weights"], "properties": {"a": false, "b": false, "c": false, "d": false}},
                   {"required": ["a", "b"], "properties": {"weights": false, "biases": false}}]}}""";
    }
}
