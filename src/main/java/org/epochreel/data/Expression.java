package org.epochreel.data;

import java.util.function.DoubleUnaryOperator;

/**
 * A formula of one variable x, kept with its source text; two formulas are equal when their texts are.
 *
 * <p>Understood are numbers such as {@code 2.5} and {@code 1e-3}, {@code x}, {@code pi}, {@code e}, the operators
 * {@code + - * / ^}, parentheses, and {@code sin cos tan exp log sqrt abs tanh pow(a, b)}; angles in radians,
 * {@code log} natural. {@code ^} groups from the right and binds tighter than a sign before it, so
 * {@code -x^2^3 = -(x^(2^3))}. Values come from {@link StrictMath}, the same everywhere; {@code a^2} is {@code a*a},
 * as in NumPy.
 *
 * <p>The parser is our own because no maintained library does this: exp4j has had no release since 2017 and gives no
 * positions, EvalEx computes in BigDecimal, mXparser reads far more than a formula and is not free of charge for all,
 * and scripting engines run code; none of them promises the same bits on every machine.
 */
public final class Expression {

    /** Longest text that is read, in characters. */
    public static final int MAX_LENGTH = 1000;

    private final String text;
    private final DoubleUnaryOperator function;

    private Expression(String text, DoubleUnaryOperator function) {
        this.text = text;
        this.function = function;
    }

    /**
     * Reads a formula.
     *
     * @throws ExpressionException if {@code text} is not one, or is longer than {@link #MAX_LENGTH}
     */
    public static Expression parse(String text) throws ExpressionException {
        return new Expression(text, new ExpressionParser(text).parse());
    }

    public String text() {
        return text;
    }

    /** The value at {@code x}; NaN or infinite where the formula has none, as in {@code 1/x} at 0. */
    public double at(double x) {
        return function.applyAsDouble(x);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
