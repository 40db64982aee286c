package org.epochreel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * 3, 0, 7", "(1 + 2) * 3, 0, 9", "10 - 4 - 3, 0, 3", "24 / 4 / 2, 0, 3", "2 * x ^ 3, 2, 16",
        "-x^2, 3, -9", "(-x)^2, 3, 9", "2^3^2, 0, 512", "2^-1, 0, 0.5", "2^-x^2, 1, 0.5", "--x, 5, 5", "+x, 5, 5",
        "3 - -x, 5, 8", "1e-3 * x, 2, 0.002", "2.5E+1, 0, 25", ".5 + 5., 0, 5.5", "abs(-x), 3, 3", "sqrt(x), 9, 3",
        "'pow(x, 3)', 2, 8", "'pow(2, x + 1)', 3, 16", "exp(0) + log(1) + tanh(0), 7, 1",
        "sin(0) + cos(0) + tan(0), 1, 1",
        "'  x\t*\nx ', 4, 16", "x*(1), 4, 4"
    })
    void computesByTheUsualRules(String text, double x, double expected) throws ExpressionException {
        assertEquals(expected, Expression.parse(text).at(x));
    }

    @Test
    void constantsAndFunctionsAreTheStrictOnes() throws ExpressionException {
        assertEquals(StrictMath.sin(StrictMath.PI * 0.3), Expression.parse("sin(pi * x)").at(0.3));
        assertEquals(StrictMath.log(StrictMath.E + 0.3), Expression.parse("log(e + x)").at(0.3));
        assertEquals(StrictMath.exp(0.7 / 5), Expression.parse("exp(x/5)").at(0.7));
        assertEquals(StrictMath.tanh(0.7) * StrictMath.tan(0.7), Expression.parse("tanh(x)*tan(x)").at(0.7));
        assertEquals(StrictMath.sin(0.7) * (25 - 0.7 * 0.7), Expression.parse("sin(x) * (25 - x^2)").at(0.7));
    }

    @Test
    void formulasOfSeveralInputsCallThemByNumber() throws ExpressionException {
        assertEquals(2 + 3 * 5, Expression.parse("x1 + x2 * x3", 3).at(2, 3, 5));
        assertEquals(StrictMath.sin(2.0) * StrictMath.cos(3.0), Expression.parse("sin(x1) * cos(x2)", 2).at(2, 3));
        assertNotEquals(Expression.parse("x1", 2), Expression.parse("x1", 3));
        ExpressionException unknown = assertThrows(ExpressionException.class, () -> Expression.parse("x + 1", 2));
        assertTrue(unknown.getMessage().contains("allowed are x1 x2 pi e sin"), unknown.getMessage());
        ExpressionException far = assertThrows(ExpressionException.class, () -> Expression.parse("x65", 64));
        assertTrue(far.getMessage().contains("allowed are x1 to x64 pi e sin"), far.getMessage());
    }

    @Test
    void squaresAreProducts() throws ExpressionException {
        Expression square = Expression.parse("x^2");
        for (double x = -3; x < 3; x += 0.001) {
            assertEquals(x * x, square.at(x));
        }
    }

    @Test
    void givesNoFiniteNumberWhereTheFormulaHasNone() throws ExpressionException {
        assertTrue(Double.isNaN(Expression.parse("log(x)").at(-1)));
        assertEquals(Double.POSITIVE_INFINITY, Expression.parse("1/x").at(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''|0|the formula is empty; write one of x, such as sin(x) * (25 - x^2)",
        "2 * sine(x)|4|unknown name \"sine\"; allowed are x pi e sin cos tan exp log sqrt abs tanh pow; did you mean"
                + " \"sin\"?",
        "foobar + 1|0|unknown name \"foobar\"; allowed are x pi e sin cos tan exp log sqrt abs tanh pow",
        "2x|1|an operator is missing before \"x\"; a product is written with *, as in 2*x",
        "3(x + 1)|1|an operator is missing before \"(\"; a product is written with *, as in 2*x",
        "x(3)|1|an operator is missing between \"x\" and \"(\"; write x * ( ... )",
        "2 * (x + 1|4|this \"(\" is never closed",
        "x + 1)|5|unexpected \")\"; no parenthesis is open here",
        "x ** 2|2|\"**\" is not an operator; a power is written ^, as in x^2",
        "x +|3|the formula ends where a value is expected",
        "sin x|0|\"sin\" needs parentheses, as in sin(x)",
        "pow(x)|5|\"pow\" takes two values, as in pow(x, 3)",
        "x + $y|4|unexpected \"$\"; allowed are numbers, x, functions, parentheses and + - * / ^",
        "x + .|4|\".\" is not a number",
        "1e999|0|1e999 is too large for a double",
        "System.exit(0)|0|unknown name \"System\"; allowed are x pi e sin cos tan exp log sqrt abs tanh pow"
    })
    void saysWhereAFormulaIsWrong(String text, int position, String message) {
        ExpressionException e = assertThrows(ExpressionException.class, () -> Expression.parse(text));
        assertEquals(message, e.getMessage());
        assertEquals(position, e.position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "2^", "sin(", "+"})
    void refusesBottomlessNestingWithASentence(String opening) {
        ExpressionException nested = assertThrows(ExpressionException.class,
                () -> Expression.parse(opening.repeat(200)));
        assertTrue(nested.getMessage().contains("nested deeper"), nested.getMessage());
        ExpressionException tooLong =
                assertThrows(ExpressionException.class, () -> Expression.parse(opening.repeat(100_000)));
        assertTrue(tooLong.getMessage().contains("at most 1000 are allowed"), tooLong.getMessage());
    }

    @Test
    void takesTheLongestSumThatIsAllowed() throws ExpressionException {
        assertEquals(500, Expression.parse("1" + "+1".repeat(499)).at(0));
    }

    @Test
    void formulasAreEqualWhenTheirTextsAre() throws ExpressionException {
        assertEquals(Expression.parse("x + 1"), Expression.parse("x + 1"));
        assertEquals(Expression.parse("x + 1").hashCode(), Expression.parse("x + 1").hashCode());
        assertNotEquals(Expression.parse("x + 1"), Expression.parse("x+1"));
    }
}
