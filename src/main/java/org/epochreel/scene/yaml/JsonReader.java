package org.epochreel.scene.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads JSON into {@link YamlNode}s, as {@link YamlReader} would, in a time that grows with the length alone: files of
 * parameters hold millions of numbers.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 40;
    private static final String NOT_JSON = "this is not JSON from here on; names and text stand in double quotes, items are"
            + " separated by commas, and every bracket is closed";

    private final JsonParser parser;
    private final String source;
    private final Mistakes mistakes;

    private JsonReader(JsonParser parser, String source, Mistakes mistakes) {
        this.parser = parser;
        this.source = source;
        this.mistakes = mistakes;
    }

    /** Reads a file that holds one JSON value; nothing where it cannot be read, which then is one of the mistakes. */
    public static Optional<YamlNode> readFile(String text, String shown, Mistakes mistakes) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return new JsonReader(parser, shown, mistakes).read();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to close", e);
        }
    }

    private Optional<YamlNode> read() {
        try {
            parser.nextToken();
            YamlNode root = node("", 0);
            if (parser.nextToken() != null) {
                mistakes.add(position(), "", "the file goes on after its end; it holds one JSON value");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (StreamConstraintsException e) {
            mistakes.add(position(), "", "a text or number here is longer than any parameter is");
        } catch (IOException e) {
            mistakes.add(position(parser.currentLocation()), "", NOT_JSON);
        }
        return Optional.empty();
    }

    private YamlNode node(String path, int depth) throws IOException {
        Position position = position();
        if (depth > MAX_DEPTH) {
            throw new IOException("nested too deeply");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(position, path, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            return list(position, path, depth);
        }
        if (token == null) {
            throw new IOException("no value");
        }
        return new YamlNode.Scalar(parser.getText(), token != JsonToken.VALUE_STRING, -1, "", position);
    }

    private YamlNode.Mapping mapping(Position position, String path, int depth) throws IOException {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Position keyPosition = position();
            String name = parser.currentName();
            String inner = path.isEmpty() ? name : path + "." + name;
            parser.nextToken();
            YamlNode value = node(inner, depth + 1);
            if (seen.add(name)) {
                entries.add(new YamlNode.Entry(name, keyPosition, value));
            } else {
                mistakes.add(keyPosition, inner, "the key \"" + name + "\" occurs twice; keep one of them");
            }
        }
        return new YamlNode.Mapping(ImmutableList.copyOf(entries), position);
    }

    /** A list, as bare numbers as long as nothing else stands in it. */
    private YamlNode list(Position position, String path, int depth) throws IOException {
        ImmutableDoubleArray.Builder numbers = ImmutableDoubleArray.builder();
        JsonToken token = parser.nextToken();
        while (token != null && token.isNumeric()) {
            double number = parser.getDoubleValue();
            if (Double.isInfinite(number)) {
                break;
            }
            numbers.add(number);
            token = parser.nextToken();
        }
        YamlNode.Numbers known = new YamlNode.Numbers(numbers.build(), position);
        if (token == JsonToken.END_ARRAY) {
            return known;
        }
        ImmutableList.Builder<YamlNode> items = ImmutableList.builder();
        int index = known.values().length();
        for (int i = 0; i < index; i++) {
            items.add(known.item(i));
        }
        for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(path + "[" + index++ + "]", depth + 1));
        }
        return new YamlNode.Sequence(items.build(), position);
    }

    private Position position() {
        return position(parser.currentTokenLocation());
    }

    private Position position(JsonLocation place) {
        return new Position(source, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }
}
