package org.epochreel.scene.read.data;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Types;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/**
 * The names of columns: one, a list of them, or {@code "*"} for all that have no other purpose.
 *
 * @param names as they are written; "*" where they are all others
 */
record ColumnNames(ImmutableList<String> names) {

    static final int MOST = 1024;

    private static final String ALL = "*";

    boolean areAllOthers() {
        return names.equals(ImmutableList.of(ALL));
    }

    /** @param example a name for sentences */
    record Names(String example) implements Type<ColumnNames> {

        private Type<String> one() {
            return new ColumnName(example);
        }

        private Type<ImmutableList<String>> several() {
            return Types.list(one(), 1, MOST, "[" + example + ", value]");
        }

        @Override
        public Optional<ColumnNames> read(Value value) {
            Optional<ImmutableList<String>> names = value.isSequence() ? several().read(value)
                    : one().read(value).map(ImmutableList::of);
            if (names.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < names.get().size(); i++) {
                if (names.get().indexOf(names.get().get(i)) < i) {
                    value.item(i).mistake("column \"" + names.get().get(i) + "\" is in the list twice",
                            "each may occur once");
                    return Optional.empty();
                }
            }
            return names.map(ColumnNames::new);
        }

        @Override
        public void write(ColumnNames value, JsonText json) {
            if (value.names().size() == 1) {
                one().write(value.names().get(0), json);
            } else {
                several().write(value.names(), json);
            }
        }

        @Override
        public String words() {
            return "a column's name or number, a list of these, or \"*\" for all others";
        }

        @Override
        public void schema(JsonText json) {
            json.key("anyOf").beginArray().beginObject();
            one().schema(json);
            json.endObject().beginObject();
            several().schema(json);
            json.key("uniqueItems").value(true).endObject().endArray();
        }
    }
}
