package org.epochreel.scene.read.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.network.CurveFamily;
import org.epochreel.scene.Choice;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/**
 * What {@code model} says.
 *
 * @param family the family of curves; nothing for a network
 */
public record ModelName(Optional<CurveFamily> family) {

    public static final ModelName NETWORK = new ModelName(Optional.empty());

    private static final String NETWORK_TEXT = "network";

    public static ModelName of(CurveFamily family) {
        return new ModelName(Optional.of(family));
    }

    private String text() {
        return family.map(Choice::text).orElse(NETWORK_TEXT);
    }

    /** The names of all models. */
    public record Names() implements Type<ModelName> {

        private static final ImmutableMap<String, String> SYNONYMS = ImmutableMap.of(
                "neural-network", NETWORK_TEXT, "nn", NETWORK_TEXT, "mlp", NETWORK_TEXT, "perceptron", NETWORK_TEXT,
                "line", "linear", "parabola", "quadratic", "sine", "sinusoidal", "sin", "sinusoidal");

        private static ImmutableList<String> names() {
            return ImmutableList.<String>builder().add(NETWORK_TEXT).addAll(Choice.texts(CurveFamily.class)).build();
        }

        @Override
        public Optional<ModelName> read(Value value) {
            ImmutableList<String> names = names();
            return value.name(names, SYNONYMS).map(name -> name.equals(NETWORK_TEXT)
                    ? NETWORK
                    : of(CurveFamily.values()[names.indexOf(name) - 1]));
        }

        @Override
        public void write(ModelName value, JsonText json) {
            json.value(value.text());
        }

        @Override
        public String words() {
            return String.join(", ", names());
        }

        @Override
        public void schema(JsonText json) {
            json.key("enum").beginArray();
            names().forEach(json::value);
            json.endArray();
        }
    }
}
