package org.epochreel.text;

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
        String text = NumberOutput.toString(Math.abs(value), true);
        String digits = digits(text);
        int power = power(text);
        // The algorithm prefers the nearest of two digits where one would do: 4.9e-324 for 5e-324.
        if (digits.length() == 2) {
            BigDecimal digit = new BigDecimal(text).round(ONE_DIGIT);
            if (digit.doubleValue() == Math.abs(value)) {
                digits = digit.unscaledValue().toString();
                power = -digit.scale();
            }
        }
        StringBuilder decimal = new StringBuilder(24).append(value < 0 ? "-" : "");
        if (plainLength(digits.length(), power) <= scientificLength(digits.length(), power)) {
            appendPlain(decimal, digits, power);
        } else {
            decimal.append(digits, 0, 1);
            if (digits.length() > 1) {
                decimal.append('.').append(digits, 1, digits.length());
            }
            decimal.append('e').append(power);
        }
        return decimal.toString();
    }

    /** The digits of a positive number, without zeros before or behind them. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        int length = 0;
        for (int i = 0; i < text.length() && text.charAt(i) != 'E'; i++) {
            char c = text.charAt(i);
            if (c != '.' && (c != '0' || digits.length() > 0)) {
                digits.append(c);
                length = c == '0' ? length : digits.length();
            }
        }
        digits.setLength(length);
        return digits.toString();
    }

    /** The power of ten that its first digit counts. */
    private static int power(String text) {
        int mark = text.indexOf('E');
        int exponent = mark < 0 ? 0 : Integer.parseInt(text, mark + 1, text.length(), 10);
        int point = text.indexOf('.');
        int first = 0;
        while (text.charAt(first) == '0' || first == point) {
            first++;
        }
        return exponent + (first < point ? point - first - 1 : point - first);
    }

    private static int plainLength(int digits, int power) {
        return power < 0 ? 1 - power + digits : power < digits - 1 ? digits + 1 : power + 1;
    }

    private static int scientificLength(int digits, int power) {
        int magnitude = Math.abs(power);
        int ofPower = (power < 0 ? 1 : 0) + (magnitude < 10 ? 1 : magnitude < 100 ? 2 : 3);
        return (digits == 1 ? 1 : digits + 1) + 1 + ofPower;
    }

    private static void appendPlain(StringBuilder decimal, String digits, int power) {
        if (power < 0) {
            decimal.append("0.").append("0".repeat(-power - 1)).append(digits);
        } else if (power < digits.length() - 1) {
            decimal.append(digits, 0, power + 1).append('.').append(digits, power + 1, digits.length());
        } else {
            decimal.append(digits).append("0".repeat(power + 1 - digits.length()));
        }
    }
}
