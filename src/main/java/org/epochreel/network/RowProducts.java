package org.epochreel.network;

/**
 * Products of matrices that are stored in arrays row by row, a row being a quantity's values over all samples of a block.
 * Every sum has one order whatever the processor: over inputs, or over samples, from the first to the last.
 */
final class RowProducts {

    private RowProducts() {}

    /** Sets {@code count} entries of {@code out} from {@code to} on to {@code constant + weight * in}. */
    static void set(double constant, double weight, double[] in, int from, double[] out, int to, int count) {
        for (int s = 0; s < count; s++) {
            out[to + s] = constant + weight * in[from + s];
        }
    }

    /**
     * Adds to a row of {@code out} the rows 0 to {@code rows - 1} of {@code in}, row i times
     * {@code weights[first + i * step]}.
     */
    static void add(double[] weights, int first, int step, double[] in, int rows, double[] out, int to, int count) {
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int w = first + row * step;
            addFour(weights[w], weights[w + step], weights[w + 2 * step], weights[w + 3 * step],
                    in, row * count, out, to, count);
        }
        for (; row < rows; row++) {
            addOne(weights[first + row * step], in, row * count, out, to, count);
        }
    }

    private static void addFour(
            double a, double b, double c, double d, double[] in, int from, double[] out, int to, int count) {
        int second = from + count;
        int third = second + count;
        int fourth = third + count;
        for (int s = 0; s < count; s++) {
            out[to + s] = out[to + s] + a * in[from + s] + b * in[second + s] + c * in[third + s] + d * in[fourth + s];
        }
    }

    private static void addOne(double weight, double[] in, int from, double[] out, int to, int count) {
        for (int s = 0; s < count; s++) {
            out[to + s] = out[to + s] + weight * in[from + s];
        }
    }

    /**
     * Sets {@code sums[first + i * step]} to the sum over samples of row i of {@code left} times one row of {@code right},
     * for i from 0 to {@code rows - 1}; and, if {@code next} is not negative, {@code sums[next + i * step]} to the sum of
     * row i times the row of {@code right} after it.
     */
    static void sums(
            double[] left, int rows, double[] right, int row, double[] sums, int first, int next, int step, int count) {
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            if (next >= 0) {
                fourByTwo(left, i * count, right, row * count, sums, first + i * step, next + i * step, step, count);
            } else {
                fourByOne(left, i * count, right, row * count, sums, first + i * step, step, count);
            }
        }
        for (; i < rows; i++) {
            sums[first + i * step] = one(left, i * count, right, row * count, count);
            if (next >= 0) {
                sums[next + i * step] = one(left, i * count, right, row * count + count, count);
            }
        }
    }

    private static void fourByTwo(
            double[] left, int from, double[] right, int other, double[] sums, int first, int next, int step, int count) {
        int second = from + count;
        int third = second + count;
        int fourth = third + count;
        int neighbour = other + count;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (int s = 0; s < count; s++) {
            double x = right[other + s];
            double y = right[neighbour + s];
            a += left[from + s] * x;
            b += left[second + s] * x;
            c += left[third + s] * x;
            d += left[fourth + s] * x;
            e += left[from + s] * y;
            f += left[second + s] * y;
            g += left[third + s] * y;
            h += left[fourth + s] * y;
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
            double[] left, int from, double[] right, int other, double[] sums, int first, int step, int count) {
        int second = from + count;
        int third = second + count;
        int fourth = third + count;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int s = 0; s < count; s++) {
            double x = right[other + s];
            a += left[from + s] * x;
            b += left[second + s] * x;
            c += left[third + s] * x;
            d += left[fourth + s] * x;
        }
        sums[first] = a;
        sums[first + step] = b;
        sums[first + 2 * step] = c;
        sums[first + 3 * step] = d;
    }

    private static double one(double[] left, int from, double[] right, int other, int count) {
        double sum = 0;
        for (int s = 0; s < count; s++) {
            sum += left[from + s] * right[other + s];
        }
        return sum;
    }
}
