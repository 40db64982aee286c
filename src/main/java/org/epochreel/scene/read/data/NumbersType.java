package org.epochreel.scene.read.data;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Types;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/**
 * A number of a line, or a list of numbers, one for each of several inputs.
 *
 * @param one of the line
 * @param example a list
 */
record NumbersType<T>(Type<T> one, String example) implements Type<ImmutableList<T>> {

    static final int MOST_INPUTS = 16;

    private Type<ImmutableList<T>> several() {
        return Types.list(one, 2, MOST_INPUTS, example);
    }

    @Override
    public Optional<ImmutableList<T>> read(Value value) {
        return value.isSequence() ? several().read(value) : one.read(value).map(ImmutableList::of);
    }

    @Override
    public void write(ImmutableList<T> value, JsonText json) {
        if (value.size() == 1) {
            one.write(value.get(0), json);
        } else {
            several().write(value, json);
        }
    }

    @Override
    public String words() {
        return one.words() + ", or a list with one for each input";
    }

    @Override
    public void schema(JsonText json) {
        json.key("anyOf").beginArray().beginObject();
        one.schema(json);
        json.endObject().beginObject();
        several().schema(json);
        json.endObject().endArray();
    }
}
