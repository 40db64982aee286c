package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;

/**
 * A formula of one or more variables, kept with its source text; two formulas of the same variables are equal when
 * their texts are.
 *
 * <p>Understood are numbers such as {@code 2.5} and {@code 1e-3}, the variables, {@code pi}, {@code e}, the operators
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
    private final ImmutableList<String> variables;
    private final ExpressionParser.Term formula;

    private Expression(String text, ImmutableList<String> variables, ExpressionParser.Term formula) {
        this.text = text;
        this.variables = variables;
        this.formula = formula;
    }

    /** What the inputs of a row are called: x where there is one, else x1, x2 and so on. */
    public static ImmutableList<String> names(int inputs) {
        return inputs == 1
                ? ImmutableList.of("x")
                : IntStream.rangeClosed(1, inputs).mapToObj(i -> "x" + i).collect(ImmutableList.toImmutableList());
    }

    /**
     * Reads a formula of x.
     *
     * @throws ExpressionException if {@code text} is not one, or is longer than {@link #MAX_LENGTH}
     */
    public static Expression parse(String text) throws ExpressionException {
        return parse(text, 1);
    }

    /**
     * Reads a formula of {@code inputs} numbers, which are called as {@link #names} says.
     *
     * @throws ExpressionException if {@code text} is not one, or is longer than {@link #MAX_LENGTH}
     */
    public static Expression parse(String text, int inputs) throws ExpressionException {
        ImmutableList<String> variables = names(inputs);
        return new Expression(text, variables, new ExpressionParser(text, variables).parse());
    }

    public String text() {
        return text;
    }

    /** Variables that it is a formula of. */
    public int inputs() {
        return variables.size();
    }

    /**
     * The value where the variables have these values, as many as there are variables; NaN or infinite where the
     * formula has none, as in {@code 1/x} at 0.
     */
    public double at(double... values) {
        return formula.at(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && text.equals(that.text) && variables.equals(that.variables);
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
