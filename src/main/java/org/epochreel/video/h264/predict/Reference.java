package org.epochreel.video.h264.predict;

import java.util.BitSet;
import org.epochreel.video.stream.YuvPicture;

/**
 * A picture that others are predicted from. Its luma is there packed, too, and the half samples between (clause
 * 8.4.2.2.1), each macroblock of them from when it is first asked for until something that it stems from changes: a
 * search then finds every fraction of a sample as the average of two of them.
 */
public final class Reference {

    /** Whole samples, and half samples between columns, between rows, and between both: G, b, h, j of Figure 8-4. */
    private static final int WHOLE = 0;
    private static final int BETWEEN_COLUMNS = 1;
    private static final int BETWEEN_ROWS = 2;
    private static final int BETWEEN_BOTH = 3;
    private static final int KINDS = 4;

    /** PictureSamples that the six-tap filter reads before a block; it reads one more behind. */
    private static final int TAPS_BEFORE = 2;

    /**
     * What is averaged for each fraction, row by row from vector (0, 0) to (3, 3): kind, column and row of the one and
     * of the other; the same twice where one is enough.
     */
    private static final int[][] AVERAGED = {
        // G, a, b, c
        {WHOLE, 0, 0, WHOLE, 0, 0}, {WHOLE, 0, 0, BETWEEN_COLUMNS, 0, 0},
        {BETWEEN_COLUMNS, 0, 0, BETWEEN_COLUMNS, 0, 0}, {BETWEEN_COLUMNS, 0, 0, WHOLE, 1, 0},
        // d, e, f, g
        {WHOLE, 0, 0, BETWEEN_ROWS, 0, 0}, {BETWEEN_COLUMNS, 0, 0, BETWEEN_ROWS, 0, 0},
        {BETWEEN_COLUMNS, 0, 0, BETWEEN_BOTH, 0, 0}, {BETWEEN_COLUMNS, 0, 0, BETWEEN_ROWS, 1, 0},
        // h, i, j, k
        {BETWEEN_ROWS, 0, 0, BETWEEN_ROWS, 0, 0}, {BETWEEN_ROWS, 0, 0, BETWEEN_BOTH, 0, 0},
        {BETWEEN_BOTH, 0, 0, BETWEEN_BOTH, 0, 0}, {BETWEEN_BOTH, 0, 0, BETWEEN_ROWS, 1, 0},
        // n, p, q, r
        {BETWEEN_ROWS, 0, 0, WHOLE, 0, 1}, {BETWEEN_ROWS, 0, 0, BETWEEN_COLUMNS, 0, 1},
        {BETWEEN_BOTH, 0, 0, BETWEEN_COLUMNS, 0, 1}, {BETWEEN_ROWS, 1, 0, BETWEEN_COLUMNS, 0, 1}};

    private final YuvPicture picture;
    private final int columns;
    private final int rows;
    /** Longs in a row of a plane. */
    private final int stride;
    /** By kind; null until asked for. */
    private final long[][] planes = new long[KINDS][];
    /** For each macroblock, a bit for each kind that holds. */
    private final byte[] valid;
    private final int[] sums = new int[16 * 21];
    private final byte[] halves = new byte[256];

    public Reference(YuvPicture picture) {
        this.picture = picture;
        this.columns = picture.size().macroblockColumns();
        this.rows = picture.size().macroblockRows();
        this.stride = 2 * columns;
        this.valid = new byte[columns * rows];
    }

    /** The picture, which only {@link #store}, {@link #copyFrom} and those who then tell {@link #changed} write. */
    public YuvPicture picture() {
        return picture;
    }

    public void store(int[] samples, int macroblock) {
        PictureSamples.store(samples, picture, macroblock);
        changed(macroblock);
    }

    /** Copies macroblocks of another picture. */
    public void copyFrom(Reference other, BitSet macroblocks) {
        PictureSamples.copy(other.picture, picture, macroblocks);
        changed(macroblocks);
    }

    /** Says that macroblocks of the picture are not the same any more. */
    public void changed(BitSet macroblocks) {
        for (int i = macroblocks.nextSetBit(0); i >= 0; i = macroblocks.nextSetBit(i + 1)) {
            changed(i);
        }
    }

