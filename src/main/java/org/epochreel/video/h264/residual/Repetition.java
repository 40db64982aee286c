package org.epochreel.video.h264.residual;

import java.util.Arrays;

/** Finds how far 4x4 luma blocks are repeated beside them, as along grid lines and axes and on plain ground. */
public final class Repetition {

    /** Blocks up to which repetitions count; with more, an error is worth its bits anyway. */
    static final int MOST = 8;

    private Repetition() {}

    /**
     * How many times in a row a block occurs, to the right or downwards, at most {@link #MOST}.
     *
     * @param at its first sample
     */
    public static int count(byte[] luma, int stride, int at) {
        int right = right(luma, stride, at);
        return right == MOST ? MOST : Math.max(right, down(luma, stride, at));
    }

    private static int right(byte[] luma, int stride, int at) {
        int length = Math.min(4 * MOST, stride - at % stride) - 4;
        for (int row = at, end = at + 4 * stride; row < end && length > 0; row += stride) {
            int different = Arrays.mismatch(luma, row, row + length, luma, row + 4, row + 4 + length);
            if (different >= 0) {
                length = different & ~3;
            }
        }
        return 1 + length / 4;
    }

    private static int down(byte[] luma, int stride, int at) {
        int distance = 4 * stride;
        int end = Math.min(at + (MOST - 1) * distance, luma.length - distance);
        int row = at;
        while (row < end && luma[row] == luma[row + distance] && luma[row + 1] == luma[row + distance + 1]
                && luma[row + 2] == luma[row + distance + 2] && luma[row + 3] == luma[row + distance + 3]) {
            row += stride;
        }
        return 1 + (row - at) / distance;
    }
}
