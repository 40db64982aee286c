package org.epochreel.scene.read.data;

import java.util.Optional;
import java.util.regex.Pattern;
import org.epochreel.data.Expression;
import org.epochreel.data.ExpressionException;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.text.JsonText;

/**
 * The text of a formula, which is understood once it is known what it is a formula of.
 *
 * @param asked where it stands, if it was read from a scene
 */
public record FormulaText(String text, Optional<Value> asked) {

    private static final Pattern NUMBERED = Pattern.compile("\\bx[0-9]");

    /** The text of a formula that is understood already. */
    public static FormulaText of(Expression formula) {
        return new FormulaText(formula.text(), Optional.empty());
    }

    /** The formula of so many inputs; nothing, and a mistake, where it is none. */
    public Optional<Expression> parse(int inputs) {
        try {
            return Optional.of(Expression.parse(text, inputs));
        } catch (ExpressionException e) {
            asked.orElseThrow().mistakeAt(e.position(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether it speaks of x1, x2 or the like, and so of several inputs. */
    boolean namesInputs() {
        return NUMBERED.matcher(text).find();
    }

    /**
     * Formulas of what is told elsewhere.
     *
     * @param of such as "x"
     * @param example a formula, without quotes
     */
    public record Formulas(String of, String example) implements Type<FormulaText> {

        @Override
        public Optional<FormulaText> read(Value value) {
            // x alone is text, but a constant such as 3 is a number in YAML and still a formula.
            return value.plainText().filter(plain -> CoreSchema.number(plain).isPresent())
                    .or(() -> value.text("\"" + example + "\""))
                    .map(text -> new FormulaText(text, Optional.of(value)));
        }

        @Override
        public void write(FormulaText value, JsonText json) {
            json.value(value.text());
        }

        @Override
        public String words() {
            return "a formula of " + of + " of at most " + Expression.MAX_LENGTH + " characters";
        }

        @Override
        public void schema(JsonText json) {
            json.key("type").beginArray().value("string").value("number").endArray();
        }
    }
}
