package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.epochreel.scene.VideoSpec.Range;

/** Where an axis is marked, and with what text. */
public final class Ticks {

    /** A mark; {@code label} has a true minus sign and as many decimals as its neighbours. */
    public record Tick(double value, String label) {}

    private static final ImmutableList<BigDecimal> STEPS = ImmutableList.of(
            BigDecimal.ONE, BigDecimal.valueOf(2), new BigDecimal("2.5"), BigDecimal.valueOf(5), BigDecimal.TEN);
    // The double nearest to 0.1 is a little more than 0.1, yet an axis from 0.1 on has a tick there.
    private static final int ROUNDED_DIGITS_OF_SPAN = 14;
    private static final int MAX_PLAIN_DIGITS = 6;
    private static final int MAX_NOTE_DIGITS = 15;

    private Ticks() {}

    /**
     * The multiples of a round step (1, 2, 2.5 or 5 times a power of ten) within {@code range}: the smallest step that
     * cuts the range into at most {@code intervals}.
     */
    public static ImmutableList<Tick> within(Range range, int intervals) {
        return Cut.of(range, intervals).ticks(BigDecimal.ZERO);
    }

    /**
     * As {@link #within}, but where labels would have more than six digits they show the difference to a round number,
     * which is the note.
     */
    static Marks marks(Range range, int intervals) {
        Cut cut = Cut.of(range, intervals);
        BigDecimal offset = cut.offset();
        if (offset.signum() == 0) {
            return new Marks(cut.ticks(offset), Optional.empty());
        }
        String number = text(offset.abs(), exponent(offset) >= MAX_NOTE_DIGITS);
        boolean above = offset.signum() > 0;
        return new Marks(cut.ticks(offset), Optional.of(new Marks.Note(
                (above ? "+" : "\u2212") + number, (above ? " \u2212 " : " + ") + number)));
    }

    /** The power of ten that a number's first digit counts. */
    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    /** The ends of a range in decimals, and the step that cuts it. */
    private record Cut(BigDecimal from, BigDecimal to, BigDecimal step) {

        static Cut of(Range range, int intervals) {
            BigDecimal first = new BigDecimal(range.from());
            BigDecimal last = new BigDecimal(range.to());
            int decimals = ROUNDED_DIGITS_OF_SPAN - exponent(last.subtract(first));
            BigDecimal from = first.setScale(decimals, RoundingMode.HALF_EVEN);
            BigDecimal to = last.setScale(decimals, RoundingMode.HALF_EVEN);
            BigDecimal least = to.subtract(from).divide(BigDecimal.valueOf(intervals), MathContext.DECIMAL64);
            BigDecimal step = STEPS.stream()
                    .map(s -> s.scaleByPowerOfTen(exponent(least)))
                    .filter(s -> s.compareTo(least) >= 0)
                    .findFirst()
                    .orElseThrow();
            return new Cut(from, to, step);
        }

        BigDecimal widest() {
            return from.abs().max(to.abs());
        }

        /** What labels leave out; 0 where they are short without that. */
        BigDecimal offset() {
            int digits = exponent(widest()) + Math.max(0, step.stripTrailingZeros().scale()) + 1;
            if (digits <= MAX_PLAIN_DIGITS || exponent(widest()) - exponent(step) < MAX_PLAIN_DIGITS) {
                return BigDecimal.ZERO;
            }
            BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(exponent(to.subtract(from)) + 1);
            BigDecimal middle = from.add(to).divide(BigDecimal.valueOf(2), MathContext.UNLIMITED);
            return middle.divide(unit, 0, RoundingMode.HALF_EVEN).multiply(unit);
        }

        ImmutableList<Tick> ticks(BigDecimal offset) {
            BigDecimal widest = offset.signum() == 0 ? widest() : from.subtract(offset).abs().max(
                    to.subtract(offset).abs());
            ImmutableList.Builder<Tick> ticks = ImmutableList.builder();
            BigDecimal multiple = from.divide(step, 0, RoundingMode.CEILING);
            for (BigDecimal value = multiple.multiply(step); value.compareTo(to) <= 0; value = value.add(step)) {
                ticks.add(new Tick(value.doubleValue(), label(value.subtract(offset), step, widest)));
            }
            return ticks.build();
        }
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
        boolean scientific = decimals > MAX_PLAIN_DIGITS || exponent(widest) >= MAX_PLAIN_DIGITS;
        return text(scientific ? value : value.setScale(decimals, RoundingMode.HALF_EVEN), scientific);
    }

    private static String text(BigDecimal value, boolean scientific) {
        if (!scientific) {
            return value.toPlainString().replace('-', '\u2212');
        }
        BigDecimal stripped = value.stripTrailingZeros();
        int exponent = exponent(stripped);
        String text = value.signum() == 0 ? "0" : stripped.movePointLeft(exponent).toPlainString() + "e" + exponent;
        return text.replace('-', '\u2212');
    }
}
