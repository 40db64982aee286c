package org.epochreel.scene.canonical;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import org.epochreel.network.Architecture;
import org.epochreel.network.LayerShape;
import org.epochreel.scene.FamilyParameters;
import org.epochreel.scene.Scene;
import org.epochreel.text.JsonText;

/** A model's parameters in the form in which a scene gives them as {@code initialisation.parameters}. */
public final class ResolvedParameters {

    private ResolvedParameters() {}

    /**
     * Writes the parameters as one object.
     *
     * @param values in the model's order: layer by layer weights, then biases; or a, b, c, d
     */
    public static void write(ImmutableDoubleArray values, Scene.Learner learner, JsonText json) {
        json.beginObject();
        if (learner instanceof Scene.Learner.Network network) {
            ofNetwork(values, network.architecture(), json);
        } else {
            List<String> names = FamilyParameters.names(((Scene.Learner.Family) learner).family());
            for (int i = 0; i < names.size(); i++) {
                json.key(names.get(i)).value(values.get(i));
            }
        }
        json.endObject();
    }

    private static void ofNetwork(ImmutableDoubleArray values, Architecture architecture, JsonText json) {
        ImmutableList<LayerShape> layers = LayerShape.of(architecture);
        json.key("weights").beginArray();
        for (LayerShape layer : layers) {
            json.beginArray();
            for (int neuron = 0; neuron < layer.fanOut(); neuron++) {
                int row = layer.firstWeight() + neuron * layer.fanIn();
                ResolvedScene.numbers(values, row, row + layer.fanIn(), json);
            }
            json.endArray();
        }
        json.endArray();
        if (!architecture.bias()) {
            return;
        }
        json.key("biases").beginArray();
        for (LayerShape layer : layers) {
            ResolvedScene.numbers(values, layer.firstBias(), layer.end(), json);
        }
        json.endArray();
    }
}
