package org.epochreel.print;

import java.awt.Color;
import java.util.Locale;

/** Numbers and colours as drawings write them: no more than a thousandth of a pixel, no power of ten, no locale. */
final class Decimal {

    private static final double PARTS = 1000;
    private static final double FAR = 1e9;

    private Decimal() {}

    static String of(double value) {
        long parts = Math.round(Math.max(-FAR, Math.min(FAR, value)) * PARTS);
        String sign = parts < 0 ? "-" : "";
        long whole = Math.abs(parts) / (long) PARTS;
        long rest = Math.abs(parts) % (long) PARTS;
        if (rest == 0) {
            return sign + whole;
        }
        String digits = Long.toString(rest + (long) PARTS).substring(1);
        while (digits.endsWith("0")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        return sign + whole + "." + digits;
    }

    static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }

    /** From 0 to 1. */
    static String opacity(Color color) {
        return of(color.getAlpha() / 255.0);
    }
}
