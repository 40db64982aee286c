package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.text.PictureNumber;

/** Where an axis is marked, and with what text. */
public final class Ticks {

    /**
     * A mark; {@code label} has a true minus sign and as many decimals as its neighbours. One without a label lies
     * between others.
     */
    public record Tick(double value, String label) {

        public boolean isMinor() {
            return label.isEmpty();
        }
    }

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
        return Cut.of(range, intervals).ticks();
    }

    /**
     * As {@link #within}, but what all labels have in common is the note: a round number to which they show the
     * difference where they would have more than six digits, and a power of ten that they count where they are not
     * plain numbers.
     */
    static Marks marks(Range range, int intervals) {
        return Cut.of(range, intervals).marks();
    }

    /** As {@link #marks}, or with more intervals where there would be fewer than two marks, which give no scale. */
    static Marks atLeastTwo(Range range, int intervals) {
        Marks marks = marks(range, intervals);
        for (int more = intervals + 1; marks.ticks().size() < 2; more++) {
            marks = marks(range, more);
        }
        return marks;
    }

    /** As {@link #atLeastTwo}, each label a number of its own. */
    static ImmutableList<Tick> twoOrMore(Range range, int intervals) {
        ImmutableList<Tick> ticks = within(range, intervals);
        for (int more = intervals + 1; ticks.size() < 2; more++) {
            ticks = within(range, more);
        }
        return ticks;
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

        ImmutableList<Tick> ticks() {
            boolean plain = PictureNumber.isPlain(exponent(widest())) && decimals(step) <= MAX_PLAIN_DIGITS;
            return ticks(value -> plain
                    ? PictureNumber.plain(value.setScale(decimals(step), RoundingMode.HALF_EVEN))
                    : PictureNumber.withPower(value.stripTrailingZeros()));
        }

        Marks marks() {
            BigDecimal offset = offset();
            Cut rest = new Cut(from.subtract(offset), to.subtract(offset), step);
            int power = exponent(rest.widest());
            if (PictureNumber.isPlain(power)) {
                power = 0;
            }
            BigDecimal unit = step.scaleByPowerOfTen(-power);
            int multiplier = power;
            return new Marks(
                    ticks(value -> PictureNumber.plain(value.subtract(offset).scaleByPowerOfTen(-multiplier)
                            .setScale(decimals(unit), RoundingMode.HALF_EVEN))),
                    note(offset, power));
        }

        /** What labels leave out; 0 where they are short without that. */
        private BigDecimal offset() {
            int digits = exponent(widest()) + decimals(step) + 1;
            if (digits <= MAX_PLAIN_DIGITS || exponent(widest()) - exponent(step) < MAX_PLAIN_DIGITS) {
                return BigDecimal.ZERO;
            }
            BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(exponent(to.subtract(from)) + 1);
            BigDecimal middle = from.add(to).divide(BigDecimal.valueOf(2), MathContext.UNLIMITED);
            return middle.divide(unit, 0, RoundingMode.HALF_EVEN).multiply(unit);
        }

        private ImmutableList<Tick> ticks(Function<BigDecimal, String> label) {
            ImmutableList.Builder<Tick> ticks = ImmutableList.builder();
            BigDecimal multiple = from.divide(step, 0, RoundingMode.CEILING);
            for (BigDecimal value = multiple.multiply(step); value.compareTo(to) <= 0; value = value.add(step)) {
                ticks.add(new Tick(value.doubleValue(), label.apply(value)));
            }
            return ticks.build();
        }
    }

    private static Optional<Marks.Note> note(BigDecimal offset, int power) {
        String times = power == 0 ? "" : PictureNumber.multiplier(power);
        if (offset.signum() == 0) {
            return power == 0 ? Optional.empty() : Optional.of(new Marks.Note(times, ", " + times));
        }
        boolean above = offset.signum() > 0;
        String number = exponent(offset) >= MAX_NOTE_DIGITS
                ? PictureNumber.shortest(offset.abs())
                : PictureNumber.plain(offset.abs().setScale(decimals(offset), RoundingMode.UNNECESSARY));
        return Optional.of(new Marks.Note(
                (power == 0 ? "" : times + " ") + (above ? "+" : "\u2212") + number,
                (above ? " \u2212 " : " + ") + number + (power == 0 ? "" : ", " + times)));
    }

    private static int decimals(BigDecimal step) {
        return Math.max(0, step.stripTrailingZeros().scale());
    }

    private static int exponent(BigDecimal number) {
        return PictureNumber.exponent(number);
    }
}
