package org.epochreel.chart.axis;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import org.epochreel.data.Samples;
import org.epochreel.scene.VideoSpec.Range;

/** Finds the visible ranges of axes that stay the same for a whole video. */
public final class AxisLimits {

    // matplotlib's axes.xmargin and axes.ymargin.
    private static final double MARGIN = 0.05;
    private static final double OUTLIERS = 0.02;
    private static final double MOST_BEYOND_DATA = 1;
    private static final double MOST_BEYOND_USUAL = 3;
    private static final double ROUNDING = 1e-13;
    private static final double LEAST_MARGIN = 1e-307;

    private AxisLimits() {}

    /** The least and greatest of {@code values} and 5 % more on both sides; what is not finite does not count. */
    public static Range around(ImmutableDoubleArray values) {
        double[] finite = finite(values);
        if (finite.length == 0) {
            throw new IllegalArgumentException("no axis fits " + values.length() + " values of which none is finite");
        }
        return widened(finite[0], finite[finite.length - 1]);
    }

    /**
     * The dots and the first curve, each with its extremes, and 5 % more: matplotlib's limits when nothing else is
     * drawn.
     */
    public static Range first(Samples points, ImmutableDoubleArray firstCurve) {
        return around(ImmutableDoubleArray.builder().addAll(points.y()).addAll(firstCurve).build());
    }

    /**
     * A range that fits a whole run: all dots, and nearly all curves (2 % of them may leave it on each side), but never
     * so much that the dots fill less than a third of it.
     *
     * @param lows each drawn curve's least value
     * @param highs each drawn curve's greatest value
     */
    public static Range all(Samples points, ImmutableDoubleArray lows, ImmutableDoubleArray highs) {
        double[] y = finite(points.y());
        if (y.length == 0) {
            throw new IllegalArgumentException("no axis fits dots of which none is finite");
        }
        double least = y[0];
        double greatest = y[y.length - 1];
        double room = MOST_BEYOND_DATA * (greatest - least);
        double[] low = finite(lows);
        double[] high = finite(highs);
        double from = least;
        double to = greatest;
        if (low.length > 0) {
            from = Math.min(from, low[(int) (OUTLIERS * (low.length - 1))]);
        }
        if (high.length > 0) {
            to = Math.max(to, high[high.length - 1 - (int) (OUTLIERS * (high.length - 1))]);
        }
        if (room > 0) {
            from = Math.max(from, least - room);
            to = Math.min(to, greatest + room);
        }
        return widened(from, to);
    }

    /**
     * A range for lines that all stay within some bounds: all of them, unless few epochs go many times further than the
     * others, as when training diverges.
     *
     * @param lows each epoch's least value
     * @param highs each epoch's greatest value
     */
    public static Range reach(ImmutableDoubleArray lows, ImmutableDoubleArray highs) {
        double[] low = finite(lows);
        double[] high = finite(highs);
        if (low.length == 0 || high.length == 0) {
            throw new IllegalArgumentException("no axis fits lines of which no value is finite");
        }
        double usualLow = low[(int) (OUTLIERS * (low.length - 1))];
        double usualHigh = high[high.length - 1 - (int) (OUTLIERS * (high.length - 1))];
        double room = MOST_BEYOND_USUAL * (usualHigh - usualLow);
        return widened(Math.max(low[0], usualLow - room), Math.min(high[high.length - 1], usualHigh + room));
    }

    private static double[] finite(ImmutableDoubleArray values) {
        double[] finite = values.stream().filter(Double::isFinite).toArray();
        Arrays.sort(finite);
        return finite;
    }

    private static Range widened(double least, double greatest) {
        double margin = MARGIN * (greatest - least);
        // What differs by rounding is one value, and the least doubles have no twentieth part.
        double rounding = ROUNDING * Math.max(Math.abs(least), Math.abs(greatest));
        if (margin <= rounding || margin < LEAST_MARGIN) {
            margin = Math.max(1, 0.1 * Math.abs(least));
        }
        return new Range(Math.max(-Double.MAX_VALUE / 4, least - margin),
                Math.min(Double.MAX_VALUE / 4, greatest + margin));
    }
}
