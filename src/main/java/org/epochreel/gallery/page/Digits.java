package org.epochreel.gallery.page;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same on every JDK and in every locale. */
final class Digits {

    private static final MathContext BRIEF = new MathContext(4, RoundingMode.HALF_EVEN);

    private Digits() {}

    /** The shortest text that reads back to the same double; empty if it is not finite. */
    static String exact(double value) {
        return Double.isFinite(value) ? NumberOutput.toString(value, true) : "";
    }

    /** Four digits that count: 0.01234, 12.30, 1.234e-7. */
    static String brief(double value) {
        if (Double.isNaN(value)) {
            return "not a number";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : "\u2212\u221e";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(BRIEF);
        int exponent = rounded.precision() - rounded.scale() - 1;
        String digits = rounded.setScale(rounded.scale() + 4 - rounded.precision(), RoundingMode.UNNECESSARY)
                .unscaledValue().abs().toString();
        String sign = value < 0 ? "\u2212" : "";
        if (exponent < -4 || exponent > 5) {
            return sign + digits.charAt(0) + "." + digits.substring(1) + "e" + exponent;
        }
        BigDecimal plain = rounded.abs().setScale(Math.max(0, 3 - exponent), RoundingMode.UNNECESSARY);
        return sign + plain.toPlainString();
    }

    /** With commas between thousands. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** To the tenth, without an exponent. */
    static String tenths(double value) {
        return BigDecimal.valueOf((long) Math.rint(10 * value), 1).toPlainString();
    }
}
