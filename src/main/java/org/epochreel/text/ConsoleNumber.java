package org.epochreel.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as messages tell them: short, in letters that every terminal has, the same on every machine. */
public final class ConsoleNumber {

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private static final MathContext FOUR_DIGITS_TOWARDS_ZERO = new MathContext(4, RoundingMode.DOWN);

    /** Losses of these decimal exponents are written without one. */
    private static final int SMALLEST_PLAIN = -3;

    private static final int LARGEST_PLAIN = 5;

    private ConsoleNumber() {}

    /**
     * A loss with four significant digits, zeros included, such as {@code 0.01230} or {@code 1.230e-5}; {@code ∞} for
     * infinity.
     */
    public static String loss(double value) {
        if (value == 0) {
            return "0";
        }
        if (value == Double.POSITIVE_INFINITY) {
            return "\u221E";
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS);
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < SMALLEST_PLAIN || exponent > LARGEST_PLAIN) {
            return rounded.movePointLeft(exponent).setScale(3, RoundingMode.HALF_EVEN).toPlainString() + "e" + exponent;
        }
        return rounded.setScale(Math.max(0, 3 - exponent), RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A learning rate as short as it can be written to four significant digits, such as {@code 1e-5}. */
    public static String rate(double value) {
        double rounded = new BigDecimal(value).round(FOUR_DIGITS).doubleValue();
        // The largest doubles would be rounded to more than any double is.
        return ShortestDecimal.of(Double.isFinite(rounded)
                ? rounded : new BigDecimal(value).round(FOUR_DIGITS_TOWARDS_ZERO).doubleValue());
    }
}
