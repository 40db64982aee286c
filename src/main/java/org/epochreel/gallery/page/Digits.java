package org.epochreel.gallery.page;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.util.Locale;
import org.epochreel.text.PictureNumber;

/** Numbers as text, the same on every JDK and in every locale. */
final class Digits {

    private Digits() {}

    /** The shortest text that reads back to the same double; empty if it is not finite. */
    static String exact(double value) {
        return Double.isFinite(value) ? NumberOutput.toString(value, true) : "";
    }

    /** Four digits that count, as in pictures: 0.01234, 12.30, 1.234 × 10⁻⁷. */
    static String brief(double value) {
        if (Double.isNaN(value)) {
            return "not a number";
        }
        return PictureNumber.loss(value);
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
