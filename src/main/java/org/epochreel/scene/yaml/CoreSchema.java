package org.epochreel.scene.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.text.DecimalNumber;

/** What unquoted text means: the core schema of YAML 1.2.2, section 10.3.2. */
public final class CoreSchema {

    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern OCTAL = Pattern.compile("0o([0-7]+)");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-fA-F]+)");

    /** Longest number whose exact value is worked out, in digits and as a power of ten. */
    private static final int MAX_DIGITS = 1300;

    private static final Pattern EXPONENT = Pattern.compile("[eE][-+]?0*([0-9]*)$");

    private CoreSchema() {}

    public static boolean isNull(String text) {
        return NULL.matcher(text).matches();
    }

    public static Optional<Boolean> truth(String text) {
        if (TRUE.matcher(text).matches()) {
            return Optional.of(true);
        }
        return FALSE.matcher(text).matches() ? Optional.of(false) : Optional.empty();
    }

    /** Whether the text is {@code .inf} or {@code .nan} in one of its spellings. */
    public static boolean isNotFinite(String text) {
        return NOT_FINITE.matcher(text).matches();
    }

    /** The nearest double to the number that the text is; infinite beyond the largest one. */
    public static OptionalDouble number(String text) {
        Optional<BigInteger> based = basedInteger(text);
        return based.isPresent() ? OptionalDouble.of(based.get().doubleValue()) : DecimalNumber.parse(text);
    }

    /** The exact value of a number without a fraction, also where it is written as {@code 1e3} or {@code 5.0}. */
    public static Optional<BigInteger> integer(String text) {
        Optional<BigInteger> based = basedInteger(text);
        if (based.isPresent()) {
            return based;
        }
        if (!DecimalNumber.isWrittenIn(text) || text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        Matcher exponent = EXPONENT.matcher(text);
        // The exact value of 1e999999999 would not fit into memory.
        if (exponent.find()
                && (exponent.group(1).length() > 4 || Integer.parseInt("0" + exponent.group(1)) > MAX_DIGITS)) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text);
        try {
            return Optional.of(value.toBigIntegerExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigInteger> basedInteger(String text) {
        Matcher hexadecimal = HEXADECIMAL.matcher(text);
        if (hexadecimal.matches() && text.length() <= MAX_DIGITS) {
            return Optional.of(new BigInteger(hexadecimal.group(1), 16));
        }
        Matcher octal = OCTAL.matcher(text);
        return octal.matches() && text.length() <= MAX_DIGITS
                ? Optional.of(new BigInteger(octal.group(1), 8))
                : Optional.empty();
    }
}
