package org.epochreel.video.h264;

import org.epochreel.video.YuvPicture;

/**
 * Inter prediction samples (clause 8.4.2.2) of square blocks whose every source sample lies within the reference
 * picture; {@link #reaches} tells, and always so for vector 0. Vectors are in quarters of a luma sample.
 */
final class MotionCompensation {

    /** Samples that the six-tap filter reads before a block; it reads one more behind. */
    private static final int TAPS_BEFORE = 2;

    private final int width;
    private final int height;
    private final int[] first = new int[256];
    private final int[] second = new int[256];
    private final int[] rows = new int[16 * 21];

    MotionCompensation(YuvPicture shape) {
        width = shape.lumaStride();
        height = shape.size().macroblockRows() * 16;
    }

    /**
     * Whether the block of {@code side} luma samples at (x, y), moved by a vector, can be predicted without leaving
     * the picture.
     */
    boolean reaches(int x, int y, int side, int vectorX, int vectorY) {
        int left = x + (vectorX >> 2);
        int top = y + (vectorY >> 2);
        return left >= TAPS_BEFORE && top >= TAPS_BEFORE
                && left + side + TAPS_BEFORE < width && top + side + TAPS_BEFORE < height;
    }

    /**
     * Predicts the luma of one block.
     *
     * @param x the block's left luma column in the picture
     * @param side its luma samples a side, 8 or 16
     * @param samples the macroblock's samples, laid out as {@link Samples} says
     */
    void luma(YuvPicture reference, int x, int y, int side, int vectorX, int vectorY, int[] samples) {
        luma(reference, x, y, side, vectorX, vectorY, samples, (y & 15) * 16 + (x & 15));
    }

    /** Predicts the chroma of the block for which {@link #luma} takes the same arguments. */
    void chroma(YuvPicture reference, int x, int y, int side, int vectorX, int vectorY, int[] samples) {
        int at = (y & 15) / 2 * 8 + (x & 15) / 2;
        chroma(reference.blueChroma(), x / 2, y / 2, side / 2, vectorX, vectorY, samples, Samples.BLUE + at);
        chroma(reference.redChroma(), x / 2, y / 2, side / 2, vectorX, vectorY, samples, Samples.RED + at);
    }

    /** Luma sample interpolation, clause 8.4.2.2.1; the comments name the positions of its Figure 8-4. */
    private void luma(YuvPicture reference, int x, int y, int side, int vectorX, int vectorY, int[] out, int at) {
        byte[] plane = reference.luma();
        int from = (y + (vectorY >> 2)) * width + x + (vectorX >> 2);
        int fractionX = vectorX & 3;
        int fractionY = vectorY & 3;
        if (fractionX == 0 && fractionY == 0) {
            whole(plane, from, width, side, out, at, 16);
            return;
        }
        if (fractionX == 0) {
            // d, h, n
            betweenRows(plane, from, side, first);
            other(fractionY, plane, from, from + width, side);
        } else if (fractionY == 0) {
            // a, b, c
            betweenColumns(plane, from, side, first);
            other(fractionX, plane, from, from + 1, side);
        } else if (fractionX == 2) {
            // f, j, q
            betweenBoth(plane, from, side, first);
            halfOrCopy(fractionY, from, side, plane, true);
        } else if (fractionY == 2) {
            // i, k
            betweenBoth(plane, from, side, first);
            halfOrCopy(fractionX, from, side, plane, false);
        } else {
            // e, g, p, r
            betweenColumns(plane, from + (fractionY >> 1) * width, side, first);
            betweenRows(plane, from + (fractionX >> 1), side, second);
        }
        average(side, out, at);
    }

    /** Prepares the average of a half sample with the whole sample at either side of it, or with itself. */
    private void other(int fraction, byte[] plane, int before, int behind, int side) {
        if (fraction == 2) {
            System.arraycopy(first, 0, second, 0, side * side);
        } else {
            whole(plane, fraction == 1 ? before : behind, width, side, second, 0, side);
        }
    }

