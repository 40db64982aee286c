package org.epochreel.scene;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/**
 * Doubles as the shortest text that reads back to the same double: {@code 0.01}, {@code 1e-5}, {@code -2.5}.
 *
 * <p>The digits come from the Schubfach algorithm (Raffaello Giulietti, "The Schubfach way to render doubles", 2021) as
 * jackson-core implements it: {@link Double#toString} before JDK 19 sometimes gives more digits than are needed, so its
 * text depends on the JDK.
 */
public final class ShortestDecimal {

    private ShortestDecimal() {}

    /**
     * The shorter of plain and exponent notation, plain if both are equally long; valid in JSON, YAML and CSV.
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
        BigDecimal decimal = new BigDecimal(NumberOutput.toString(Math.abs(value), true)).stripTrailingZeros();
        String digits = decimal.unscaledValue().toString();
        String exponent = exponentNotation(digits, -decimal.scale());
        // Beyond 40 digits plain notation is never the shorter one.
        String plain = Math.abs(decimal.scale()) <= 40 ? decimal.toPlainString() : exponent;
        String sign = value < 0 ? "-" : "";
        return sign + (plain.length() <= exponent.length() ? plain : exponent);
    }

    private static String exponentNotation(String digits, int scale) {
        // 123e-7 is shorter than 1.23e-5.
        String whole = digits + "e" + scale;
        int power = scale + digits.length() - 1;
        String normal = digits.length() == 1 ? whole : digits.charAt(0) + "." + digits.substring(1) + "e" + power;
        return normal.length() <= whole.length() ? normal : whole;
    }
}
