package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;

/**
 * What a choice costs: squared error plus bits times a factor. The bits are estimates, good enough to rank choices;
 * the factor is the one of the H.264 reference model, 0.85 * 2^((QP - 12) / 3) (Wiegand, Girod: Lagrange multiplier
 * selection in hybrid video coder control, 2001).
 */
final class RateModel {

    /** Estimates count in quarters of a bit. */
    private static final double BITS = 0.25;

    /** Quarter bits of the shortest block: one level of 1 in front. */
    private static final int SHORTEST_BLOCK = 15;

    private final double lambda;
    private final int leastBlock;
    private final double lambdaOfAbsoluteError;

    private RateModel(int quantiser) {
        lambda = 0.85 * StrictMath.pow(2, (quantiser - 12) / 3.0);
        leastBlock = (int) (lambda * BITS * SHORTEST_BLOCK);
        lambdaOfAbsoluteError = Math.sqrt(lambda);
    }

    /** One for each quantiser from 0 to 51. */
    static ImmutableList<RateModel> table() {
        ImmutableList.Builder<RateModel> table = ImmutableList.builder();
        for (int quantiser = 0; quantiser <= 51; quantiser++) {
            table.add(new RateModel(quantiser));
        }
        return table.build();
    }

    /** What {@code quarterBits} cost beside a sum of squared errors. */
    double ofSquaredError(int quarterBits) {
        return lambda * BITS * quarterBits;
    }

    /** The squared error up to which no block of levels can be worth its bits. */
    int leastBlock() {
        return leastBlock;
    }

    /** What {@code quarterBits} cost beside a sum of absolute errors. */
    int ofAbsoluteError(int quarterBits) {
        return (int) (lambdaOfAbsoluteError * BITS * quarterBits);
    }

    /** Quarter bits of a block's levels from scan position {@code first} on, at least one of them not 0. */
    static int block(int[] levels, int at, int first) {
        int last = 15;
        while (levels[at + last] == 0) {
            last--;
        }
        int bits = 4;
        for (int i = first; i <= last; i++) {
            int level = Math.abs(levels[at + i]);
            if (level == 0) {
                bits += 3;
            } else if (level == 1) {
                bits += 11;
            } else {
                bits += 16 + 6 * (31 - Integer.numberOfLeadingZeros(level));
            }
        }
        return bits;
    }

    /** Quarter bits of one component of a vector difference. */
    static int vectorDifference(int difference) {
        return difference == 0 ? 2 : 12 + 6 * (31 - Integer.numberOfLeadingZeros(Math.abs(difference)));
    }

    static int squaredError(int[] a, int[] b, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            int difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    static int squaredError4x4(int[] a, int[] b, int at, int stride) {
        int sum = 0;
        for (int row = at, end = at + 4 * stride; row < end; row += stride) {
            for (int i = row; i < row + 4; i++) {
                int difference = a[i] - b[i];
                sum += difference * difference;
            }
        }
        return sum;
    }

    static int absoluteError(int[] a, int[] b, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
