package org.epochreel.network.kernel;

/**
 * Products of matrices whose rows are arrays of their own, a row being a quantity's values over all samples of a block.
 * Every sum has one order whatever the processor: over inputs, or over samples, from the first to the last.
 *
 * <p>Rows of one large array would be simpler, but HotSpot's compiler makes no vector instructions of loops over two
 * ranges of arrays that might overlap for all it knows. Three rows of results and two of operands at a time are the
 * most that it packs reliably: larger bodies it does not unroll, and what it does not unroll it does not pack.
 */
public final class RowProducts {

    private RowProducts() {}

    /** Sets {@code out} to {@code constant + weight * in}. */
    public static void set(double constant, double weight, double[] in, double[] out, int count) {
        for (int s = 0; s < count; s++) {
            out[s] = constant + weight * in[s];
        }
    }

    /** Adds to {@code out} the products of two rows. */
    public static void addProducts(double[] left, double[] right, double[] out, int count) {
        for (int s = 0; s < count; s++) {
            out[s] = out[s] + left[s] * right[s];
        }
    }

    /**
     * Sets each of {@code rows} rows of {@code out} to a constant, or to 0 without {@code constants}, plus the sum over
     * all {@code ins} rows of {@code in} of row i times {@code weights[first + row * rowStep + i * inStep]}.
     *
     * @param firstConstant index in {@code weights} of the first row's constant; below 0 there are none
     */
    public static void multiply(
            double[] weights, int firstConstant, int first, int rowStep, int inStep,
            double[][] in, int ins, double[][] out, int rows, int count) {
        int row = 0;
        for (; row + 3 <= rows; row += 3) {
            double[] x = out[row];
            double[] y = out[row + 1];
            double[] z = out[row + 2];
            int v = first + row * rowStep;
            int w = v + rowStep;
            int u = w + rowStep;
            int i = ins % 2;
            if (i == 1) {
                set(constant(weights, firstConstant, row), weights[v], in[0], x, count);
                set(constant(weights, firstConstant, row + 1), weights[w], in[0], y, count);
                set(constant(weights, firstConstant, row + 2), weights[u], in[0], z, count);
            } else {
                setThreeByTwo(
                        constant(weights, firstConstant, row), weights[v], weights[v + inStep],
                        constant(weights, firstConstant, row + 1), weights[w], weights[w + inStep],
                        constant(weights, firstConstant, row + 2), weights[u], weights[u + inStep],
                        in[0], in[1], x, y, z, count);
                i = 2;
            }
            for (; i < ins; i += 2) {
                int step = i * inStep;
                addThreeByTwo(
                        weights[v + step], weights[v + step + inStep], weights[w + step], weights[w + step + inStep],
                        weights[u + step], weights[u + step + inStep], in[i], in[i + 1], x, y, z, count);
            }
        }
        for (; row < rows; row++) {
            int w = first + row * rowStep;
            set(constant(weights, firstConstant, row), weights[w], in[0], out[row], count);
            addRest(weights, w, inStep, in, ins, out[row], count);
        }
    }

    private static double constant(double[] weights, int firstConstant, int row) {
        return firstConstant < 0 ? 0 : weights[firstConstant + row];
    }

    // Operands are read before anything is written, which might be the same array for all the compiler knows.
    private static void setThreeByTwo(
            double k, double a, double b, double l, double c, double d, double m, double e, double f,
            double[] p, double[] q, double[] x, double[] y, double[] z, int count) {
        for (int s = 0; s < count; s++) {
            double u = p[s];
            double v = q[s];
            x[s] = k + a * u + b * v;
            y[s] = l + c * u + d * v;
            z[s] = m + e * u + f * v;
        }
    }

    private static void addThreeByTwo(
            double a, double b, double c, double d, double e, double f,
            double[] p, double[] q, double[] x, double[] y, double[] z, int count) {
        for (int s = 0; s < count; s++) {
            double u = p[s];
            double v = q[s];
            x[s] = x[s] + a * u + b * v;
            y[s] = y[s] + c * u + d * v;
            z[s] = z[s] + e * u + f * v;
        }
    }

    /** Adds the products of all rows of {@code in} but the first. */
    private static void addRest(
            double[] weights, int first, int step, double[][] in, int rows, double[] out, int count) {
        int row = 1;
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

    /**
     * Adds to {@code out}, three rows for every three of {@code left}, the products of {@code left} and {@code right}
     * down {@code samples} samples: {@code out[row][i] += left[row][from + s] * right[s][i]}, i below {@code width}.
     */
    static void addDown(
            double[][] left, int rows, int from, double[][] right, int samples, double[][] out, int width) {
        int row = 0;
        for (; row + 3 <= rows; row += 3) {
            double[] l = left[row];
            double[] m = left[row + 1];
            double[] n = left[row + 2];
            int s = 0;
            for (; s + 2 <= samples; s += 2) {
                int at = from + s;
                addThreeByTwo(l[at], l[at + 1], m[at], m[at + 1], n[at], n[at + 1],
                        right[s], right[s + 1], out[row], out[row + 1], out[row + 2], width);
            }
            if (s < samples) {
                addOne(l[from + s], right[s], out[row], width);
                addOne(m[from + s], right[s], out[row + 1], width);
                addOne(n[from + s], right[s], out[row + 2], width);
            }
        }
        for (; row < rows; row++) {
            double[] l = left[row];
            int s = 0;
            for (; s + 4 <= samples; s += 4) {
                int at = from + s;
                addFour(l[at], l[at + 1], l[at + 2], l[at + 3],
                        right[s], right[s + 1], right[s + 2], right[s + 3], out[row], width);
            }
            for (; s < samples; s++) {
                addOne(l[from + s], right[s], out[row], width);
            }
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
