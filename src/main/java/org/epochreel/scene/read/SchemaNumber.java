package org.epochreel.scene.read;

import java.util.Optional;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Types;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** The one version of the format that this program knows. */
record SchemaNumber(int known) implements Type<Integer> {

    @Override
    public Optional<Integer> read(Value value) {
        Optional<Integer> schema = Types.whole(1, Integer.MAX_VALUE).read(value);
        if (schema.isPresent() && schema.get() != known) {
            value.mistake("this program does not know schema " + schema.get(), "allowed is " + known);
        }
        return schema;
    }

    @Override
    public void write(Integer value, JsonText json) {
        json.value(value);
    }

    @Override
    public String words() {
        return String.valueOf(known);
    }

    @Override
    public void schema(JsonText json) {
        json.key("type").value("integer").key("enum").beginArray().value(known).endArray();
    }
}
