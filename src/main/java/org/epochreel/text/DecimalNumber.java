package org.epochreel.text;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as people write them in files: an optional sign, digits with at most one point, an optional power of ten.
 * Narrower than {@link Double#parseDouble}, which also takes {@code 1f}, {@code 0x1p3} and {@code NaN}.
 */
public final class DecimalNumber {

    private static final Pattern SYNTAX = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private DecimalNumber() {}

    /** Whether {@code text} is written as a number, be it too large for a double or not. */
    public static boolean isWrittenIn(String text) {
        return SYNTAX.matcher(text).matches();
    }

    /** The nearest double (infinite beyond the largest one), or nothing where {@code text} is not a number. */
    public static OptionalDouble parse(String text) {
        return isWrittenIn(text) ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }
}