    private void changed(int macroblock) {
        int column = macroblock % columns;
        int row = macroblock / columns;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                valid[y * columns + x] &= 1 << WHOLE;
            }
        }
        valid[macroblock] = 0;
    }

    /**
     * Whether the block of {@code side} luma samples at (x, y), moved by a vector, can be predicted without leaving
     * the picture.
     */
    public boolean reaches(int x, int y, int side, int vectorX, int vectorY) {
        int left = x + (vectorX >> 2);
        int top = y + (vectorY >> 2);
        return left >= TAPS_BEFORE && top >= TAPS_BEFORE
                && left + side + TAPS_BEFORE < columns * 16 && top + side + TAPS_BEFORE < rows * 16;
    }

    /**
     * Predicts the luma of one block (clause 8.4.2.2.1), all of whose source samples lie within the picture, as
     * {@link #reaches} says, and always so for vector 0.
     *
     * @param x the block's left luma column in the picture
     * @param side its luma samples a side, 8 or 16
     * @param vectorX in quarters of a sample
     * @param packed receives the block in its place in the macroblock
     */
    public void luma(int x, int y, int side, int vectorX, int vectorY, long[] packed) {
        int[] averaged = AVERAGED[(vectorY & 3) * 4 + (vectorX & 3)];
        int left = x + (vectorX >> 2);
        int top = y + (vectorY >> 2);
        int position = require(averaged[0], left + averaged[1], top + averaged[2], side);
        int at = (y & 15) * PackedSamples.ROW + ((x & 15) >> 3);
        if ((vectorX & 1 | vectorY & 1) == 0) {
            for (int i = 0; i < side; i += 8) {
                PackedSamples.copy(planes[averaged[0]], position + i, stride, side, packed, at + (i >> 3));
            }
        } else {
            int other = require(averaged[3], left + averaged[4], top + averaged[5], side);
            for (int i = 0; i < side; i += 8) {
                PackedSamples.average(planes[averaged[0]], position + i, planes[averaged[3]], other + i, stride, side,
                        packed, at + (i >> 3));
            }
        }
    }

    /** Sees to it that a block of a kind is there; returns its position. */
    private int require(int kind, int left, int top, int side) {
        int first = (top >> 4) * columns;
        int last = (top + side - 1 >> 4) * columns;
        int leftmost = left >> 4;
        int rightmost = left + side - 1 >> 4;
        int everywhere = valid[first + leftmost] & valid[first + rightmost] & valid[last + leftmost]
                & valid[last + rightmost];
        if ((everywhere >> kind & 1) == 0) {
            makeMissing(kind, leftmost, top >> 4);
            makeMissing(kind, rightmost, top >> 4);
            makeMissing(kind, leftmost, top + side - 1 >> 4);
            makeMissing(kind, rightmost, top + side - 1 >> 4);
        }
        return top * stride * 8 + left;
    }

    private void makeMissing(int kind, int column, int row) {
        if ((valid[row * columns + column] >> kind & 1) == 0) {
            make(kind, column, row);
        }
    }

    private void make(int kind, int column, int row) {
        if (planes[kind] == null) {
            // One more, for what is copied from between two longs.
            planes[kind] = new long[rows * 16 * stride + 1];
        }
        switch (kind) {
            case WHOLE -> pack(column, row);
            case BETWEEN_COLUMNS -> betweenColumns(column, row);
            case BETWEEN_ROWS -> betweenRows(column, row);
            default -> betweenBoth(column, row);
        }
        int macroblock = row * columns + column;
        valid[macroblock] = (byte) (valid[macroblock] | 1 << kind);
    }

    private void pack(int column, int row) {
        int from = row * 16 * stride * 8 + column * 16;
        int at = row * 16 * stride + column * 2;
        PackedSamples.pack(picture.luma(), from, stride * 8, 16, planes[WHOLE], at, stride);
        PackedSamples.pack(picture.luma(), from + 8, stride * 8, 16, planes[WHOLE], at + 1, stride);
    }

    /** Where the filter would leave the picture, nobody asks for what it gives: see {@link #reaches}. */
    private void betweenColumns(int column, int row) {
        for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
            makeMissing(WHOLE, x, row);
        }
        long[] whole = planes[WHOLE];
        long[] out = planes[BETWEEN_COLUMNS];
        int at = row * 16 * stride + column * 2;
        for (int y = 0; y < 16; y++, at += stride) {
            long here = whole[at];
            long right = whole[at + 1];
            out[at] = betweenColumns(at == 0 ? 0 : whole[at - 1], here, right);
            out[at + 1] = betweenColumns(here, right, whole[at + 2 < whole.length ? at + 2 : at]);
        }
    }

    private static long betweenColumns(long left, long here, long right) {
        return PackedSamples.sixTaps(here << 16 | left >>> 48, here << 8 | left >>> 56, here,
                here >>> 8 | right << 56, here >>> 16 | right << 48, here >>> 24 | right << 40);
    }

    private void betweenRows(int column, int row) {
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            makeMissing(WHOLE, column, y);
        }
        int at = row * 16 * stride + column * 2;
        betweenRows(at);
        betweenRows(at + 1);
    }

    private void betweenRows(int first) {
        long[] whole = planes[WHOLE];
        long[] out = planes[BETWEEN_ROWS];
        int last = rows * 16 * stride - stride + first % stride;
        int at = first;
        long a = whole[Math.max(first % stride, at - 2 * stride)];
        long b = whole[Math.max(first % stride, at - stride)];
        long c = whole[at];
        long d = whole[at + stride];
        long e = whole[at + 2 * stride];
        for (int end = at + 16 * stride; at < end; at += stride) {
            long f = whole[Math.min(last, at + 3 * stride)];
            out[at] = PackedSamples.sixTaps(a, b, c, d, e, f);
            a = b;
            b = c;
            c = d;
            d = e;
            e = f;
        }
    }

    /** From the rows' sums before rounding. */
    private void betweenBoth(int column, int row) {
        byte[] plane = picture.luma();
        int last = plane.length - 1;
        int width = stride * 8;
        for (int y = 0; y < 21; y++) {
            int line = Math.max(0, Math.min(rows * 16 - 1, row * 16 + y - TAPS_BEFORE)) * width;
            int from = line + column * 16;
            // Beyond the picture's left or right edge, any sample is as good.
            int a = plane[Math.max(0, from - 2)] & 0xff;
            int b = plane[Math.max(0, from - 1)] & 0xff;
            int c = plane[from] & 0xff;
            int d = plane[from + 1] & 0xff;
            int e = plane[from + 2] & 0xff;
            for (int i = y * 16, end = i + 16, next = from + 3; i < end; i++, next++) {
                int f = plane[Math.min(next, last)] & 0xff;
                sums[i] = a + f - 5 * (b + e) + 20 * (c + d);
                a = b;
                b = c;
                c = d;
                d = e;
                e = f;
            }
        }
        for (int i = 0; i < 256; i++) {
            int half = sums[i] + sums[i + 80] - 5 * (sums[i + 16] + sums[i + 64]) + 20 * (sums[i + 32] + sums[i + 48])
                    + 512 >> 10;
            halves[i] = (byte) ((half & ~0xff) == 0 ? half : half < 0 ? 0 : 255);
        }
        int at = row * 16 * stride + column * 2;
        PackedSamples.pack(halves, 0, 16, 16, planes[BETWEEN_BOTH], at, stride);
        PackedSamples.pack(halves, 8, 16, 16, planes[BETWEEN_BOTH], at + 1, stride);
    }

    /** Predicts the chroma of the block for which {@link #luma} takes the same arguments (clause 8.4.2.2.2). */
    public void chroma(int x, int y, int side, int vectorX, int vectorY, int[] samples) {
        int at = (y & 15) / 2 * 8 + (x & 15) / 2;
        chroma(picture.blueChroma(), x / 2, y / 2, side / 2, vectorX, vectorY, samples, PictureSamples.BLUE + at);
        chroma(picture.redChroma(), x / 2, y / 2, side / 2, vectorX, vectorY, samples, PictureSamples.RED + at);
    }

    /** A luma quarter is an eighth here. */
    private void chroma(byte[] plane, int x, int y, int side, int vectorX, int vectorY, int[] out, int at) {
        int width = columns * 8;
        int right = vectorX & 7;
        int below = vectorY & 7;
        int from = (y + (vectorY >> 3)) * width + x + (vectorX >> 3);
        if ((right | below) == 0) {
            for (int row = 0, target = at; row < side; row++, from += width, target += 8) {
                for (int i = 0; i < side; i++) {
                    out[target + i] = plane[from + i] & 0xff;
                }
            }
            return;
        }
        if (right == 0 || below == 0) {
            betweenTwo(plane, from, right == 0 ? width : 1, right + below, side, out, at);
            return;
        }
        int a = (8 - right) * (8 - below);
        int b = right * (8 - below);
        int c = (8 - right) * below;
        int d = right * below;
        for (int row = 0, target = at; row < side; row++, from += width, target += 8) {
            for (int i = 0; i < side; i++) {
                int p = from + i;
                out[target + i] = a * (plane[p] & 0xff) + b * (plane[p + 1] & 0xff)
                        + c * (plane[p + width] & 0xff) + d * (plane[p + width + 1] & 0xff) + 32 >> 6;
            }
        }
    }

    /** Where a vector is whole along one axis, two of four samples weigh 0. */
    private void betweenTwo(byte[] plane, int from, int step, int eighths, int side, int[] out, int at) {
        int width = columns * 8;
        for (int row = 0; row < side; row++) {
            int p = from + row * width;
            for (int target = at + row * 8, end = target + side; target < end; target++, p++) {
                int here = plane[p] & 0xff;
                out[target] = here + (((plane[p + step] & 0xff) - here) * eighths + 4 >> 3);
            }
        }
    }
}
