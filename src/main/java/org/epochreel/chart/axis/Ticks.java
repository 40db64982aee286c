package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.epochreel.scene.VideoSpec.Range;

/** Where an axis is marked, and with what text. */
public final class Ticks {

    /** A mark; {@code label} has a true minus sign and as many decimals as its neighbours. */
    public record Tick(double value, String label) {}

    private static final ImmutableList<BigDecimal> STEPS = ImmutableList.of(
            BigDecimal.ONE, BigDecimal.valueOf(2), new BigDecimal("2.5"), BigDecimal.valueOf(5), BigDecimal.TEN);
    // The double nearest to 0.1 is a little more than 0.1, yet an axis from 0.1 on has a tick there.
    private static final MathContext DECIMAL_DIGITS = new MathContext(15);
    private static final int MAX_PLAIN_DIGITS = 6;

    private Ticks() {}

    /**
     * The multiples of a round step (1, 2, 2.5 or 5 times a power of ten) within {@code range}: the smallest step that
     * cuts the range into at most {@code intervals}.
     */
    public static ImmutableList<Tick> within(Range range, int intervals) {
        BigDecimal from = new BigDecimal(range.from()).round(DECIMAL_DIGITS);
        BigDecimal to = new BigDecimal(range.to()).round(DECIMAL_DIGITS);
        BigDecimal least = to.subtract(from).divide(BigDecimal.valueOf(intervals), MathContext.DECIMAL64);
        int exponent = least.precision() - least.scale() - 1;
        BigDecimal step = STEPS.stream()
                .map(s -> s.scaleByPowerOfTen(exponent))
                .filter(s -> s.compareTo(least) >= 0)
                .findFirst()
                .orElseThrow();
        BigDecimal multiple = from.divide(step, 0, RoundingMode.CEILING);
        ImmutableList.Builder<Tick> ticks = ImmutableList.builder();
        BigDecimal widest = from.abs().max(to.abs());
        for (BigDecimal value = multiple.multiply(step); value.compareTo(to) <= 0; value = value.add(step)) {
            ticks.add(new Tick(value.doubleValue(), label(value, step, widest)));
        }
        return ticks.build();
    }

    /** As {@link #within}, or with more intervals where there would be fewer than two marks, which give no scale. */
    static ImmutableList<Tick> atLeastTwo(Range range, int intervals) {
        ImmutableList<Tick> ticks = within(range, intervals);
        for (int more = intervals + 1; ticks.size() < 2; more++) {
            ticks = within(range, more);
        }
        return ticks;
    }

    private static String label(BigDecimal value, BigDecimal step, BigDecimal widest) {
        if (value.signum() == 0) {
            value = BigDecimal.ZERO;
        }
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        String text;
        if (decimals > MAX_PLAIN_DIGITS || widest.precision() - widest.scale() > MAX_PLAIN_DIGITS) {
            BigDecimal stripped = value.stripTrailingZeros();
            int exponent = stripped.precision() - stripped.scale() - 1;
            text = value.signum() == 0
                    ? "0" : stripped.movePointLeft(exponent).toPlainString() + "e" + exponent;
        } else {
            text = value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        }
        return text.replace('-', '\u2212');
    }
}
