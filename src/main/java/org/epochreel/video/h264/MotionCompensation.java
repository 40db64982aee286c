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
            // G
            whole(plane, from, width, side, out, at, 16);
        } else if (fractionY == 0) {
            // a, b, c
            betweenColumns(plane, from, side, blendOf(fractionX), out, at);
        } else if (fractionX == 0) {
            // d, h, n
            betweenRows(plane, from, side, blendOf(fractionY), out, at);
        } else if (fractionX == 2) {
            // f, j, q
            betweenBoth(plane, from, side, blendOf(fractionY), out, at);
        } else if (fractionY == 2) {
            // i, k
            betweenBoth(plane, from, side, Blend.NONE, out, at);
            betweenRows(plane, from + (fractionX >> 1), side, Blend.OUT, out, at);
        } else {
            // e, g, p, r
            betweenColumns(plane, from + (fractionY >> 1) * width, side, Blend.NONE, out, at);
            betweenRows(plane, from + (fractionX >> 1), side, Blend.OUT, out, at);
        }
    }

    /** What a half sample is averaged with: nothing, the sample at either side of it, or what is already there. */
    private enum Blend { NONE, BEFORE, BEHIND, OUT }

    private static Blend blendOf(int fraction) {
        return fraction == 1 ? Blend.BEFORE : fraction == 2 ? Blend.NONE : Blend.BEHIND;
    }

    private static void whole(byte[] plane, int from, int rowLength, int side, int[] out, int at, int stride) {
        for (int y = 0, source = from, target = at; y < side; y++, source += rowLength, target += stride) {
            for (int x = 0; x < side; x += 4) {
                out[target + x] = plane[source + x] & 0xff;
                out[target + x + 1] = plane[source + x + 1] & 0xff;
                out[target + x + 2] = plane[source + x + 2] & 0xff;
                out[target + x + 3] = plane[source + x + 3] & 0xff;
            }
        }
    }

    /** Half samples b (s one row lower); the filter's six samples slide along the row. */
    private void betweenColumns(byte[] plane, int from, int side, Blend blend, int[] out, int at) {
        for (int y = 0, source = from, target = at; y < side; y++, source += width, target += 16) {
            int a = plane[source - 2] & 0xff;
            int b = plane[source - 1] & 0xff;
            int c = plane[source] & 0xff;
            int d = plane[source + 1] & 0xff;
            int e = plane[source + 2] & 0xff;
            for (int i = 0; i < side; i++) {
                int f = plane[source + 3 + i] & 0xff;
                int half = a + f - 5 * (b + e) + 20 * (c + d) + 16 >> 5;
                if ((half & ~0xff) != 0) {
                    half = half < 0 ? 0 : 255;
                }
                out[target + i] = blend == Blend.NONE ? half
                        : half + (blend == Blend.OUT ? out[target + i] : blend == Blend.BEFORE ? c : d) + 1 >> 1;
                a = b;
                b = c;
                c = d;
                d = e;
                e = f;
            }
        }
    }

    /** Half samples h (m one column further). */
    private void betweenRows(byte[] plane, int from, int side, Blend blend, int[] out, int at) {
        int w = width;
        for (int x = 0; x < side; x++) {
            int source = from + x;
            int target = at + x;
            int a = plane[source - 2 * w] & 0xff;
            int b = plane[source - w] & 0xff;
            int c = plane[source] & 0xff;
            int d = plane[source + w] & 0xff;
            int e = plane[source + 2 * w] & 0xff;
            source += 3 * w;
            for (int end = target + 16 * side; target < end; target += 16, source += w) {
                int f = plane[source] & 0xff;
                int half = a + f - 5 * (b + e) + 20 * (c + d) + 16 >> 5;
                if ((half & ~0xff) != 0) {
                    half = half < 0 ? 0 : 255;
                }
                out[target] = blend == Blend.NONE ? half
                        : half + (blend == Blend.OUT ? out[target] : blend == Blend.BEFORE ? c : d) + 1 >> 1;
                a = b;
                b = c;
                c = d;
                d = e;
                e = f;
            }
        }
    }

    /** Half samples j, from the rows' sums before rounding, which also give b and s to average them with. */
    private void betweenBoth(byte[] plane, int from, int side, Blend blend, int[] out, int at) {
        int[] sums = rows;
        for (int y = 0, source = from - 2 * width, target = 0; y < side + 5; y++, source += width, target += 16) {
            int a = plane[source - 2] & 0xff;
            int b = plane[source - 1] & 0xff;
            int c = plane[source] & 0xff;
            int d = plane[source + 1] & 0xff;
            int e = plane[source + 2] & 0xff;
            for (int i = 0; i < side; i++) {
                int f = plane[source + 3 + i] & 0xff;
                sums[target + i] = a + f - 5 * (b + e) + 20 * (c + d);
                a = b;
                b = c;
                c = d;
                d = e;
                e = f;
            }
        }
        for (int x = 0; x < side; x++) {
            int target = at + x;
            int a = sums[x];
            int b = sums[x + 16];
            int c = sums[x + 32];
            int d = sums[x + 48];
            int e = sums[x + 64];
            for (int i = x + 80, end = i + 16 * side; i < end; i += 16, target += 16) {
                int f = sums[i];
                int half = Transform.clip(a + f - 5 * (b + e) + 20 * (c + d) + 512 >> 10);
                out[target] = blend == Blend.NONE ? half
                        : half + Transform.clip((blend == Blend.BEFORE ? c : d) + 16 >> 5) + 1 >> 1;
                a = b;
                b = c;
                c = d;
                d = e;
                e = f;
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
