package org.epochreel.scene;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles as the shortest text that reads back to the same double: {@code 0.01}, {@code 1e-5}, {@code -2.5}.
 *
 * <p>The digits come from the Schubfach algorithm (Raffaello Giulietti, "The Schubfach way to render doubles", 2021) as
 * jackson-core implements it: {@link Double#toString} before JDK 19 sometimes gives more digits than are needed, so its
 * text depends on the JDK.
 */
public final class ShortestDecimal {

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    private ShortestDecimal() {}

    /**
     * The shorter of plain and scientific notation, plain if both are equally long; valid in JSON, YAML and CSV.
     *
     * @throws IllegalArgumentException if {@code value} is NaN or infinite
     */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " has no decimal text");
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal decimal = shortest(Math.abs(value));
        String digits = decimal.unscaledValue().toString();
        int power = digits.length() - 1 - decimal.scale();
        String exponent = digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e" + power;
        // Beyond 40 digits plain notation is never the shorter one.
        String plain = Math.abs(decimal.scale()) <= 40 ? decimal.toPlainString() : exponent;
        String sign = value < 0 ? "-" : "";
        return sign + (plain.length() <= exponent.length() ? plain : exponent);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
        // The algorithm prefers the nearest of two digits where one would do: 4.9e-324 for 5e-324.
        if (decimal.precision() == 2) {
            BigDecimal digit = decimal.round(ONE_DIGIT);
            return digit.doubleValue() == value ? digit.stripTrailingZeros() : decimal;
        }
        return decimal;
    }
}
