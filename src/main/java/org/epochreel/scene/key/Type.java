package org.epochreel.scene.key;

import java.util.Optional;
import org.epochreel.text.JsonText;

/** What a key may hold: how it is read, written into the canonical record and described. */
public interface Type<T> {

    /** The value; nothing, and a mistake, where it is not of this type. */
    Optional<T> read(Value value);

    /** Writes the value as one JSON value that {@link #read} reads back. */
    void write(T value, JsonText json);

    /** What is allowed, for a sentence or a table: "a number above 0". */
    String words();

    /** Writes the members of the JSON Schema that say the same. */
    void schema(JsonText json);

    /** The group whose keys the value has, be it alone or as an item of a list. */
    default Optional<Group<?>> group() {
        return Optional.empty();
    }
}
