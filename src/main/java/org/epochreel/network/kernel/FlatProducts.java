package org.epochreel.network.kernel;

/**
 * Products of matrices of a few samples, each matrix in one array, row by row of {@code count} samples. Sums have the
 * same order as in {@link RowProducts}: over inputs, or over samples, from the first to the last. Four sums run side by
 * side, because one addition would wait for the one before it.
 */
public final class FlatProducts {

    private FlatProducts() {}

    /**
     * Sets each of {@code rows} rows of {@code out} to a constant plus the sum over all {@code ins} rows of {@code in}
     * of row i times {@code weights[first + row * rowStep + i * inStep]}.
     *
     * @param firstConstant index in {@code weights} of the first row's constant; below 0 all are 0
     */
    public static void multiply(
            double[] weights, int firstConstant, int first, int rowStep, int inStep,
            double[] in, int ins, double[] out, int rows, int count) {
        for (int row = 0; row < rows; row++) {
            double constant = firstConstant < 0 ? 0 : weights[firstConstant + row];
            int weight = first + row * rowStep;
            int to = row * count;
            if (ins == 1) {
                setRow(constant, weights[weight], in, out, to, count);
            } else {
                sumRow(constant, weights, weight, inStep, in, ins, count, out, to);
            }
        }
    }

    private static void setRow(double constant, double weight, double[] in, double[] out, int to, int count) {
        for (int s = 0; s < count; s++) {
            out[to + s] = constant + weight * in[s];
        }
    }

    private static void sumRow(
            double constant, double[] weights, int weight, int inStep,
            double[] in, int ins, int count, double[] out, int to) {
        int s = 0;
        for (; s + 4 <= count; s += 4) {
            four(constant, weights, weight, inStep, in, s, ins, count, out, to + s);
        }
        for (; s < count; s++) {
            double sum = constant;
            for (int i = 0; i < ins; i++) {
                sum = sum + weights[weight + i * inStep] * in[i * count + s];
            }
            out[to + s] = sum;
        }
    }

    private static void four(
            double constant, double[] weights, int weight, int inStep,
            double[] in, int from, int ins, int count, double[] out, int to) {
        double a = constant;
        double b = constant;
        double c = constant;
        double d = constant;
        int w = weight;
        int at = from;
        for (int i = 0; i < ins; i++) {
            double factor = weights[w];
            a = a + factor * in[at];
            b = b + factor * in[at + 1];
            c = c + factor * in[at + 2];
            d = d + factor * in[at + 3];
            w += inStep;
            at += count;
        }
        out[to] = a;
        out[to + 1] = b;
        out[to + 2] = c;
        out[to + 3] = d;
    }

    /**
     * Sets {@code sums[first + i * leftStep + j * rightStep]} to the sum over samples of row i of {@code left} times
     * row j of {@code right}.
     */
    public static void sums(
            double[] left, int lefts, double[] right, int rights,
            double[] sums, int first, int leftStep, int rightStep, int count) {
        for (int i = 0; i < lefts; i++) {
            int from = i * count;
            int j = 0;
            for (; j + 4 <= rights; j += 4) {
                fourSums(left, from, right, j * count, sums, first + i * leftStep + j * rightStep, rightStep, count);
            }
            for (; j < rights; j++) {
                double sum = 0;
                for (int s = 0; s < count; s++) {
                    sum += left[from + s] * right[j * count + s];
                }
                sums[first + i * leftStep + j * rightStep] = sum;
            }
        }
    }

    private static void fourSums(
            double[] left, int from, double[] right, int start, double[] sums, int first, int step, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int s = 0; s < count; s++) {
            double factor = left[from + s];
            int at = start + s;
            a += factor * right[at];
            b += factor * right[at + count];
            c += factor * right[at + 2 * count];
            d += factor * right[at + 3 * count];
        }
        sums[first] = a;
        sums[first + step] = b;
        sums[first + 2 * step] = c;
        sums[first + 3 * step] = d;
    }
}
