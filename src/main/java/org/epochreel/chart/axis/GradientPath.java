package org.epochreel.chart.axis;

import java.util.Arrays;
import java.util.List;
import org.epochreel.run.Metrics;
import org.epochreel.scene.VideoSpec.Range;

/**
 * The gradients of a run unrolled in the plane, after Marie Peeters: each is an arrow as long as its norm, and each
 * further one turns from the one before by the angle between the two, to the left and to the right by turns; arrows
 * stand head to tail from the origin. Point e is the head of the arrow of the update to epoch e. The whole is turned so
 * that it goes to the right.
 */
public final class GradientPath {

    // The path may be this many times larger than the box that most of its points are in; beyond, it leaves the
    // picture.
    private static final double MOST_BEYOND = 12;
    private static final int[] ENLARGED = {2, 5, 10, 20, 50, 100};
    private static final double OUTLIERS = 0.02;
    private static final double MARGIN = 0.06;
    private static final double DEGREE = StrictMath.PI / 180;

    private final double[] x;
    private final double[] y;

    /**
     * Visible ranges.
     *
     * @param across how many times larger lengths are upwards than to the right
     */
    public record Box(Range x, Range y, int across) {}

    private GradientPath(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    public static GradientPath of(Metrics metrics) {
        double[] x = new double[metrics.lastEpoch() + 1];
        double[] y = new double[x.length];
        double direction = 0;
        for (int epoch = 1; epoch < x.length; epoch++) {
            double angle = metrics.gradientAngle().get(epoch);
            // A gradient of no length has no angle; the path then goes straight on.
            if (epoch >= 2 && !Double.isNaN(angle)) {
                direction += (epoch % 2 == 0 ? angle : -angle) * DEGREE;
            }
            double norm = metrics.gradientNorm().get(epoch);
            x[epoch] = x[epoch - 1] + norm * StrictMath.cos(direction);
            y[epoch] = y[epoch - 1] + norm * StrictMath.sin(direction);
        }
        return new GradientPath(x, y).turned();
    }

    /** Turned around the origin, so that the direction in which the points lie most apart goes to the right. */
    private GradientPath turned() {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        // Of squares of the largest doubles nothing would be left.
        double unit = Arrays.stream(x).map(Math::abs).max().orElse(0) + Arrays.stream(y).map(Math::abs).max().orElse(0);
        for (int i = 0; i < x.length; i++) {
            double dx = (x[i] - meanX) / unit;
            double dy = (y[i] - meanY) / unit;
            if (Double.isFinite(dx) && Double.isFinite(dy)) {
                xx += dx * dx;
                xy += dx * dy;
                yy += dy * dy;
            }
        }
        double angle = xx == yy && xy == 0 ? 0 : 0.5 * StrictMath.atan2(2 * xy, xx - yy);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        int last = x.length - 1;
        double sign = x[last] * cos + y[last] * sin < 0 ? -1 : 1;
        double[] along = new double[x.length];
        double[] across = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            along[i] = sign * (x[i] * cos + y[i] * sin);
            across[i] = sign * (y[i] * cos - x[i] * sin);
        }
        return new GradientPath(along, across);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(0);
    }

    public int lastEpoch() {
        return x.length - 1;
    }

    public double x(int epoch) {
        return x[epoch];
    }

    public double y(int epoch) {
        return y[epoch];
    }

    /**
     * The part of the plane that shows all {@code paths} in a plot {@code shape} times as wide as high. Paths that would
     * be sticks have lengths upwards enlarged.
     */
    public static Box box(List<GradientPath> paths, double shape) {
        Range along = reach(paths.stream().flatMapToDouble(path -> Arrays.stream(path.x)).toArray());
        Range up = reach(paths.stream().flatMapToDouble(path -> Arrays.stream(path.y)).toArray());
        double room = (along.to() - along.from()) / shape / (up.to() - up.from());
        int across = 1;
        for (int factor : ENLARGED) {
            across = factor <= room ? factor : across;
        }
        double width = Math.max(along.to() - along.from(), shape * across * (up.to() - up.from()));
        double height = width / shape / across;
        double centreX = along.from() / 2 + along.to() / 2;
        double centreY = up.from() / 2 + up.to() / 2;
        return new Box(new Range(centreX - width / 2, centreX + width / 2),
                new Range(centreY - height / 2, centreY + height / 2), across);
    }

    private static Range reach(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        int outliers = (int) (OUTLIERS * (sorted.length - 1));
        double least = sorted[outliers];
        double greatest = sorted[sorted.length - 1 - outliers];
        double room = MOST_BEYOND * Math.max(greatest - least, 1e-9 * Math.max(Math.abs(least), Math.abs(greatest)));
        double from = Math.max(sorted[0], least - room);
        double to = Math.min(sorted[sorted.length - 1], greatest + room);
        double margin = MARGIN * (to - from);
        if (margin <= 1e-9 * Math.max(Math.abs(from), Math.abs(to))) {
            margin = Math.max(1e-9, 1e-6 * Math.max(Math.abs(from), Math.abs(to)));
        }
        return new Range(
                Math.max(-Double.MAX_VALUE / 1e6, from - margin), Math.min(Double.MAX_VALUE / 1e6, to + margin));
    }
}
