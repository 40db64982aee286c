package org.epochreel.scene;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.frame.FrameRate;
import org.epochreel.text.DecimalNumber;

/** Frame rates as scenes write them: {@code 30}, {@code 12.5}, {@code 30000/1001}. */
public final class FrameRateText {

    public static final String ALLOWED = "allowed is 1 to 240 frames a second, as a number such as 30 or 12.5 (at most"
            + " six digits) or as a fraction such as 30000/1001";

    private static final Pattern FRACTION = Pattern.compile("([1-9][0-9]{0,6})/([1-9][0-9]{0,6})");

    /** What people write for the rates of the NTSC family, which are really fractions. */
    private static final ImmutableMap<BigDecimal, FrameRate> ROUNDED = ImmutableMap.of(
            new BigDecimal("23.976"), new FrameRate(24_000, 1001),
            new BigDecimal("23.98"), new FrameRate(24_000, 1001),
            new BigDecimal("29.97"), new FrameRate(30_000, 1001),
            new BigDecimal("47.952"), new FrameRate(48_000, 1001),
            new BigDecimal("59.94"), new FrameRate(60_000, 1001),
            new BigDecimal("119.88"), new FrameRate(120_000, 1001));

    private FrameRateText() {}

    public static boolean isFraction(String text) {
        return FRACTION.matcher(text).matches();
    }

    public static Optional<FrameRate> parse(String text) {
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            return rate(new BigInteger(fraction.group(1)), new BigInteger(fraction.group(2)));
        }
        if (!DecimalNumber.isWrittenIn(text) || text.length() > 40) {
            return Optional.empty();
        }
        double approximate = Double.parseDouble(text);
        if (!(approximate >= 1 && approximate <= 240)) {
            return Optional.empty();
        }
        BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
        if (ROUNDED.containsKey(decimal)) {
            return Optional.of(ROUNDED.get(decimal));
        }
        int scale = Math.max(0, decimal.scale());
        return rate(decimal.movePointRight(scale).toBigIntegerExact(), BigInteger.TEN.pow(scale));
    }

    private static Optional<FrameRate> rate(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger top = numerator.divide(divisor);
        BigInteger bottom = denominator.divide(divisor);
        if (top.bitLength() > 31 || bottom.bitLength() > 31) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FrameRate(top.intValueExact(), bottom.intValueExact()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
