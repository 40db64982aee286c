package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private static final double MOST_BEYOND_FIRST = 1e4;
    // Of the powers' span, what zeros get below it, and the part of that from the axis's end to their mark.
    private static final double FOR_ZEROS = 0.25;
    private static final double BELOW_ZEROS = 0.2;
    // Over fewer powers of ten than this, numbers between them have labels, too, that may stand a little closer.
    private static final double FEW_DECADES = 2.5;
    private static final double CLOSER = 1.4;
    private static final int MOST_BETWEEN = 3;

    /** An axis for all numbers of {@code columns} that are not negative, or for 1 if none is positive. */
    public static LogAxis around(List<ImmutableDoubleArray> columns) {
        return around(columns, Double.MAX_VALUE);
    }

    /** As {@link #around}, but numbers beyond 10⁴ times the largest of the columns' first ones leave it upwards. */
    public static LogAxis unlessDiverging(List<ImmutableDoubleArray> columns) {
        double first = columns.stream()
                .flatMapToDouble(column -> column.stream().filter(value -> value > 0 && Double.isFinite(value)).limit(1))
                .max().orElse(Double.MAX_VALUE);
        return around(columns, MOST_BEYOND_FIRST * first);
    }

    private static LogAxis around(List<ImmutableDoubleArray> columns, double greatest) {
        double[] powers = columns.stream()
                .flatMapToDouble(ImmutableDoubleArray::stream)
                .filter(value -> value > 0 && value <= greatest && Double.isFinite(value))
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
        double most = Math.min(powers[powers.length - 1], usualGreatest + MOST_BEYOND);
        double margin = Math.max(LEAST_SPAN, MARGIN * (most - least));
        return of(least - margin, most + margin, columns);
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
    public Marks marks(int intervals) {
        Marks positive = positiveMarks(intervals);
        return new Marks(withZero(positive.ticks(), intervals), positive.note());
    }

    @Override
    public ImmutableList<Tick> ticks(int intervals) {
        return withZero(positive(intervals), intervals);
    }

    private ImmutableList<Tick> withZero(ImmutableList<Tick> positive, int intervals) {
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
        Marks marks = positiveMarks(intervals);
        return marks.note().isEmpty() ? marks.ticks() : linear(Ticks.within(values(), intervals));
    }

    private Marks positiveMarks(int intervals) {
        int lowest = (int) Math.ceil(least);
        int highest = (int) Math.floor(range.to());
        if (range.to() - least < FEW_DECADES) {
            for (int[] digits : new int[][] {{1, 2, 5}, {1, 3}}) {
                ImmutableList<Tick> between = between(digits, lowest - 1, highest + 1);
                if (between.size() >= 2 && between.size() - 1 <= CLOSER * intervals) {
                    return new Marks(between, Optional.empty());
                }
            }
        }
        if (highest - lowest >= 1) {
            return new Marks(powers(lowest, highest, intervals), Optional.empty());
        }
        Marks marks = Ticks.marks(values(), intervals);
        return new Marks(linear(marks.ticks()), marks.note());
    }

    private Range values() {
        return new Range(StrictMath.pow(10, least), StrictMath.pow(10, range.to()));
    }

    private static ImmutableList<Tick> linear(ImmutableList<Tick> ticks) {
        return ticks.stream()
                .map(tick -> new Tick(StrictMath.log10(tick.value()), tick.label()))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Tick> powers(int lowest, int highest, int intervals) {
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
        // Those in between show that the scale is not even.
        int[] digits = step > MOST_BETWEEN ? new int[0] : step > 1 ? new int[] {1} : new int[] {2, 5};
        for (int power = lowest - 1; power <= highest; power++) {
            for (int digit : digits) {
                double position = power + StrictMath.log10(digit);
                boolean labelled = digit == 1 && Math.floorMod(power, step) == 0;
                if (position >= least && position <= range.to() && !labelled) {
                    ticks.add(new Tick(position, ""));
                }
            }
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

    private ImmutableList<Tick> between(int[] digits, int lowest, int highest) {
        List<BigDecimal> values = new ArrayList<>();
        for (int power = lowest; power <= highest; power++) {
            for (int digit : digits) {
                double position = power + StrictMath.log10(digit);
                if (position >= least && position <= range.to()) {
                    values.add(BigDecimal.valueOf(digit).scaleByPowerOfTen(power));
                }
            }
        }
        boolean plain = values.stream().allMatch(value -> PictureNumber.isPlain(PictureNumber.exponent(value)));
        return values.stream()
                .map(value -> new Tick(StrictMath.log10(value.doubleValue()),
                        plain ? PictureNumber.plain(value.setScale(Math.max(0, value.scale())))
                                : PictureNumber.withPower(value)))
                .collect(ImmutableList.toImmutableList());
    }
}
