package org.epochreel.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.epochreel.scene.ShortestDecimal;

/** Numbers as a picture shows them: short, of steady width, the same on every machine. */
final class ReadoutNumber {

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    /** Losses of these decimal exponents are written without one. */
    private static final int SMALLEST_PLAIN = -3;

    private static final int LARGEST_PLAIN = 5;

    private ReadoutNumber() {}

    /** A loss with four significant digits, zeros included, such as {@code 0.01230} or {@code 1.230e-5}. */
    static String loss(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS);
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < SMALLEST_PLAIN || exponent > LARGEST_PLAIN) {
            return rounded.movePointLeft(exponent).setScale(3, RoundingMode.HALF_EVEN).toPlainString() + "e" + exponent;
        }
        return rounded.setScale(Math.max(0, 3 - exponent), RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A learning rate as short as it can be written to four significant digits, such as {@code 1e-5}. */
    static String rate(double value) {
        return ShortestDecimal.of(new BigDecimal(value).round(FOUR_DIGITS).doubleValue());
    }
}
