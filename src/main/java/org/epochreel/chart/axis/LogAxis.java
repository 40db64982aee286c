package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.text.PictureNumber;

/**
 * An axis of powers of ten; positions are decimal logarithms. Where there are zeros, they have a mark of their own
 * below all powers.
 *
 * @param least position of the least positive numbers; smaller ones lie there, too. Above the range's lower end only
 *     where there are zeros, which lie between
 */
public record LogAxis(Range range, double least) implements Axis {

    private static final double MARGIN = 0.05;
    private static final double LEAST_SPAN = 0.02;
    // Values that few epochs have may widen the axis by this many powers of ten beyond those that most have.
    private static final double MOST_BEYOND = 6;
    private static final double OUTLIERS = 0.02;
    // Of the powers' span, what zeros get below it, and the part of that from the axis's end to their mark.
    private static final double FOR_ZEROS = 0.25;
    private static final double BELOW_ZEROS = 0.2;

    /** An axis for all numbers of {@code columns} that are not negative, or for 1 if none is positive. */
    public static LogAxis around(List<ImmutableDoubleArray> columns) {
        double[] powers = columns.stream()
                .flatMapToDouble(ImmutableDoubleArray::stream)
                .filter(value -> value > 0 && Double.isFinite(value))
                .map(StrictMath::log10)
                .toArray();
        if (powers.length == 0) {
            return of(-1, 1, columns);
        }
        double first = columns.stream()
                .flatMapToDouble(column -> column.isEmpty() ? DoubleStream.empty() : DoubleStream.of(column.get(0)))
                .filter(value -> value > 0 && Double.isFinite(value))
                .map(StrictMath::log10)
                .findFirst()
                .orElse(powers[0]);
        Arrays.sort(powers);
        int outliers = (int) (OUTLIERS * (powers.length - 1));
        double usualLeast = Math.min(first, powers[outliers]);
        double usualGreatest = Math.max(first, powers[powers.length - 1 - outliers]);
        double least = Math.max(powers[0], usualLeast - MOST_BEYOND);
        double greatest = Math.min(powers[powers.length - 1], usualGreatest + MOST_BEYOND);
        double margin = Math.max(LEAST_SPAN, MARGIN * (greatest - least));
        return of(least - margin, greatest + margin, columns);
    }

    private static LogAxis of(double least, double greatest, List<ImmutableDoubleArray> columns) {
        boolean zeros = columns.stream().flatMapToDouble(ImmutableDoubleArray::stream).anyMatch(value -> value == 0);
        double below = zeros ? FOR_ZEROS * (greatest - least) : 0;
        return new LogAxis(new Range(least - below, greatest), least);
    }

    @Override
    public double position(double value) {
        return value <= 0 ? zero() : Math.max(least, StrictMath.log10(value));
    }

    private double zero() {
        return range.from() + BELOW_ZEROS * (least - range.from());
    }

    @Override
    public ImmutableList<Tick> ticks(int intervals) {
        ImmutableList<Tick> positive = positive(intervals);
        if (least == range.from()) {
            return positive;
        }
        double apart = (range.to() - range.from()) / Math.max(1, intervals) / 2;
        return Stream.concat(
                        Stream.of(new Tick(zero(), "0")),
                        positive.stream().filter(tick -> tick.value() - zero() > apart))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Tick> positive(int intervals) {
        int lowest = (int) Math.ceil(least);
        int highest = (int) Math.floor(range.to());
        if (highest - lowest >= 1) {
            return powers(lowest, highest, intervals);
        }
        ImmutableList<Tick> between = oneTwoFive(lowest - 1, highest + 1);
        if (between.size() >= 2 && between.size() <= intervals + 1) {
            return between;
        }
        Range values = new Range(StrictMath.pow(10, least), StrictMath.pow(10, range.to()));
        return Ticks.within(values, intervals).stream()
                .map(tick -> new Tick(StrictMath.log10(tick.value()), tick.label()))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Tick> powers(int lowest, int highest, int intervals) {
        int step = Math.min(highest - lowest, round((highest - lowest + intervals - 1) / Math.max(1, intervals)));
        // One mark alone gives no scale.
        while (Math.floorDiv(highest, step) == Math.floorDiv(lowest + step - 1, step)) {
            step--;
        }
        boolean plain = PictureNumber.isPlain(lowest) && PictureNumber.isPlain(highest);
        ImmutableList.Builder<Tick> ticks = ImmutableList.builder();
        for (int power = Math.floorDiv(lowest + step - 1, step) * step; power <= highest; power += step) {
            ticks.add(new Tick(power, plain
                    ? BigDecimal.ONE.scaleByPowerOfTen(power).toPlainString() : PictureNumber.power(power)));
        }
        return ticks.build();
    }

    // 1, 2, 3 or 5 with zeros.
    private static int round(int least) {
        for (int unit = 1;; unit *= 10) {
            for (int digit : new int[] {1, 2, 3, 5}) {
                if (digit * unit >= least) {
                    return digit * unit;
                }
            }
        }
    }

    private ImmutableList<Tick> oneTwoFive(int lowest, int highest) {
        List<Tick> ticks = new ArrayList<>();
        boolean plain = PictureNumber.isPlain(lowest + 1) && PictureNumber.isPlain(highest - 1);
        for (int power = lowest; power <= highest; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double position = power + StrictMath.log10(digit);
                if (position >= least && position <= range.to()) {
                    BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                    ticks.add(new Tick(position,
                            plain ? PictureNumber.plain(value) : PictureNumber.withPower(value)));
                }
            }
        }
        return ImmutableList.copyOf(ticks);
    }
}
