package org.epochreel.network.kernel;

import java.util.Arrays;

/**
 * Sums over samples of the products of every row of one matrix with every row of another, such as the derivative by a
 * layer's weights. The samples of one such sum cannot be packed into vector instructions, because their order is part
 * of the result; sums of neighbouring rows can. One matrix is therefore turned, a sample a row, and the products run
 * along it. For one thread at a time.
 */
public final class OuterProducts {
    /** Samples that are turned at a time: as many as stay in the first cache with what they are added to. */
    private static final int PART = 64;

    private static final int STRIP = 8;

    private final double[][] turned;
    private final double[][] sums;

    /** Prepares for {@code rows} rows that are kept, and as many as {@code width} that are turned. */
    public OuterProducts(int rows, int width) {
        this.turned = new double[PART][width];
        this.sums = new double[rows][width];
    }

    /**
     * The sums over the first {@code count} samples: entry [i][j] of the result is the sum of {@code kept[i][s] *
     * across[j][s]}, from the first sample to the last. The array is this object's own.
     */
    public double[][] of(double[][] kept, double[][] across, int count) {
        int width = turned[0].length;
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        for (int from = 0; from < count; from += PART) {
            int part = Math.min(PART, count - from);
            turn(across, width, from, part);
            RowProducts.addDown(kept, sums.length, from, turned, part, sums, width);
        }
        return sums;
    }

    private void turn(double[][] across, int width, int from, int part) {
        int j = 0;
        for (; j + STRIP <= width; j += STRIP) {
            turnEight(across[j], across[j + 1], across[j + 2], across[j + 3],
                    across[j + 4], across[j + 5], across[j + 6], across[j + 7], j, from, part);
        }
        for (; j < width; j++) {
            double[] row = across[j];
            for (int s = 0; s < part; s++) {
                turned[s][j] = row[from + s];
            }
        }
    }

    private void turnEight(
            double[] a, double[] b, double[] c, double[] d, double[] e, double[] f, double[] g, double[] h,
            int j, int from, int part) {
        for (int s = 0; s < part; s++) {
            double[] sample = turned[s];
            sample[j] = a[from + s];
            sample[j + 1] = b[from + s];
            sample[j + 2] = c[from + s];
            sample[j + 3] = d[from + s];
            sample[j + 4] = e[from + s];
            sample[j + 5] = f[from + s];
            sample[j + 6] = g[from + s];
            sample[j + 7] = h[from + s];
        }
    }
}
