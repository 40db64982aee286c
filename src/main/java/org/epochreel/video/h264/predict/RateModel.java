package org.epochreel.video.h264.predict;

import com.google.common.collect.ImmutableList;
import java.util.function.IntUnaryOperator;

/**
 * What a choice costs: squared error plus bits times a factor. The bits are estimates, good enough to rank choices;
 * the factor is 1.2 * 2^((QP - 12) / 3), somewhat more than the 0.85 of the H.264 reference model (Wiegand, Girod:
 * Lagrange multiplier selection in hybrid video coder control, 2001): lines on a plain ground come out smaller with a
 * finer quantiser and fewer levels.
 */
public final class RateModel {

    /** What a bit costs with a quantiser of 12. */
    public static final double FACTOR = 1.2;

    /** Estimates count in quarters of a bit. */
    private static final double BITS = 0.25;

    /** Quarter bits of the shortest block: one level of 1 in front. */
    private static final int SHORTEST_BLOCK = 15;

    /** Quarter bits of small levels. */
    private static final byte[] LEVEL_BITS = table(64, RateModel::levelBits);

    /** Quarter bits of small vector differences. */
    private static final byte[] VECTOR_BITS = table(128, RateModel::vectorBits);

    private final int quantiser;
    private final double lambda;
    private final int leastBlock;
    private final double lambdaOfAbsoluteError;

    private RateModel(int quantiser) {
        this.quantiser = quantiser;
        lambda = FACTOR * StrictMath.pow(2, (quantiser - 12) / 3.0);
        leastBlock = (int) (lambda * BITS * SHORTEST_BLOCK);
        lambdaOfAbsoluteError = Math.sqrt(lambda);
    }

    /** One for each quantiser from 0 to 51. */
    public static ImmutableList<RateModel> table() {
        ImmutableList.Builder<RateModel> table = ImmutableList.builder();
        for (int quantiser = 0; quantiser <= 51; quantiser++) {
            table.add(new RateModel(quantiser));
        }
        return table.build();
    }

    /** The quantiser beside which bits cost this. */
    public int quantiser() {
        return quantiser;
    }

    /** What {@code quarterBits} cost beside a sum of squared errors. */
    public double ofSquaredError(int quarterBits) {
        return lambda * BITS * quarterBits;
    }

    /** The squared error up to which no block of levels can be worth its bits. */
    public int leastBlock() {
        return leastBlock;
    }

    /** What {@code quarterBits} cost beside a sum of absolute errors. */
    public int ofAbsoluteError(int quarterBits) {
        return (int) (lambdaOfAbsoluteError * BITS * quarterBits);
    }

    /** Quarter bits of a block's levels from scan position {@code first} on, at least one of them not 0. */
    public static int block(int[] levels, int at, int first) {
        int last = 15;
        while (levels[at + last] == 0) {
            last--;
        }
        int bits = 4;
        byte[] table = LEVEL_BITS;
        for (int i = at + first; i <= at + last; i++) {
            int level = levels[i];
            int magnitude = level < 0 ? -level : level;
            bits += magnitude < table.length ? table[magnitude] : levelBits(magnitude);
        }
        return bits;
    }

    private static byte[] table(int length, IntUnaryOperator bits) {
        byte[] table = new byte[length];
        for (int magnitude = 0; magnitude < length; magnitude++) {
            table[magnitude] = (byte) bits.applyAsInt(magnitude);
        }
        return table;
    }

    private static int levelBits(int magnitude) {
        return magnitude == 0 ? 3 : magnitude == 1 ? 11 : 16 + 6 * (31 - Integer.numberOfLeadingZeros(magnitude));
    }

    private static int vectorBits(int magnitude) {
        return magnitude == 0 ? 2 : 12 + 6 * (31 - Integer.numberOfLeadingZeros(magnitude));
    }

    /** Quarter bits of one component of a vector difference. */
    public static int vectorDifference(int difference) {
        int magnitude = difference < 0 ? -difference : difference;
        return magnitude < VECTOR_BITS.length ? VECTOR_BITS[magnitude] : vectorBits(magnitude);
    }

    public static int squaredError(int[] a, int[] b, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            int difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    public static int squaredError4x4(int[] a, int[] b, int at, int stride) {
        int sum = 0;
        for (int row = at, end = at + 4 * stride; row < end; row += stride) {
            int first = a[row] - b[row];
            int second = a[row + 1] - b[row + 1];
            int third = a[row + 2] - b[row + 2];
            int fourth = a[row + 3] - b[row + 3];
            sum += first * first + second * second + third * third + fourth * fourth;
        }
        return sum;
    }

    public static int absoluteError(int[] a, int[] b, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
