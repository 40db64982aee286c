package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.epochreel.text.DecimalNumber;
import org.epochreel.text.NearestName;

/**
 * Turns a formula's text into a function, by recursive descent:
 *
 * <pre>
 * sum     = product (("+" | "-") product)*
 * product = signed (("*" | "/") signed)*
 * signed  = ("+" | "-") signed | power
 * power   = primary ("^" signed)?
 * primary = number | variable | "pi" | "e" | name "(" sum ("," sum)* ")" | "(" sum ")"
 * </pre>
 */
final class ExpressionParser {

    /** Nesting is bounded well below what a small thread stack holds. */
    private static final int MAX_DEPTH = 100;

    private static final ImmutableMap<String, DoubleUnaryOperator> FUNCTIONS =
            ImmutableMap.<String, DoubleUnaryOperator>builder()
                    .put("sin", StrictMath::sin)
                    .put("cos", StrictMath::cos)
                    .put("tan", StrictMath::tan)
                    .put("exp", StrictMath::exp)
                    .put("log", StrictMath::log)
                    .put("sqrt", Math::sqrt)
                    .put("abs", Math::abs)
                    .put("tanh", StrictMath::tanh)
                    .buildOrThrow();
    private static final String POW = "pow";
    private static final ImmutableMap<String, Double> CONSTANTS = ImmutableMap.of("pi", Math.PI, "e", Math.E);

    /** Most variables that a sentence lists one by one. */
    private static final int MOST_LISTED = 4;

    /** What people write who have the signs of mathematics on their keyboard. */
    private static final ImmutableMap<Integer, String> MEANT = ImmutableMap.<Integer, String>builder()
            .put((int) '\u03C0', "pi")
            .put((int) '\u00D7', "*")
            .put((int) '\u00B7', "*")
            .put((int) '\u22C5', "*")
            .put((int) '\u2217', "*")
            .put((int) '\u00F7', "/")
            .put((int) '\u2215', "/")
            .put((int) '\u2212', "-")
            .put((int) '\u2013', "-")
            .put((int) '\u00B2', "^2")
            .put((int) '\u00B3', "^3")
            .put((int) '\u221A', "sqrt(x)")
            .put((int) '\u00A0', "a plain space")
            .buildOrThrow();

    private final String text;
    private final ImmutableList<String> variables;
    private final ImmutableList<String> names;
    private int position;
    private int depth;

    /** A part of a formula as a function of the variables' values. */
    interface Term {
        double at(double[] values);
    }

    ExpressionParser(String text, ImmutableList<String> variables) {
        this.text = text;
        this.variables = variables;
        this.names = ImmutableList.<String>builder()
                .addAll(variables)
                .addAll(CONSTANTS.keySet())
                .addAll(FUNCTIONS.keySet())
                .add(POW)
                .build();
    }

    private String listed(String separator) {
        return variables.size() <= MOST_LISTED
                ? String.join(separator, variables)
                : variables.get(0) + " to " + variables.get(variables.size() - 1);
    }

    Term parse() throws ExpressionException {
        if (text.length() > Expression.MAX_LENGTH) {
            throw new ExpressionException(Expression.MAX_LENGTH, "the formula has " + text.length()
                    + " characters; at most " + Expression.MAX_LENGTH + " are allowed");
        }
        skipSpaces();
        if (atEnd()) {
            throw new ExpressionException(position,
                    "the formula is empty; write one of " + listed(", ") + ", such as " + example());
        }
        Term formula = sum();
        if (!atEnd()) {
            throw unexpected();
        }
        return formula;
    }

    private Term sum() throws ExpressionException {
        Term left = product();
        while (true) {
            if (take('+')) {
                left = join(left, product(), (a, b) -> a + b);
            } else if (take('-')) {
                left = join(left, product(), (a, b) -> a - b);
            } else {
                return left;
            }
        }
    }

    private Term product() throws ExpressionException {
        Term left = signed();
        while (true) {
            if (text.startsWith("**", position)) {
                throw new ExpressionException(position, "\"**\" is not an operator; a power is written ^, as in "
                        + variables.get(0) + "^2");
            } else if (take('*')) {
                left = join(left, signed(), (a, b) -> a * b);
            } else if (take('/')) {
                left = join(left, signed(), (a, b) -> a / b);
            } else {
                return left;
            }
        }
    }

    private Term signed() throws ExpressionException {
        descend();
        Term value;
        if (take('-')) {
            Term operand = signed();
            value = x -> -operand.at(x);
        } else if (take('+')) {
            value = signed();
        } else {
            value = power();
        }
        depth--;
        return value;
    }

    private Term power() throws ExpressionException {
        Term base = primary();
        return take('^') ? join(base, signed(), ExpressionParser::pow) : base;
    }

    private static double pow(double base, double exponent) {
        return exponent == 2 ? base * base : StrictMath.pow(base, exponent);
    }

    private Term primary() throws ExpressionException {
        if (atEnd()) {
            throw new ExpressionException(position, "the formula ends where a value is expected");
        }
        int start = position;
        char next = text.charAt(position);
        if (next == '(') {
            take('(');
            Term inner = sum();
            close(start);
            return inner;
        }
        if (isDigit(next) || next == '.') {
            return number();
        }
        if (isLetter(next)) {
            return named();
        }
        throw unexpected();
    }

