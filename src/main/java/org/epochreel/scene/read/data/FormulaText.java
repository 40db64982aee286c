package org.epochreel.scene.read.data;

import java.util.Optional;
import org.epochreel.data.Expression;
import org.epochreel.data.ExpressionException;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.text.JsonText;

/**
 * The text of a formula, which is understood once it is known what it is a formula of.
 *
 * @param example a formula for sentences, without quotes
 */
public record FormulaText(String example) implements Type<String> {

    @Override
    public Optional<String> read(Value value) {
        // x alone is text, but a constant such as 3 is a number in YAML and still a formula.
        return value.plainText().filter(plain -> CoreSchema.number(plain).isPresent())
                .or(() -> value.text("\"" + example + "\""));
    }

    /**
     * Understands a text as a formula of so many inputs; nothing, and a mistake, where it is none.
     *
     * @param value where the text stands
     */
    public static Optional<Expression> parse(Value value, String text, int inputs) {
        try {
            return Optional.of(Expression.parse(text, inputs));
        } catch (ExpressionException e) {
            value.mistakeAt(e.position(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void write(String value, JsonText json) {
        json.value(value);
    }

    @Override
    public String words() {
        return "a formula of at most " + Expression.MAX_LENGTH + " characters";
    }

    @Override
    public void schema(JsonText json) {
        json.key("type").beginArray().value("string").value("number").endArray();
    }
}
