package org.epochreel.scene.starter;

import com.google.common.primitives.ImmutableDoubleArray;
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

    /** Swings from which on sines are needed. */
    private static final int MANY = 4;

    /** Mean square of the step from row to row, relative to the variance, beyond that of sines: the rest is noise. */
    private static final double NOISE = 0.25;

    private static final double UNEVEN = 1.6;

    /** Rows times epochs that are trained in some seconds. */
    private static final double WORK = 1_500_000;

    /** How far a swing must go beyond the middle, in standard deviations. */
    private static final double LEAST_SWING = 0.35;

    static ModelChoice of(ImmutableDoubleArray x, ImmutableDoubleArray y) {
        int[] order = IntStream.range(0, x.length()).boxed()
                .sorted(Comparator.comparingDouble(x::get)).mapToInt(Integer::intValue).toArray();
        double[] swing = residual(x, y, order);
        double swings = swings(swing);
        swings = isSmooth(swing, swings) ? swings : 0;
        int batch = x.length() > 3000 ? Math.max(64, x.length() / 50) : 0;
        double most = WORK / x.length();
        if (swings >= MANY) {
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

    private static boolean isSmooth(double[] values, double swings) {
        double steps = 0;
        for (int i = 1; i < values.length; i++) {
            steps += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
        }
        double ofSine = 2 - 2 * StrictMath.cos(2 * StrictMath.PI * swings / values.length);
        return steps < (NOISE + UNEVEN * ofSine) * values.length;
    }

    /** How often the values go up and down. */
    private static double swings(double[] values) {
        int turns = 0;
        int side = 0;
        for (double value : values) {
            int now = value > LEAST_SWING ? 1 : value < -LEAST_SWING ? -1 : 0;
            turns += now != 0 && side != 0 && now != side ? 1 : 0;
            side = now == 0 ? side : now;
        }
        return turns / 2.0;
    }
}