    /** Prepares the average of the centre sample j with a half sample at either side of it, or with itself. */
    private void halfOrCopy(int fraction, int from, int side, byte[] plane, boolean vertical) {
        if (fraction == 2) {
            System.arraycopy(first, 0, second, 0, side * side);
        } else if (vertical) {
            betweenColumns(plane, from + (fraction >> 1) * width, side, second);
        } else {
            betweenRows(plane, from + (fraction >> 1), side, second);
        }
    }

    private static void whole(byte[] plane, int from, int rowLength, int side, int[] out, int at, int stride) {
        for (int y = 0, source = from, target = at; y < side; y++, source += rowLength, target += stride) {
            for (int x = 0; x < side; x++) {
                out[target + x] = plane[source + x] & 0xff;
            }
        }
    }

    /** Half samples b (s one row lower). */
    private void betweenColumns(byte[] plane, int from, int side, int[] out) {
        for (int y = 0, source = from, target = 0; y < side; y++, source += width) {
            for (int p = source; p < source + side; p++) {
                int sum = (plane[p - 2] & 0xff) + (plane[p + 3] & 0xff)
                        - 5 * ((plane[p - 1] & 0xff) + (plane[p + 2] & 0xff))
                        + 20 * ((plane[p] & 0xff) + (plane[p + 1] & 0xff));
                out[target++] = Transform.clip(sum + 16 >> 5);
            }
        }
    }

    /** Half samples h (m one column further). */
    private void betweenRows(byte[] plane, int from, int side, int[] out) {
        int w = width;
        for (int y = 0, source = from, target = 0; y < side; y++, source += w) {
            for (int p = source; p < source + side; p++) {
                int sum = (plane[p - 2 * w] & 0xff) + (plane[p + 3 * w] & 0xff)
                        - 5 * ((plane[p - w] & 0xff) + (plane[p + 2 * w] & 0xff))
                        + 20 * ((plane[p] & 0xff) + (plane[p + w] & 0xff));
                out[target++] = Transform.clip(sum + 16 >> 5);
            }
        }
    }

    /** Half samples j. */
    private void betweenBoth(byte[] plane, int from, int side, int[] out) {
        for (int y = 0, source = from - 2 * width, target = 0; y < side + 5; y++, source += width) {
            for (int p = source; p < source + side; p++) {
                rows[target++] = (plane[p - 2] & 0xff) + (plane[p + 3] & 0xff)
                        - 5 * ((plane[p - 1] & 0xff) + (plane[p + 2] & 0xff))
                        + 20 * ((plane[p] & 0xff) + (plane[p + 1] & 0xff));
            }
        }
        for (int i = 0; i < side * side; i++) {
            int sum = rows[i] + rows[i + 5 * side] - 5 * (rows[i + side] + rows[i + 4 * side])
                    + 20 * (rows[i + 2 * side] + rows[i + 3 * side]);
            out[i] = Transform.clip(sum + 512 >> 10);
        }
    }

    private void average(int side, int[] out, int at) {
        for (int y = 0, i = 0, target = at; y < side; y++, target += 16) {
            for (int x = 0; x < side; x++, i++) {
                out[target + x] = first[i] + second[i] + 1 >> 1;
            }
        }
    }

    /** Chroma sample interpolation, clause 8.4.2.2.2: a luma quarter is an eighth here. */
    private void chroma(byte[] plane, int x, int y, int side, int vectorX, int vectorY, int[] out, int at) {
        int stride = width / 2;
        int right = vectorX & 7;
        int below = vectorY & 7;
        int from = (y + (vectorY >> 3)) * stride + x + (vectorX >> 3);
        if ((right | below) == 0) {
            whole(plane, from, stride, side, out, at, 8);
            return;
        }
        int a = (8 - right) * (8 - below);
        int b = right * (8 - below);
        int c = (8 - right) * below;
        int d = right * below;
        for (int row = 0, target = at; row < side; row++, from += stride, target += 8) {
            for (int i = 0; i < side; i++) {
                int p = from + i;
                out[target + i] = a * (plane[p] & 0xff) + b * (plane[p + 1] & 0xff)
                        + c * (plane[p + stride] & 0xff) + d * (plane[p + stride + 1] & 0xff) + 32 >> 6;
            }
        }
    }
}
