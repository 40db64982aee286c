package org.epochreel.text;

import com.google.common.collect.Range;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;

/** Numbers as a picture shows them: short, of steady width, the same on every machine. */
public final class ReadoutNumber {

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private static final MathContext FOUR_DIGITS_TOWARDS_ZERO = new MathContext(4, RoundingMode.DOWN);

    /** Losses of these decimal exponents are written without one. */
    private static final int SMALLEST_PLAIN = -3;

    private static final int LARGEST_PLAIN = 5;

    private ReadoutNumber() {}

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

    /**
     * The longest text of any of {@code losses}; of those as long one without an exponent, since digits are the widest
     * letters.
     */
    public static String widestLoss(ImmutableDoubleArray losses) {
        // How long a text is depends on the power of ten alone, and few powers of two lie between two powers of ten.
        SortedMap<Integer, Range<Double>> reaches = new TreeMap<>();
        losses.stream().filter(Double::isFinite).forEach(loss ->
                reaches.merge(Math.getExponent(loss), Range.singleton(loss), Range::span));
        String widest = "";
        for (Range<Double> reach : reaches.values()) {
            for (double loss : new double[] {reach.lowerEndpoint(), reach.upperEndpoint()}) {
                widest = wider(widest, loss(loss));
            }
        }
        return widest;
    }

    /** A learning rate as short as it can be written to four significant digits, such as {@code 1e-5}. */
    public static String rate(double value) {
        double rounded = new BigDecimal(value).round(FOUR_DIGITS).doubleValue();
        // The largest doubles would be rounded to more than any double is.
        return ShortestDecimal.of(Double.isFinite(rounded)
                ? rounded : new BigDecimal(value).round(FOUR_DIGITS_TOWARDS_ZERO).doubleValue());
    }

    /** The wider of two numbers: of several characters, points take least room. */
    public static String wider(String a, String b) {
        return width(a) > width(b) ? a : b;
    }

    /** In hundredths of an em of the typeface, about. */
    private static int width(String number) {
        return number.chars().map(c -> c == '.' ? 28 : c == '-' ? 46 : 62).sum();
    }

    /** An angle in whole degrees, with one decimal below ten, such as {@code 4.2°}. */
    public static String degrees(double value) {
        return new BigDecimal(value).setScale(value < 9.95 ? 1 : 0, RoundingMode.HALF_EVEN).toPlainString() + "\u00B0";
    }
}
