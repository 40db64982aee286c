package org.epochreel.network.kernel;

/**
 * Products of matrices whose rows are arrays of their own, a row being a quantity's values over all samples of a block.
 * Every sum has one order whatever the processor: over inputs, or over samples, from the first to the last.
 *
 * <p>Rows of one large array would be simpler, but HotSpot's compiler makes no vector instructions of loops over two
 * ranges of arrays that might overlap for all it knows.
 */
public final class RowProducts {

    private RowProducts() {}

    /** Sets {@code out} to {@code constant + weight * in}. */
    public static void set(double constant, double weight, double[] in, double[] out, int count) {
        for (int s = 0; s < count; s++) {
            out[s] = constant + weight * in[s];
        }
    }

    /** Adds to {@code out} the first {@code rows} rows of {@code in}, row i times {@code weights[first + i * step]}. */
    public static void add(double[] weights, int first, int step, double[][] in, int rows, double[] out, int count) {
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int w = first + row * step;
            addFour(weights[w], weights[w + step], weights[w + 2 * step], weights[w + 3 * step],
                    in[row], in[row + 1], in[row + 2], in[row + 3], out, count);
        }
        for (; row < rows; row++) {
            addOne(weights[first + row * step], in[row], out, count);
        }
    }

    private static void addFour(
            double a, double b, double c, double d,
            double[] p, double[] q, double[] r, double[] t, double[] out, int count) {
        for (int s = 0; s < count; s++) {
            out[s] = out[s] + a * p[s] + b * q[s] + c * r[s] + d * t[s];
        }
    }

    private static void addOne(double weight, double[] in, double[] out, int count) {
        for (int s = 0; s < count; s++) {
            out[s] = out[s] + weight * in[s];
        }
    }

    /** Adds to {@code out} the products of two rows. */
    public static void addProducts(double[] left, double[] right, double[] out, int count) {
        for (int s = 0; s < count; s++) {
            out[s] = out[s] + left[s] * right[s];
        }
    }

    /**
     * Sets {@code sums[first + i * step]} to the sum over samples of {@code left[i]} times {@code right}, for i below
     * {@code rows}.
     */
    public static void sums(double[][] left, int rows, double[] right, double[] sums, int first, int step, int count) {
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            fourByOne(left[i], left[i + 1], left[i + 2], left[i + 3], right, sums, first + i * step, step, count);
        }
        for (; i < rows; i++) {
            sums[first + i * step] = oneByOne(left[i], right, count);
        }
    }

    /** As {@link #sums} for {@code right}, and from {@code sums[next]} on for {@code neighbour}. */
    public static void sums(
            double[][] left, int rows, double[] right, double[] neighbour,
            double[] sums, int first, int next, int step, int count) {
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            fourByTwo(left[i], left[i + 1], left[i + 2], left[i + 3], right, neighbour,
                    sums, first + i * step, next + i * step, step, count);
        }
        for (; i < rows; i++) {
            sums[first + i * step] = oneByOne(left[i], right, count);
            sums[next + i * step] = oneByOne(left[i], neighbour, count);
        }
    }

    private static void fourByTwo(
            double[] p, double[] q, double[] r, double[] t, double[] right, double[] neighbour,
            double[] sums, int first, int next, int step, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (int s = 0; s < count; s++) {
            double x = right[s];
            double y = neighbour[s];
            a += p[s] * x;
            b += q[s] * x;
            c += r[s] * x;
            d += t[s] * x;
            e += p[s] * y;
            f += q[s] * y;
            g += r[s] * y;
            h += t[s] * y;
        }
        sums[first] = a;
        sums[first + step] = b;
        sums[first + 2 * step] = c;
        sums[first + 3 * step] = d;
        sums[next] = e;
        sums[next + step] = f;
        sums[next + 2 * step] = g;
        sums[next + 3 * step] = h;
    }

    private static void fourByOne(
            double[] p, double[] q, double[] r, double[] t, double[] right,
            double[] sums, int first, int step, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int s = 0; s < count; s++) {
            double x = right[s];
            a += p[s] * x;
            b += q[s] * x;
            c += r[s] * x;
            d += t[s] * x;
        }
        sums[first] = a;
        sums[first + step] = b;
        sums[first + 2 * step] = c;
        sums[first + 3 * step] = d;
    }

    private static double oneByOne(double[] left, double[] right, int count) {
        double sum = 0;
        for (int s = 0; s < count; s++) {
            sum += left[s] * right[s];
        }
        return sum;
    }
}
