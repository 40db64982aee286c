package org.epochreel.landscape;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.epochreel.text.PictureNumber;

/** The round losses at which a picture draws lines of equal loss. */
public final class Levels {

    private static final ImmutableList<ImmutableList<String>> MANTISSAS = ImmutableList.of(
            ImmutableList.of("1", "1.5", "2", "3", "4", "5", "6", "8"),
            ImmutableList.of("1", "1.5", "2", "3", "5", "7"),
            ImmutableList.of("1", "2", "5"),
            ImmutableList.of("1", "3"),
            ImmutableList.of("1"));
    private static final ImmutableList<BigDecimal> STEPS = ImmutableList.of(BigDecimal.ONE, BigDecimal.valueOf(2),
            BigDecimal.valueOf(5), BigDecimal.TEN);
    private static final int FEWEST = 4;
    private static final int DENSE = 2;
    private static final int MOST_OF_DENSE = 11;

    private Levels() {}

    /** A level: the logarithm of its loss, and the loss as it is written. */
    public record Level(double log, String text) {}

    /**
     * The levels between two losses, ascending: 1, 2 and 5 times powers of ten, more of each power where there are few,
     * and fewer where there would be too many. Between losses of nearly the same size they are evenly spaced.
     *
     * @param least decimal logarithm of the smaller loss
     * @param most levels at the most, at least 3
     */
    public static ImmutableList<Level> between(double least, double greatest, int most) {
        int set = 0;
        ImmutableList<Level> levels = logarithmic(least, greatest, MANTISSAS.get(set), 1);
        if (levels.size() < FEWEST) {
            return even(least, greatest, most);
        }
        while (levels.size() > (set < DENSE ? Math.min(MOST_OF_DENSE, most) : most)
                && set + 1 < MANTISSAS.size()) {
            set++;
            levels = logarithmic(least, greatest, MANTISSAS.get(set), 1);
        }
        for (int every = 2; levels.size() > most; every++) {
            levels = logarithmic(least, greatest, ImmutableList.of("1"), every);
        }
        return levels;
    }

    private static ImmutableList<Level> logarithmic(
            double least, double greatest, ImmutableList<String> mantissas, int every) {
        ImmutableList.Builder<Level> levels = ImmutableList.builder();
        for (int power = (int) Math.floor(least); power <= Math.floor(greatest); power++) {
            if (Math.floorMod(power, every) != 0) {
                continue;
            }
            for (String mantissa : mantissas) {
                add(new BigDecimal(mantissa).scaleByPowerOfTen(power), least, greatest, levels);
            }
        }
        return levels.build();
    }

    private static ImmutableList<Level> even(double least, double greatest, int most) {
        double from = StrictMath.pow(10, least);
        double to = StrictMath.pow(10, greatest);
        ImmutableList.Builder<Level> levels = ImmutableList.builder();
        if (!(to - from > 1e-12 * to)) {
            return levels.build();
        }
        BigDecimal smallest = new BigDecimal((to - from) / Math.min(7, most)).round(new MathContext(3));
        int exponent = smallest.precision() - smallest.scale() - 1;
        BigDecimal step = STEPS.stream().map(s -> s.scaleByPowerOfTen(exponent))
                .filter(s -> s.compareTo(smallest) >= 0).findFirst().orElseThrow();
        BigDecimal value = new BigDecimal(from).divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (; value.doubleValue() < to; value = value.add(step)) {
            if (value.signum() > 0) {
                add(value, least, greatest, levels);
            }
        }
        return levels.build();
    }

    private static void add(BigDecimal loss, double least, double greatest, ImmutableList.Builder<Level> levels) {
        double log = StrictMath.log10(loss.doubleValue());
        if (log > least && log < greatest) {
            levels.add(new Level(log, PictureNumber.shortest(loss)));
        }
    }
}
