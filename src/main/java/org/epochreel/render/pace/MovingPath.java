package org.epochreel.render.pace;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * The way that what a picture shows takes over the epochs: how far it moves, in heights of the visible box and in the
 * mean over a few places, and where training makes it jump. What lies beyond the box does not count.
 */
public final class MovingPath {

    /** So much of the box's height in one epoch is a jump, if the epochs around are much calmer. */
    private static final double LEAST_JUMP = 0.15;

    /** So many times further than the median of the epochs around. */
    private static final double CALMER = 5;
    private static final int AROUND = 4;

    /** So much of the box's height in one epoch is a jump, whatever is around, in a film that has frames to spare. */
    private static final double ALWAYS_JUMP = 0.5;

    /** Heights that a curve may have left the box by before nobody can follow it any more. */
    private static final double GONE = 3;

    private static final int HALVINGS = 30;

    private final int lastEpoch;
    private final double spacing;
    private final int aEpoch;
    private final float[][] knots;
    private final double[] steps;
    private final boolean[] jumps;

    private MovingPath(int lastEpoch, double spacing, float[][] knots, double alwaysJump) {
        this.lastEpoch = lastEpoch;
        this.spacing = spacing;
        this.aEpoch = Math.max(1, (int) Math.round(1 / spacing));
        this.knots = knots;
        this.steps = new double[knots.length];
        for (int i = 1; i < knots.length; i++) {
            steps[i] = distance(knots[i - 1], knots[i]);
        }
        this.jumps = spacing > 1 ? new boolean[lastEpoch + 1] : jumps(alwaysJump);
    }

    /**
     * The path of several runs together.
     *
     * @param samples of each run
     * @param low lower end of the visible box
     * @param high upper end
     * @param lastEpoch the last that is shown
     */
    public static MovingPath of(ImmutableList<MotionSamples> samples, double low, double high, int lastEpoch) {
        return of(samples, low, high, lastEpoch, 1, true);
    }

    /**
     * As the other, from samples that also lie between epochs.
     *
     * @param aEpoch samples to each epoch after the one before, evenly spaced, none of which may have been let go if they are
     *     more than 1
     * @param spare whether the film has more frames than epochs; if not, it has no time to slide over a large step
     */
    public static MovingPath of(
            ImmutableList<MotionSamples> samples, double low, double high, int lastEpoch, int aEpoch,
            boolean spare) {
        int spacing = samples.stream().mapToInt(MotionSamples::spacing).max().orElseThrow();
        int places = samples.stream().mapToInt(MotionSamples::places).sum();
        int last = lastEpoch * aEpoch;
        float[][] knots = new float[(last + spacing - 1) / spacing + 1][places];
        for (int i = 0; i < knots.length; i++) {
            int at = 0;
            for (MotionSamples each : samples) {
                each.copy(Math.min(last, i * spacing), low, high, knots[i], at);
                at += each.places();
            }
            // Samples are kept by their distance from the middle, in spans; here the box is the measure.
            for (int k = 0; k < places; k++) {
                knots[i][k] *= (float) (samples.get(0).span() / (high - low));
            }
        }
        return new MovingPath(lastEpoch, (double) spacing / aEpoch, knots, spare ? ALWAYS_JUMP : LEAST_JUMP);
    }

    /** The first epoch at which a run has left the box so far that nothing can be seen of it; the last if it never does. */
    public static int leaves(MotionSamples samples, double low, double high) {
        int epoch = 0;
        while (epoch < samples.lastEpoch() && samples.away(epoch, low, high) <= GONE) {
            epoch++;
        }
        return epoch;
    }

    private boolean[] jumps(double always) {
        double[] epochs = new double[lastEpoch + 1];
        for (int epoch = 1; epoch <= lastEpoch; epoch++) {
            epochs[epoch] = distance(knots[(epoch - 1) * aEpoch], knots[epoch * aEpoch]);
        }
        boolean[] found = new boolean[epochs.length];
        for (int i = 1; i < epochs.length; i++) {
            found[i] = epochs[i] > always || epochs[i] > LEAST_JUMP && epochs[i] > CALMER * around(epochs, i);
        }
        return found;
    }

