package org.epochreel.render.pace;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.stream.IntStream;

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

    /** How near to the place of a crossing one has to come, as a part of the distance, and steps towards it at the most. */
    private static final double CLOSE = 1e-4;
    private static final int MOST_STEPS = 40;

    /** Looks at the way of one epoch at the most. */
    private static final int MOST_LOOKS = 256;

    private final int lastEpoch;
    private final double[] positions;
    private final int[] knotOf;
    private final float[][] knots;
    private final double[] steps;
    private final boolean[] jumps;

    /** @param knotOf each epoch's knot, or none if epochs have been let go */
    private MovingPath(int lastEpoch, double[] positions, int[] knotOf, float[][] knots, double alwaysJump) {
        this.lastEpoch = lastEpoch;
        this.positions = positions;
        this.knotOf = knotOf;
        this.knots = knots;
        this.steps = new double[knots.length];
        for (int i = 1; i < knots.length; i++) {
            steps[i] = distance(knots[i - 1], knots[i]);
        }
        this.jumps = knotOf.length == 0 ? new boolean[lastEpoch + 1] : jumps(alwaysJump);
    }

    /**
     * The path of several runs together.
     *
     * @param samples of each run
     * @param low lower end of the visible box
     * @param high upper end
     * @param lastEpoch the last that is shown
     * @param spare whether the film has more frames than epochs; if not, it has no time to slide over a large step
     */
    public static MovingPath of(
            ImmutableList<MotionSamples> samples, double low, double high, int lastEpoch, boolean spare) {
        int spacing = samples.stream().mapToInt(MotionSamples::spacing).max().orElseThrow();
        double[] positions = new double[(lastEpoch + spacing - 1) / spacing + 1];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = Math.min(lastEpoch, i * spacing);
        }
        int[] knotOf = spacing > 1 ? new int[0] : IntStream.rangeClosed(0, lastEpoch).toArray();
        return new MovingPath(lastEpoch, positions, knotOf,
                knots(samples, low, high, positions.length, spacing, lastEpoch), spare ? ALWAYS_JUMP : LEAST_JUMP);
    }

    /**
     * As the other, from samples that also lie between epochs, none of which may have been let go.
     *
     * @param aEpoch for each epoch how many samples there are to it after the one before, evenly spaced; 1 for epoch 0
     */
    public static MovingPath of(ImmutableList<MotionSamples> samples, double low, double high, ImmutableIntArray aEpoch,
            boolean spare) {
        int count = aEpoch.stream().sum();
        double[] positions = new double[count];
        int[] knotOf = new int[aEpoch.length()];
        for (int epoch = 1; epoch < knotOf.length; epoch++) {
            int finer = aEpoch.get(epoch);
            knotOf[epoch] = knotOf[epoch - 1] + finer;
            for (int i = 1; i <= finer; i++) {
                positions[knotOf[epoch - 1] + i] = i == finer ? epoch : epoch - 1 + (double) i / finer;
            }
        }
        return new MovingPath(aEpoch.length() - 1, positions, knotOf,
                knots(samples, low, high, count, 1, count - 1), spare ? ALWAYS_JUMP : LEAST_JUMP);
    }

    private static float[][] knots(
            ImmutableList<MotionSamples> samples, double low, double high, int count, int spacing, int last) {
        int places = samples.stream().mapToInt(MotionSamples::places).sum();
        float[][] knots = new float[count][places];
        for (int i = 0; i < count; i++) {
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
        return knots;
    }

    /**
     * How often to look at each epoch's way so that a film moves evenly by it: the longer that is, the more often, as it
     * gets more frames and parameters that move far bend the way of a curve more. Only once where epochs have been let go.
     *
     * @param most looks besides that at each epoch
     */
    public ImmutableIntArray looks(int most) {
        double whole = Arrays.stream(steps).sum();
        ImmutableIntArray.Builder looks = ImmutableIntArray.builder(lastEpoch + 1).add(1);
        for (int epoch = 1; epoch <= lastEpoch; epoch++) {
            looks.add(1 + (whole == 0 || knotOf.length == 0 ? 0 : (int) Math.min(MOST_LOOKS, most * (step(epoch) / whole))));
        }
        return looks.build();
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
            epochs[epoch] = distance(knots[knotOf[epoch - 1]], knots[knotOf[epoch]]);
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
        if (knotOf.length == 0) {
            int knot = knotBefore(Math.nextDown((double) epoch)) + 1;
            return steps[knot] / (positions[knot] - positions[knot - 1]);
        }
        double sum = 0;
        for (int knot = knotOf[epoch - 1] + 1; knot <= knotOf[epoch]; knot++) {
            sum += steps[knot];
        }
        return sum;
    }

    /** Whether training makes what is shown jump from the epoch before to this one. */
    boolean jumps(int epoch) {
        return jumps[epoch];
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
        for (int knot = knotBefore(from) + 1; knot < knots.length && positions[knot - 1] < to; knot++) {
            sum += steps[knot];
        }
        return sum;
    }

    /** The first position after another at which what is shown is so far from it; infinite if none up to the last is. */
    double after(double position, double far, double last) {
        if (position >= last) {
            return Double.POSITIVE_INFINITY;
        }
        float[] here = new float[knots[0].length];
        look(position, here);
        int knot = knotBefore(position) + 1;
        while (positions[knot] < last) {
            double left = far - distance(here, knots[knot]);
            if (left <= 0) {
                break;
            }
            // Nowhere on a way that is shorter than what is left can that be covered.
            for (double way = steps[++knot]; way < left && positions[knot] < last; way += steps[knot]) {
                knot++;
            }
        }
        double near = Math.max(position, positions[knot - 1]);
        return crossed(here, far, near, Math.min(last, positions[knot]), Double.POSITIVE_INFINITY);
    }

    /** The last position before another at which what is shown is so far from it; negative if none from the first on is. */
    double before(double position, double far, double first) {
        if (position <= first) {
            return Double.NEGATIVE_INFINITY;
        }
        float[] here = new float[knots[0].length];
        look(position, here);
        int knot = knotBefore(position);
        while (positions[knot] > first) {
            double left = far - distance(here, knots[knot]);
            if (left <= 0) {
                break;
            }
            for (double way = steps[knot--]; way < left && positions[knot] > first; way += steps[knot + 1]) {
                knot--;
            }
        }
        double near = knot + 1 < knots.length ? Math.min(position, positions[knot + 1]) : position;
        return crossed(here, far, near, Math.max(first, positions[knot]), Double.NEGATIVE_INFINITY);
    }

    /** Where between two positions, on a straight piece of the path, the distance from a curve comes to be so far. */
    private double crossed(float[] here, double far, double near, double end, double never) {
        float[] there = new float[here.length];
        look(near, there);
        double reached = distance(here, there);
        look(end, there);
        double beyond = distance(here, there);
        // A distance along a straight piece is convex, so if it is still short at the end it was short all along, and the
        // straight line between two of its values crosses too early, never too late.
        if (beyond < far) {
            return never;
        }
        double inside = near;
        for (int i = 0; i < MOST_STEPS && far - reached > CLOSE * far; i++) {
            double middle = inside + (end - inside) * (far - reached) / (beyond - reached);
            look(middle, there);
            inside = middle;
            reached = distance(here, there);
        }
        return inside;
    }

    private int knotBefore(double position) {
        int found = Arrays.binarySearch(positions, position);
        return found >= 0 ? found : -found - 2;
    }

    private void look(double position, float[] into) {
        int knot = knotBefore(position);
        double across = knot + 1 < knots.length ? positions[knot + 1] - positions[knot] : 1;
        float part = (float) ((position - positions[knot]) / across);
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
