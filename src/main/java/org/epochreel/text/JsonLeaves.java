package org.epochreel.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of a JSON text by their paths, such as {@code video.size}, for comparing two texts key by key. A list is one
 * value.
 *
 * @param values each value's text
 */
public record JsonLeaves(ImmutableMap<String, String> values) {

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if it is not one JSON object
     */
    public static JsonLeaves of(String json) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the text is not a JSON object");
            }
            members(parser, "", values);
            return new JsonLeaves(ImmutableMap.copyOf(values));
        } catch (IOException e) {
            throw new IllegalArgumentException("the text is not JSON: " + e.getMessage(), e);
        }
    }

    private static void members(JsonParser parser, String prefix, Map<String, String> values) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                members(parser, path + ".", values);
            } else if (value == JsonToken.START_ARRAY) {
                values.put(path, list(parser));
            } else {
                values.put(path, parser.getText());
            }
        }
    }

    private static String list(JsonParser parser) throws IOException {
        StringBuilder text = new StringBuilder("[");
        for (int depth = 1; depth > 0;) {
            JsonToken token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            text.append(parser.getText()).append(' ');
        }
        return text.toString();
    }

    /** What is below a path, by the rest of its paths. */
    public JsonLeaves below(String path) {
        ImmutableMap.Builder<String, String> below = ImmutableMap.builder();
        values.forEach((key, value) -> {
            if (key.startsWith(path + ".")) {
                below.put(key.substring(path.length() + 1), value);
            }
        });
        return new JsonLeaves(below.buildOrThrow());
    }

    /** The paths whose values differ, or that one of the two has not, in the order of their names. */
    public Set<String> differences(JsonLeaves other) {
        Set<String> differing = new TreeSet<>();
        values.forEach((path, value) -> {
            if (!Optional.of(value).equals(Optional.ofNullable(other.values.get(path)))) {
                differing.add(path);
            }
        });
        other.values.keySet().stream().filter(path -> !values.containsKey(path)).forEach(differing::add);
        return differing;
    }
}
