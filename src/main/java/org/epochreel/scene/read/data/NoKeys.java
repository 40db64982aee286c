package org.epochreel.scene.read.data;

import java.util.Optional;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** What a key says that is only there, as in {@code digits: {}}. */
enum NoKeys {
    NONE;

    /**
     * An empty group.
     *
     * @param key the key, for sentences
     */
    record Type(String key) implements org.epochreel.scene.key.Type<NoKeys> {

        @Override
        public Optional<NoKeys> read(Value value) {
            if (value.isEmptyMapping()) {
                return Optional.of(NONE);
            }
            value.mistake(value.shown() + " stands where an empty group is needed", "write " + key + ": {}");
            return Optional.empty();
        }

        @Override
        public void write(NoKeys value, JsonText json) {
            json.beginObject().endObject();
        }

        @Override
        public String words() {
            return "an empty group, {}";
        }

        @Override
        public void schema(JsonText json) {
            json.key("type").value("object").key("maxProperties").value(0);
        }
    }
}
