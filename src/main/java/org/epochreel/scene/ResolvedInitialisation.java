package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import org.epochreel.network.Architecture;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Initialisation.Scheme;

/** The part {@code initialisation} of a {@link ResolvedScene}. */
final class ResolvedInitialisation {

    private final JsonText json;

    ResolvedInitialisation(JsonText json) {
        this.json = json;
    }

    void write(Initialisation initialisation, Scene.Learner learner) {
        json.beginObject().key("seed").value(initialisation.seed());
        if (initialisation.scheme() instanceof Scheme.Explicit explicit) {
            json.key("parameters").beginObject();
            if (learner instanceof Scene.Learner.Network network) {
                ofNetwork(explicit.values(), network.architecture());
            } else {
                List<String> names = FamilyParameters.names(((Scene.Learner.Family) learner).family());
                for (int i = 0; i < names.size(); i++) {
                    json.key(names.get(i)).value(explicit.values().get(i));
                }
            }
            json.endObject();
        } else {
            json.key("scheme");
            scheme(initialisation.scheme());
            if (!(initialisation.scheme() instanceof Scheme.Blog)) {
                json.key("layout").value(Choice.text(initialisation.layout()));
            }
            initialisation.biases().ifPresent(value -> json.key("biases").value(value));
            json.key("scale").value(initialisation.scale());
        }
        json.endObject();
    }

    private void scheme(Scheme scheme) {
        if (scheme instanceof Scheme.Normal normal) {
            json.beginObject().key("normal").beginObject().key("sd").value(normal.sd()).endObject().endObject();
        } else if (scheme instanceof Scheme.Uniform uniform) {
            json.beginObject().key("uniform").beginObject();
            json.key("from").value(uniform.from()).key("to").value(uniform.to()).endObject().endObject();
        } else if (scheme instanceof Scheme.Blog) {
            json.value("blog");
        } else if (scheme instanceof Scheme.Xavier) {
            json.value("xavier");
        } else if (scheme instanceof Scheme.He) {
            json.value("he");
        } else {
            json.value("torch");
        }
    }

    private void ofNetwork(ImmutableDoubleArray values, Architecture architecture) {
        ImmutableList<LayerShape> layers = LayerShape.of(architecture);
        json.key("weights").beginArray();
        int start = 0;
        for (LayerShape layer : layers) {
            json.beginArray();
            for (int neuron = 0; neuron < layer.fanOut(); neuron++) {
                int row = start + neuron * layer.fanIn();
                ResolvedScene.numbers(values, row, row + layer.fanIn(), json);
            }
            json.endArray();
            start += (int) layer.parameters();
        }
        json.endArray();
        if (!architecture.bias()) {
            return;
        }
        json.key("biases").beginArray();
        int end = 0;
        for (LayerShape layer : layers) {
            end += (int) layer.parameters();
            ResolvedScene.numbers(values, end - layer.fanOut(), end, json);
        }
        json.endArray();
    }
}
