package org.epochreel.text;

import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * Every number in a picture: plain from 0.001 to 99 999, beyond that with a power of ten whose exponent is raised, such
 * as {@code 1.230 × 10⁻⁵}; minus signs are true ones. The same on every machine.
 */
public final class PictureNumber {

    /** The exponents of the powers of ten between which numbers are plain. */
    private static final int SMALLEST_PLAIN = -3;
    private static final int LARGEST_PLAIN = 4;

    private static final int DIGITS = 4;
    private static final MathContext ROUNDED = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private static final String MINUS = "\u2212";
    /** Between narrow blanks at which no line breaks. */
    private static final String TIMES = "\u202F\u00D7\u202F";
    private static final String RAISED_MINUS = "\u207B";
    private static final String RAISED = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

    private static final char FIGURE_SPACE = '\u2007';
    private static final char PUNCTUATION_SPACE = '\u2008';

    /** Widths in hundredths of an em, about. */
    private static final int FIGURE = 65;
    private static final int POINT = 27;

    private PictureNumber() {}

    /** Whether a number whose first digit counts this power of ten is written without a power. */
    public static boolean isPlain(int exponent) {
        return exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN;
    }

    /** The power of ten that a number's first digit counts; 0 for 0. */
    public static int exponent(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    }

    /** A power of ten, such as {@code 10⁻⁵}. */
    public static String power(int exponent) {
        StringBuilder text = new StringBuilder("10").append(exponent < 0 ? RAISED_MINUS : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(RAISED.charAt(digit - '0'));
        }
        return text.toString();
    }

    /** What every number of an axis is multiplied by, such as {@code × 10⁴}. */
    public static String multiplier(int exponent) {
        return TIMES.substring(1) + power(exponent);
    }

    /** All digits of a number, such as {@code −2.50}. */
    public static String plain(BigDecimal number) {
        return number.toPlainString().replace("-", MINUS);
    }

    /** A number as short as it can be written: {@code 0.02}, {@code 10⁶}, {@code −2.5 × 10⁻⁵}. */
    public static String shortest(BigDecimal number) {
        BigDecimal digits = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return isPlain(exponent(digits)) ? plain(digits.setScale(Math.max(0, digits.scale()))) : withPower(digits);
    }

    /** A number with a power of ten whatever its size, {@code 5 × 10⁻¹}, but for 0. */
    public static String withPower(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        int exponent = exponent(number);
        BigDecimal first = number.movePointLeft(exponent);
        if (first.abs().compareTo(BigDecimal.ONE) == 0 && first.precision() == 1) {
            return (first.signum() < 0 ? MINUS : "") + power(exponent);
        }
        return plain(first) + TIMES + power(exponent);
    }

    /**
     * A loss or a length with four significant digits, zeros included, and all digits before the point: {@code 0.01230},
     * {@code 12346}, {@code 1.230 × 10⁻⁵}; {@code ∞} for infinity.
     */
    public static String loss(double value) {
        if (value == 0) {
            return "0";
        }
        if (Double.isInfinite(value)) {
            return value < 0 ? MINUS + "\u221E" : "\u221E";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.round(ROUNDED);
        int exponent = exponent(rounded);
        int decimals = DIGITS - 1 - exponent;
        if (isPlain(exponent)) {
            return plain((decimals < 0 ? exact : rounded).setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN));
        }
        return withPower(rounded.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** The power of ten nearest below, for where {@link #loss} finds no room. */
    public static String magnitude(double value) {
        return value == 0 || Double.isInfinite(value) ? loss(value)
                : (value < 0 ? MINUS : "") + power(exponent(new BigDecimal(value).round(ROUNDED)));
    }

    /** A learning rate as short as it can be written to four significant digits. */
    public static String rate(double value) {
        return shortest(new BigDecimal(value).round(ROUNDED));
    }

    /** An angle in whole degrees, with one decimal below ten, such as {@code 4.2°}. */
    public static String degrees(double value) {
        return plain(new BigDecimal(value).setScale(value < 9.95 ? 1 : 0, RoundingMode.HALF_EVEN)) + "\u00B0";
    }

    /** The widest text of any of {@code losses}. */
    public static String widestLoss(ImmutableDoubleArray losses) {
        return widest(losses, PictureNumber::loss);
    }

    /** The widest of any of {@code values} in a text whose width depends on the power of ten alone. */
    static String widest(ImmutableDoubleArray values, DoubleFunction<String> text) {
        // Few powers of two lie between two powers of ten.
        SortedMap<Integer, Range<Double>> reaches = new TreeMap<>();
        values.stream().filter(Double::isFinite).forEach(value ->
                reaches.merge(Math.getExponent(value), Range.singleton(value), Range::span));
        String widest = "";
        for (Range<Double> reach : reaches.values()) {
            for (double value : new double[] {reach.lowerEndpoint(), reach.upperEndpoint()}) {
                widest = wider(widest, text.apply(value));
            }
        }
        return widest;
    }

    /** The wider of two numbers, the first of two that are as wide. */
    public static String wider(String a, String b) {
        return width(b) > width(a) ? b : a;
    }

    /** Blanks that make {@code text} about as wide as {@code widest}. */
    public static String padding(String text, String widest) {
        int lacking = Math.max(0, width(widest) - width(text));
        int best = 0;
        for (int points = 0; points * POINT <= lacking; points++) {
            best = Math.abs(rest(lacking, points)) < Math.abs(rest(lacking, best)) ? points : best;
        }
        return String.valueOf(FIGURE_SPACE).repeat((lacking - best * POINT + FIGURE / 2) / FIGURE)
                + String.valueOf(PUNCTUATION_SPACE).repeat(best);
    }

    // What is left of a width after some points and as many figures as come nearest.
    private static int rest(int lacking, int points) {
        int left = lacking - points * POINT;
        return left - (left + FIGURE / 2) / FIGURE * FIGURE;
    }

    private static int width(String number) {
        return number.chars().map(PictureNumber::width).sum();
    }

    private static int width(int character) {
        return switch (character) {
            case '.' -> POINT;
            case '\u202F' -> 18;
            case '\u00B0' -> 46;
            case '\u221E' -> 94;
            default -> character == RAISED_MINUS.charAt(0) || RAISED.indexOf(character) >= 0 ? FIGURE * 65 / 100 : FIGURE;
        };
    }
}
