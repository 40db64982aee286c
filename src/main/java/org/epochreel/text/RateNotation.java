package org.epochreel.text;

import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.DoubleStream;

/**
 * How the learning rates of one run are written: all alike, so that a change shows by how much. If one of them needs a
 * power of ten, so do the others: from {@code 10⁻³} to {@code 10⁻⁴}.
 *
 * @param powers whether all have a power of ten
 */
public record RateNotation(boolean powers) {

    private static final MathContext ROUNDED = new MathContext(4, RoundingMode.HALF_EVEN);

    /** The notation of the rates that a run has one after the other. */
    public static RateNotation of(DoubleStream rates) {
        return new RateNotation(rates.anyMatch(rate ->
                rate != 0 && !PictureNumber.isPlain(PictureNumber.exponent(rounded(rate)))));
    }

    /** A rate to four significant digits. */
    public String text(double rate) {
        return powers ? PictureNumber.withPower(rounded(rate).stripTrailingZeros()) : PictureNumber.rate(rate);
    }

    /** A text as wide as the widest of {@code rates}, all of whose four digits may count. */
    public String widest(ImmutableDoubleArray rates) {
        return PictureNumber.widest(rates, rate -> powers ? PictureNumber.withPower(rounded(rate))
                : PictureNumber.loss(rate));
    }

    private static BigDecimal rounded(double rate) {
        return new BigDecimal(rate).round(ROUNDED);
    }
}
