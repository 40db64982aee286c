package org.epochreel.scene.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.text.ShortestDecimal;

/** A YAML document as a tree that knows where each part was written. */
public sealed interface YamlNode {

    Position position();

    /**
     * A single value.
     *
     * @param text with quotes and escapes resolved
     * @param plain whether it was written without quotes, so that it may be a number, a truth value or nothing
     * @param verbatim columns from {@code position} to the text's first character where the file holds the very text on
     *     one line; -1 where escapes or line breaks shift it
     * @param lost a comment behind it that may have been meant as a part of it, with the spaces between; or empty
     */
    record Scalar(String text, boolean plain, int verbatim, String lost, Position position) implements YamlNode {

        /** Where the character numbered {@code index} of the text was written, as exactly as can be told. */
        public Position positionOf(int index) {
            return verbatim < 0 ? position : position.right(verbatim + text.codePointCount(0, index));
        }
    }

    record Sequence(ImmutableList<YamlNode> items, Position position) implements YamlNode {}

    /** A list of nothing but finite numbers, of which a file may hold millions. */
    record Numbers(ImmutableDoubleArray values, Position position) implements YamlNode {

        /** One of them as if it were written alone. */
        public Scalar item(int index) {
            return new Scalar(ShortestDecimal.of(values.get(index)), true, -1, "", position);
        }
    }

    /** Names with values in the order written; no name occurs twice. */
    record Mapping(ImmutableList<Entry> entries, Position position) implements YamlNode {

        /** The entries by their names. */
        public ImmutableMap<String, Entry> byName() {
            return Maps.uniqueIndex(entries, Entry::name);
        }

        public Optional<Entry> entry(String name) {
            return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
        }
    }

    /** A key with its value. */
    record Entry(String name, Position position, YamlNode value) {}
}
