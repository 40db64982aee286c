package org.epochreel.chart.axis;

import java.util.Arrays;
import java.util.List;
import org.epochreel.run.Metrics;
import org.epochreel.scene.VideoSpec.Range;

/**
 * The gradients of a run unrolled in the plane, after Marie Peeters: each is an arrow as long as its norm, the first
 * points to the right, and each further one turns from the one before by the angle between the two, to the left and
 * to the right by turns; arrows stand head to tail from the origin. Point e is the head of the arrow of the update to
 * epoch e.
 */
public final class GradientPath {

    // The path may be this many times larger than the box that most of its points are in; beyond, it leaves the
    // picture.
    private static final double MOST_BEYOND = 12;
    private static final double OUTLIERS = 0.02;
    private static final double MARGIN = 0.06;
    private static final double DEGREE = StrictMath.PI / 180;

    private final double[] x;
    private final double[] y;

    /** Visible ranges with equal scales. */
    public record Box(Range x, Range y) {}

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
        return new GradientPath(x, y);
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

    /** The part of the plane that shows all {@code paths} in a plot {@code shape} times as wide as high. */
    public static Box box(List<GradientPath> paths, double shape) {
        Range across = reach(paths.stream().flatMapToDouble(path -> Arrays.stream(path.x)).toArray());
        Range up = reach(paths.stream().flatMapToDouble(path -> Arrays.stream(path.y)).toArray());
        double width = Math.max(across.to() - across.from(), shape * (up.to() - up.from()));
        double height = width / shape;
        double centreX = across.from() / 2 + across.to() / 2;
        double centreY = up.from() / 2 + up.to() / 2;
        return new Box(new Range(centreX - width / 2, centreX + width / 2),
                new Range(centreY - height / 2, centreY + height / 2));
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
