package org.epochreel.scene.starter;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A network and a way to train it that fit a table.
 *
 * <p>How often the values swing about their parabola decides: a curve with few bends is for two layers of tanh; one
 * with many gets a first layer of sines whose frequencies reach the data's.
 *
 * @param hidden in YAML, as the other texts
 * @param scale of the initial parameters
 * @param batch rows of a batch; 0 for all
 */
record ModelChoice(String hidden, String activation, int scale, String rate, int epochs, int batch, boolean swings) {

    /** Swings from which on there are many. */
    private static final int MANY = 4;

    /** Difference from the median of the swings' lengths, relative to it, from which on one is unlike the others. */
    private static final double UNLIKE = 0.4;

    /** Share of the swings that are like the others where they are no noise. */
    private static final double MOSTLY = 0.7;

    /** Rows to a swing that are needed to draw it. */
    private static final double LEAST_ROWS = 6;

    /** Rows times epochs that are trained in some seconds. */
    private static final double WORK = 1_500_000;

    /** How far a swing must go beyond the middle, in standard deviations. */
    private static final double LEAST_SWING = 0.4;

    static ModelChoice of(ImmutableDoubleArray x, ImmutableDoubleArray y) {
        int[] order = IntStream.range(0, x.length()).boxed()
                .sorted(Comparator.comparingDouble(x::get)).mapToInt(Integer::intValue).toArray();
        double[] swing = residual(x, y, order);
        double swings = swings(swing);
        int batch = x.length() > 3000 ? Math.max(64, x.length() / 50) : 0;
        double most = WORK / x.length();
        if (swings > 0) {
            int first = (int) Math.min(128, 16 + 8 * Math.ceil(swings / 3));
            int scale = (int) Math.max(2, Math.min(24, Math.rint(swings / 4)));
            return new ModelChoice("[" + first + ", 32]", "[sin, tanh]", scale, "0.01", epochs(800, most, batch), batch,
                    true);
        }
        return new ModelChoice("[24, 24]", "tanh", 1, "0.005", epochs(600, most, batch), batch, false);
    }

    private static int epochs(int wanted, double most, int batch) {
        // Fifty batches an epoch learn as much as fifty epochs, about.
        return (int) Math.max(batch > 0 ? 40 : 300, Math.min(wanted, most));
    }

    /** What a parabola leaves of y, in the order of x, with variance 1. */
    private static double[] residual(ImmutableDoubleArray x, ImmutableDoubleArray y, int[] order) {
        int n = order.length;
        double[][] basis = new double[3][n];
        double[] left = new double[n];
        double from = x.get(order[0]);
        double span = Math.max(x.get(order[n - 1]) - from, Double.MIN_NORMAL);
        double least = y.stream().min().orElse(0);
        double height = Math.max(y.stream().max().orElse(0) - least, Double.MIN_NORMAL);
        for (int i = 0; i < n; i++) {
            double t = 2 * ((x.get(order[i]) - from) / span) - 1;
            basis[0][i] = 1;
            basis[1][i] = t;
            basis[2][i] = t * t;
            left[i] = (y.get(order[i]) - least) / height;
        }
        for (int b = 0; b < basis.length; b++) {
            for (int earlier = 0; earlier < b; earlier++) {
                remove(basis[b], basis[earlier]);
            }
            remove(left, basis[b]);
        }
        double squares = dot(left, left) / n;
        double unit = squares > 0 ? Math.sqrt(squares) : 1;
        for (int i = 0; i < n; i++) {
            left[i] /= unit;
        }
        return left;
    }

    private static void remove(double[] from, double[] direction) {
        double length = dot(direction, direction);
        double share = length > 0 ? dot(from, direction) / length : 0;
        for (int i = 0; i < from.length; i++) {
            from[i] -= share * direction[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** How often the values go up and down, if they do so evenly; else 0, as noise goes up and down, too. */
    private static double swings(double[] values) {
        ImmutableIntArray.Builder rises = ImmutableIntArray.builder();
        int side = 0;
        for (int i = 0; i < values.length; i++) {
            int now = values[i] > LEAST_SWING ? 1 : values[i] < -LEAST_SWING ? -1 : 0;
            if (now == 1 && side == -1) {
                rises.add(i);
            }
            side = now == 0 ? side : now;
        }
        ImmutableIntArray found = rises.build();
        if (found.length() < MANY) {
            return 0;
        }
        int[] lengths = new int[found.length() - 1];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = found.get(i + 1) - found.get(i);
        }
        Arrays.sort(lengths);
        double median = lengths[lengths.length / 2];
        long like = Arrays.stream(lengths).filter(length -> Math.abs(length - median) < UNLIKE * median).count();
        return like >= MOSTLY * lengths.length && median >= LEAST_ROWS ? values.length / median : 0;
    }
}
