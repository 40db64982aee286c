package org.epochreel.scene.read.data;

import java.util.Optional;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/**
 * The name of the column that holds classes.
 *
 * @param asked where it is named, if it was read from a scene
 */
record LabelColumn(String name, Optional<Value> asked) {

    /** A column's name, which is kept with its place. */
    record Names() implements Type<LabelColumn> {

        private static final Type<String> NAME = new ColumnName("species");

        @Override
        public Optional<LabelColumn> read(Value value) {
            return NAME.read(value).map(name -> new LabelColumn(name, Optional.of(value)));
        }

        @Override
        public void write(LabelColumn value, JsonText json) {
            NAME.write(value.name(), json);
        }

        @Override
        public String words() {
            return NAME.words();
        }

        @Override
        public void schema(JsonText json) {
            NAME.schema(json);
        }
    }
}
