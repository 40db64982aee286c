package org.epochreel.landscape;

import com.google.common.collect.ImmutableList;
import org.epochreel.scene.VideoSpec.Range;

/** The visible part of a plane. */
public record Window(Range x, Range y) {

    private static final double MARGIN = 0.25;
    // Smaller parts of the other side's extent are widened to it, so that a straight path has a plane around it.
    private static final double LEAST_SIDE = 0.02;

    /** What holds some paths with a quarter of their extent on each side. */
    public static Window around(ImmutableList<PlanePath> paths) {
        double[] x = extent(paths, true);
        double[] y = extent(paths, false);
        double wide = x[1] - x[0];
        double high = y[1] - y[0];
        double least = Math.max(wide, high) > 0 ? LEAST_SIDE * Math.max(wide, high) : 2;
        return new Window(margin(x, least), margin(y, least));
    }

    private static Range margin(double[] extent, double least) {
        double middle = extent[0] + (extent[1] - extent[0]) / 2;
        double size = Math.max(extent[1] - extent[0], Math.max(least, 1e-9 * Math.abs(middle)));
        double half = size * (0.5 + MARGIN);
        return new Range(middle - half, middle + half);
    }

    private static double[] extent(ImmutableList<PlanePath> paths, boolean ofX) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (PlanePath path : paths) {
            for (int epoch = 0; epoch <= path.lastEpoch(); epoch++) {
                double value = ofX ? path.x().get(epoch) : path.y().get(epoch);
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return new double[] {least, greatest};
    }

    /** The smallest window that holds this one and another. */
    public Window with(Window other) {
        return new Window(joined(x, other.x), joined(y, other.y));
    }

    private static Range joined(Range a, Range b) {
        return new Range(Math.min(a.from(), b.from()), Math.max(a.to(), b.to()));
    }

    /** This window with more around it on two sides, so that it is {@code shape} times as wide as it is high. */
    public Window ofShape(double shape) {
        double wide = x.to() - x.from();
        double high = y.to() - y.from();
        return wide < shape * high
                ? new Window(around(x, shape * high), y)
                : new Window(x, around(y, wide / shape));
    }

    private static Range around(Range range, double size) {
        double middle = range.from() + (range.to() - range.from()) / 2;
        return new Range(middle - size / 2, middle + size / 2);
    }
}
