package org.epochreel.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HexFormat;

/**
 * Writes one JSON value, indented by two spaces, lines ended by a line feed, numbers as {@link ShortestDecimal}. Calls
 * follow the text from left to right; the text is the same everywhere.
 */
public final class JsonText {

    private final StringWriter text = new StringWriter();
    private final JsonGenerator generator;

    public JsonText() {
        try {
            generator = new JsonFactory().createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        generator.setPrettyPrinter(printer);
        generator.setCharacterEscapes(new HiddenCharacters());
    }

    /** Writes what {@link VisibleText} would write out as JSON's own escapes, so that the file can be shown anywhere. */
    private static final class HiddenCharacters extends CharacterEscapes {

        private static final long serialVersionUID = 1;
        private static final int DELETE = 0x7F;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            boolean partOfAPair = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            return VisibleText.isHidden(character) && !partOfAPair
                    ? new SerializedString("\\u" + HexFormat.of().toHexDigits((short) character))
                    : null;
        }
    }

    /** Writes on one line instead, without spaces. */
    public static JsonText onOneLine() {
        JsonText json = new JsonText();
        json.generator.setPrettyPrinter(null);
        return json;
    }

    /** Something that writes; the text in memory never fails, only wrongly ordered calls do. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private JsonText write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new IllegalStateException("calls that make no JSON: " + e.getMessage(), e);
        }
        return this;
    }

    /** Names the member whose value comes next. */
    public JsonText key(String name) {
        return write(() -> generator.writeFieldName(name));
    }

    public JsonText beginObject() {
        return write(generator::writeStartObject);
    }

    public JsonText endObject() {
        return write(generator::writeEndObject);
    }

    public JsonText beginArray() {
        return write(generator::writeStartArray);
    }

    public JsonText endArray() {
        return write(generator::writeEndArray);
    }

    public JsonText value(String string) {
        return write(() -> generator.writeString(string));
    }

    public JsonText value(boolean truth) {
        return write(() -> generator.writeBoolean(truth));
    }

    public JsonText value(long number) {
        return write(() -> generator.writeNumber(number));
    }

    public JsonText value(BigInteger number) {
        return write(() -> generator.writeNumber(number));
    }

    /** @throws IllegalArgumentException if {@code number} is NaN or infinite, which JSON cannot say */
    public JsonText value(double number) {
        return write(() -> generator.writeNumber(ShortestDecimal.of(number)));
    }

    public JsonText nothing() {
        return write(generator::writeNull);
    }

    /** Copies the members of a JSON object into the one that is open. */
    public JsonText members(String object) {
        return write(() -> {
            try (JsonParser parser = new JsonFactory().createParser(object)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    generator.copyCurrentStructure(parser);
                }
            }
        });
    }

    /** Ends the text with a line feed and gives it. */
    public String finish() {
        write(generator::close);
        return text + "\n";
    }

    /**
     * The members of the object {@code json} whose values are strings; values within values are passed over.
     *
     * @throws IllegalArgumentException if the text is not one JSON object
     */
    public static ImmutableMap<String, String> strings(String json) {
        ImmutableMap.Builder<String, String> members = ImmutableMap.builder();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the text is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    members.put(name, parser.getText());
                }
                parser.skipChildren();
            }
            return members.buildKeepingLast();
        } catch (IOException e) {
            throw new IllegalArgumentException("the text is not JSON: " + e.getMessage(), e);
        }
    }
}
