package org.epochreel.chart.wall;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.epochreel.text.PictureNumber;

/** Numbers on a wall: as everywhere in a picture, but three digits are enough to compare. */
final class WallNumber {

    private static final int DIGITS = 3;
    private static final MathContext ROUNDED = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final Pattern WITH_EXPONENT = Pattern.compile("(?<![\\w.])[-+]?(\\d+\\.?\\d*|\\.\\d+)[eE][-+]?\\d{1,3}(?![\\w.])");

    private WallNumber() {}

    /** A finite loss, such as {@code 0.0754} or {@code 1.23 × 10⁻⁵}. */
    static String loss(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return PictureNumber.loss(value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.round(ROUNDED);
        int exponent = PictureNumber.exponent(rounded);
        int decimals = DIGITS - 1 - exponent;
        return PictureNumber.isPlain(exponent)
                ? PictureNumber.plain((decimals < 0 ? exact : rounded).setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN))
                : PictureNumber.withPower(rounded.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** A text as its author wrote it, its numbers with exponents as those of pictures. */
    static String written(String text) {
        return WITH_EXPONENT.matcher(text).replaceAll(number -> PictureNumber.shortest(new BigDecimal(number.group())));
    }
}
