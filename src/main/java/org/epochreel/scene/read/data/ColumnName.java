package org.epochreel.scene.read.data;

import java.util.Optional;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.text.JsonText;

/**
 * The name of a column, which may look like a number, or be its number.
 *
 * @param example a name for sentences
 */
record ColumnName(String example) implements Type<String> {

    @Override
    public Optional<String> read(Value value) {
        return value.plainText().filter(plain -> CoreSchema.number(plain).isPresent()).or(() -> value.text(example));
    }

    @Override
    public void write(String value, JsonText json) {
        json.value(value);
    }

    @Override
    public String words() {
        return "a column's name, or its number";
    }

    @Override
    public void schema(JsonText json) {
        json.key("type").beginArray().value("string").value("number").endArray();
    }
}