    private Term number() throws ExpressionException {
        int start = position;
        skipDigits();
        if (position < text.length() && text.charAt(position) == '.') {
            position++;
            skipDigits();
        }
        int mantissaEnd = position;
        if (position < text.length() && (text.charAt(position) == 'e' || text.charAt(position) == 'E')) {
            position++;
            if (position < text.length() && (text.charAt(position) == '+' || text.charAt(position) == '-')) {
                position++;
            }
            int digits = position;
            skipDigits();
            if (position == digits) {
                position = mantissaEnd;
            }
        }
        String written = text.substring(start, position);
        double value = DecimalNumber.parse(written)
                .orElseThrow(() -> new ExpressionException(start, "\"" + written + "\" is not a number"));
        if (Double.isInfinite(value)) {
            throw new ExpressionException(start, written + " is too large for a double");
        }
        skipSpaces();
        return x -> value;
    }

    private Term named() throws ExpressionException {
        int start = position;
        while (position < text.length() && (isLetter(text.charAt(position)) || isDigit(text.charAt(position)))) {
            position++;
        }
        String name = text.substring(start, position);
        skipSpaces();
        boolean called = position < text.length() && text.charAt(position) == '(';
        boolean isValue = variables.contains(name) || CONSTANTS.containsKey(name);
        if (isValue && !called) {
            return value(name);
        }
        if (isValue) {
            throw new ExpressionException(position, "an operator is missing between \"" + name + "\" and \"(\"; write "
                    + name + " * ( ... )");
        }
        if (!FUNCTIONS.containsKey(name) && !name.equals(POW)) {
            String suggestion = NearestName.of(name, names).map(near -> "; did you mean \"" + near + "\"?").orElse("");
            throw new ExpressionException(
                    start, "unknown name \"" + name + "\"; allowed are " + allowed() + suggestion);
        }
        if (!called) {
            throw new ExpressionException(start, "\"" + name + "\" needs parentheses, as in "
                    + (name.equals(POW) ? "pow(" + variables.get(0) + ", 3)" : name + "(" + variables.get(0) + ")"));
        }
        int open = position;
        take('(');
        Term first = sum();
        if (!name.equals(POW)) {
            close(open);
            DoubleUnaryOperator function = FUNCTIONS.get(name);
            return x -> function.applyAsDouble(first.at(x));
        }
        if (!take(',')) {
            throw new ExpressionException(position, "\"pow\" takes two values, as in pow(" + variables.get(0) + ", 3)");
        }
        Term second = sum();
        close(open);
        return join(first, second, ExpressionParser::pow);
    }

    private Term value(String name) {
        int variable = variables.indexOf(name);
        if (variable >= 0) {
            return x -> x[variable];
        }
        double constant = CONSTANTS.get(name);
        return x -> constant;
    }

    private String allowed() {
        return listed(" ") + " " + String.join(" ", names.subList(variables.size(), names.size()));
    }

    private String example() {
        return variables.size() == 1 ? "sin(x) * (25 - x^2)" : "sin(x1) * cos(x2)";
    }

    private static Term join(
            Term left, Term right, DoubleBinaryOperator operator) {
        return x -> operator.applyAsDouble(left.at(x), right.at(x));
    }

    private void descend() throws ExpressionException {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException(position, "the formula is nested deeper than " + MAX_DEPTH + " levels");
        }
    }

    private void close(int open) throws ExpressionException {
        if (take(')')) {
            return;
        }
        if (atEnd()) {
            throw new ExpressionException(open, "this \"(\" is never closed");
        }
        throw unexpected();
    }

    private ExpressionException unexpected() {
        int codePoint = text.codePointAt(position);
        String found = Character.toString(codePoint);
        if (codePoint == ')') {
            return new ExpressionException(position, "unexpected \")\"; "
                    + (depth == 0 ? "no parenthesis is open here" : "a value is expected here"));
        }
        if (codePoint > 0x7F) {
            return new ExpressionException(position, "a formula does not know the character \"" + found + "\"; "
                    + Optional.ofNullable(MEANT.get(codePoint)).map(meant -> "write " + meant)
                            .orElse(Character.isDigit(codePoint) ? "digits are 0 to 9"
                                    : allowed() + " and numbers, parentheses and + - * / ^"));
        }
        if (Character.isLetterOrDigit(codePoint) || codePoint == '(') {
            return new ExpressionException(position, "an operator is missing before \"" + found
                    + "\"; a product is written with *, as in 2*" + variables.get(0));
        }
        return new ExpressionException(position, "unexpected \"" + found
                + "\"; allowed are numbers, " + listed(", ") + ", functions, parentheses and + - * / ^");
    }

    private boolean take(char wanted) {
        if (position < text.length() && text.charAt(position) == wanted) {
            position++;
            skipSpaces();
            return true;
        }
        return false;
    }

    private void skipSpaces() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private void skipDigits() {
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
    }

    private boolean atEnd() {
        return position == text.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