    private static double around(double[] steps, int step) {
        int from = Math.max(1, step - AROUND);
        int to = Math.min(steps.length - 1, step + AROUND);
        double[] others = new double[to - from];
        int count = 0;
        for (int i = from; i <= to; i++) {
            if (i != step) {
                others[count++] = steps[i];
            }
        }
        Arrays.sort(others);
        return count == 0 ? steps[step] : others[count / 2];
    }

    int lastEpoch() {
        return lastEpoch;
    }

    /** How far the way to an epoch from the one before is; where epochs have been let go, in the mean over some. */
    public double step(int epoch) {
        if (spacing > 1) {
            int knot = (int) Math.ceil(epoch / spacing);
            return steps[knot] / (position(knot) - position(knot - 1));
        }
        double sum = 0;
        for (int knot = (epoch - 1) * aEpoch + 1; knot <= epoch * aEpoch; knot++) {
            sum += steps[knot];
        }
        return sum;
    }

    /** Whether training makes what is shown jump from the epoch before to this one. */
    boolean jumps(int epoch) {
        return jumps[epoch];
    }

    private double position(int knot) {
        return Math.min(lastEpoch, knot * spacing);
    }

    /** How far apart what is shown is at two positions, straight from one to the other. */
    public double between(double from, double to) {
        float[] a = new float[knots[0].length];
        float[] b = new float[a.length];
        look(from, a);
        look(to, b);
        return distance(a, b);
    }

    /** How long the way from one position to another is, the knots' before and after included. */
    double length(double from, double to) {
        double sum = 0;
        for (int knot = knotBefore(from) + 1; knot < knots.length && position(knot - 1) < to; knot++) {
            sum += steps[knot];
        }
        return sum;
    }

    /** The first position after another at which what is shown is so far from it; infinite if none up to the last is. */
    double after(double position, double far, double last) {
        float[] here = new float[knots[0].length];
        look(position, here);
        int knot = knotBefore(position) + 1;
        while (knot < knots.length && position(knot) < last && distance(here, knots[knot]) < far) {
            knot++;
        }
        double near = Math.max(position, position(knot - 1));
        return crossed(here, far, near, Math.min(last, position(knot)), Double.POSITIVE_INFINITY);
    }

    /** The last position before another at which what is shown is so far from it; negative if none from the first on is. */
    double before(double position, double far, double first) {
        float[] here = new float[knots[0].length];
        look(position, here);
        int knot = knotBefore(position);
        while (knot > 0 && position(knot) > first && distance(here, knots[knot]) < far) {
            knot--;
        }
        double near = Math.min(position, position(knot + 1));
        return crossed(here, far, near, Math.max(first, position(knot)), Double.NEGATIVE_INFINITY);
    }

    /** Where between two positions, on a straight piece of the path, the distance from a curve comes to be so far. */
    private double crossed(float[] here, double far, double near, double end, double never) {
        float[] there = new float[here.length];
        look(end, there);
        // A distance along a straight piece is convex, so if it is still short at the end it was short all along.
        if (distance(here, there) < far) {
            return never;
        }
        double inside = near;
        double outside = end;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = inside + (outside - inside) / 2;
            look(middle, there);
            if (distance(here, there) < far) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }

    private int knotBefore(double position) {
        return Math.min(knots.length - 1, (int) (position / spacing));
    }

    private void look(double position, float[] into) {
        int knot = knotBefore(position);
        double across = knot + 1 < knots.length ? position(knot + 1) - position(knot) : 1;
        float part = (float) ((position - position(knot)) / across);
        float[] before = knots[knot];
        float[] after = knots[Math.min(knots.length - 1, knot + 1)];
        for (int i = 0; i < into.length; i++) {
            into[i] = before[i] + part * (after[i] - before[i]);
        }
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }
}
