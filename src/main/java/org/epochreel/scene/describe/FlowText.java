package org.epochreel.scene.describe;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.scene.yaml.YamlReader;
import org.epochreel.text.JsonText;

/** Values of keys on one line, as YAML for people and as JSON for editors. */
final class FlowText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private FlowText() {}

    /** A key's default in YAML, if it has one. */
    static <T> Optional<String> fallback(Key<T> key) {
        return key.fallback().map(value -> {
            JsonText json = JsonText.onOneLine();
            key.type().write(value, json);
            return yaml(parse(json.finish()));
        });
    }

    /** Writes a key's example as JSON. */
    static void writeExample(Key<?> key, JsonText json) {
        write(parse(key.example()), json);
    }

    private static YamlNode parse(String text) {
        Mistakes mistakes = new Mistakes();
        return YamlReader.readOption(text, Position.ofOption("example"), mistakes).orElseThrow(() ->
                new IllegalStateException("no YAML: " + text));
    }

    private static String yaml(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries().stream().map(entry -> entry.name() + ": " + yaml(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream().map(FlowText::yaml).collect(Collectors.joining(", ", "[", "]"));
        }
        String text = ((YamlNode.Scalar) node).text();
        return PLAIN.matcher(text).matches() ? text : "\"" + text + "\"";
    }

    private static void write(YamlNode node, JsonText json) {
        if (node instanceof YamlNode.Mapping mapping) {
            json.beginObject();
            for (YamlNode.Entry entry : mapping.entries()) {
                json.key(entry.name());
                write(entry.value(), json);
            }
            json.endObject();
        } else if (node instanceof YamlNode.Sequence sequence) {
            json.beginArray();
            sequence.items().forEach(item -> write(item, json));
            json.endArray();
        } else {
            YamlNode.Scalar scalar = (YamlNode.Scalar) node;
            if (scalar.plain() && CoreSchema.truth(scalar.text()).isPresent()) {
                json.value(CoreSchema.truth(scalar.text()).get());
            } else if (scalar.plain() && CoreSchema.number(scalar.text()).isPresent()) {
                json.value(CoreSchema.number(scalar.text()).getAsDouble());
            } else {
                json.value(scalar.text());
            }
        }
    }
}
