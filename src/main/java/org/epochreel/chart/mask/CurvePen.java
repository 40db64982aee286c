package org.epochreel.chart.mask;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.sketch.SmoothPath;

/**
 * Draws curves over ascending x as masks. Where a curve is straight for longer, the points in between are left out:
 * none of them lies further than a sixty-fourth of a pixel from what is drawn. Not for several threads at a time.
 */
public final class CurvePen {

    private static final double STRAIGHT = 1.0 / 64;

    private final Rectangle area;
    private final AreaSums sums;
    private final double[] x;
    private final double[] y;

    /** @param x ascending, in pixels */
    public CurvePen(Rectangle area, double[] x) {
        this.area = area;
        this.sums = new AreaSums(area);
        this.x = x.clone();
        this.y = new double[x.length];
    }

    /** A pen for dots of {@code diameter} pixels, to be used up before the next curve is drawn. */
    public DotPen dots(double diameter) {
        return new DotPen(sums, area, diameter);
    }

    /** Where the next curve's y go, in pixels, one for each x; NaN leaves a gap. */
    public double[] y() {
        return y;
    }

    /** The mask of the curve as {@code stroke} draws it. */
    public ColumnMask mask(PolylineStroke stroke) {
        stroke.begin(sums);
        int i = 0;
        while (i < x.length) {
            if (Double.isNaN(y[i])) {
                stroke.finishLine();
                i++;
                continue;
            }
            stroke.addPoint(x[i], y[i]);
            i = endOfStraight(i);
        }
        stroke.finishLine();
        double[] drawn = y.clone();
        return sums.take(color -> ImmutableList.of(
                stroke.instruction(SmoothPath.through(x, drawn), color, Optional.of(area))));
    }

    // The furthest point to which a straight line from this one passes all between; at least the next one.
    private int endOfStraight(int from) {
        double least = Double.NEGATIVE_INFINITY;
        double greatest = Double.POSITIVE_INFINITY;
        int end = from + 1;
        for (; end < x.length && !Double.isNaN(y[end]); end++) {
            double across = x[end] - x[from];
            if (!(across > 0)) {
                return Math.max(from + 1, end - 1);
            }
            double slope = (y[end] - y[from]) / across;
            if (end > from + 1 && (slope < least || slope > greatest)) {
                return end - 1;
            }
            least = Math.max(least, slope - STRAIGHT / across);
            greatest = Math.min(greatest, slope + STRAIGHT / across);
        }
        return end > from + 1 ? end - 1 : end;
    }
}
