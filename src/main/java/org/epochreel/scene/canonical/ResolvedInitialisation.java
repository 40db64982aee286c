package org.epochreel.scene.canonical;

import org.epochreel.network.Initialisation;
import org.epochreel.network.Initialisation.Scheme;
import org.epochreel.scene.Choice;
import org.epochreel.scene.Scene;
import org.epochreel.text.JsonText;

/** The part {@code initialisation} of a {@link ResolvedScene}. */
final class ResolvedInitialisation {

    private final JsonText json;

    ResolvedInitialisation(JsonText json) {
        this.json = json;
    }

    void write(Initialisation initialisation, Scene.Learner learner) {
        json.beginObject().key("seed").value(initialisation.seed());
        if (initialisation.scheme() instanceof Scheme.Explicit explicit) {
            json.key("parameters");
            ResolvedParameters.write(explicit.values(), learner, json);
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
}
