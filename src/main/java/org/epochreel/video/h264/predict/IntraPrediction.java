package org.epochreel.video.h264.predict;

/**
 * Intra prediction from the samples already reconstructed beside a block, in one plane of the picture (clause 8.3).
 * Availability is a matter of the picture's edge alone, since every picture is one intra slice or none.
 */
public final class IntraPrediction {

    /** Intra16x16PredMode of Table 8-4 without plane prediction; intra_chroma_pred_mode has the same three rotated. */
    public static final int WHOLE_VERTICAL = 0;
    public static final int WHOLE_HORIZONTAL = 1;
    public static final int WHOLE_DC = 2;

    /** Intra4x4PredMode, Table 8-2. */
    static final int VERTICAL = 0;
    static final int HORIZONTAL = 1;
    public static final int DC = 2;
    static final int DIAGONAL_DOWN_LEFT = 3;
    static final int DIAGONAL_DOWN_RIGHT = 4;
    static final int VERTICAL_RIGHT = 5;
    static final int HORIZONTAL_DOWN = 6;
    static final int VERTICAL_LEFT = 7;
    static final int HORIZONTAL_UP = 8;
    public static final int MODES = 9;

    private static final int MID_GREY = 128;

    /** Neighbours of a 4x4 block. */
    private static final int EDGE = 13;

    /** Where {@link #values} has the smoothed neighbours, the means of two, and the mean of all. */
    private static final int THREE = EDGE;
    private static final int TWO = 2 * EDGE;
    private static final int MEAN = 3 * EDGE;

    /** For each mode, which of the {@link #values} each of the 16 samples is. */
    private static final byte[][] PLACES = places();

    /**
     * Neighbours of a 4x4 block (left from the bottom up at 0 to 3, the corner at 4, above from the left at 5 to 12),
     * then what the modes make of them.
     */
    private final int[] values = new int[MEAN + 1];
    private boolean hasLeft;
    private boolean hasAbove;

    /**
     * Fills a square of {@code side} samples with the vertical, horizontal or DC prediction of clauses 8.3.3.1 to
     * 8.3.3.3.
     */
    public static void whole(byte[] plane, int from, int stride, int side, int mode, boolean left, boolean above, int[] out,
            int at) {
        switch (mode) {
            case WHOLE_VERTICAL -> {
                for (int y = 0, target = at; y < side; y++, target += side) {
                    for (int x = 0; x < side; x++) {
                        out[target + x] = plane[from - stride + x] & 0xff;
                    }
                }
            }
            case WHOLE_HORIZONTAL -> {
                for (int y = 0, target = at; y < side; y++, target += side) {
                    int sample = plane[from + y * stride - 1] & 0xff;
                    for (int x = 0; x < side; x++) {
                        out[target + x] = sample;
                    }
                }
            }
            default -> {
                int sum = 0;
                int count = 0;
                if (above) {
                    sum += sumAbove(plane, from, stride, side);
                    count += side;
                }
                if (left) {
                    sum += sumLeft(plane, from, stride, side);
                    count += side;
                }
                fill(out, at, side, side, mean(sum, count));
            }
        }
    }

    /** Chroma DC prediction, clauses 8.3.4.1 to 8.3.4.3: each 4x4 block from its own neighbours. */
    public static void chromaDc(byte[] plane, int from, int stride, boolean left, boolean above, int[] out, int at) {
        for (int block = 0; block < 4; block++) {
            int x = (block & 1) * 4;
            int y = (block >> 1) * 4;
            // The block above right looks above only, the one below left looks left only, where they can.
            boolean useAbove = above && (block != 2 || !left);
            boolean useLeft = left && (block != 1 || !above);
            int sum = 0;
            int count = 0;
            if (useAbove) {
                sum += sumAbove(plane, from + x, stride, 4);
                count += 4;
            }
            if (useLeft) {
                sum += sumLeft(plane, from + y * stride, stride, 4);
                count += 4;
            }
            fill(out, at + y * 8 + x, 8, 4, mean(sum, count));
        }
    }

    private static int sumAbove(byte[] plane, int from, int stride, int count) {
        int sum = 0;
        for (int x = 0; x < count; x++) {
            sum += plane[from - stride + x] & 0xff;
        }
        return sum;
    }

    private static int sumLeft(byte[] plane, int from, int stride, int count) {
        int sum = 0;
        for (int y = 0; y < count; y++) {
            sum += plane[from + y * stride - 1] & 0xff;
        }
        return sum;
    }

    private static int mean(int sum, int count) {
        return count == 0 ? MID_GREY : (sum + count / 2) / count;
    }

    private static void fill(int[] out, int at, int stride, int side, int sample) {
        for (int y = 0, target = at; y < side; y++, target += stride) {
            for (int x = 0; x < side; x++) {
                out[target + x] = sample;
            }
        }
    }

    /** Reads the neighbours of the 4x4 block at {@code from}; {@link #block} then predicts it in any available mode. */
    public void readEdge(byte[] plane, int from, int stride, boolean left, boolean above, boolean aboveRight) {
        hasLeft = left;
        hasAbove = above;
        int[] v = values;
        if (left) {
            v[3] = plane[from - 1] & 0xff;
            v[2] = plane[from + stride - 1] & 0xff;
            v[1] = plane[from + 2 * stride - 1] & 0xff;
            v[0] = plane[from + 3 * stride - 1] & 0xff;
        }
        if (left && above) {
            v[4] = plane[from - stride - 1] & 0xff;
        }
        if (above) {
            for (int x = 0; x < 8; x++) {
                // Samples above right that are not there are replaced by the last one above (clause 8.3.1.2).
                v[5 + x] = plane[from - stride + (aboveRight || x < 4 ? x : 3)] & 0xff;
            }
        }
        int last = v[0];
        int here = v[0];
        for (int i = 0; i < EDGE - 1; i++) {
            int next = v[i + 1];
            v[THREE + i] = last + 2 * here + next + 2 >> 2;
            v[TWO + i] = here + next + 1 >> 1;
            last = here;
            here = next;
        }
        v[THREE + EDGE - 1] = last + 3 * here + 2 >> 2;
        v[MEAN] = dc();
    }

    private int dc() {
        int[] v = values;
        if (hasLeft && hasAbove) {
            return v[0] + v[1] + v[2] + v[3] + v[5] + v[6] + v[7] + v[8] + 4 >> 3;
        }
        if (hasLeft) {
            return v[0] + v[1] + v[2] + v[3] + 2 >> 2;
        }
        return hasAbove ? v[5] + v[6] + v[7] + v[8] + 2 >> 2 : MID_GREY;
    }

    /** Whether the neighbours that a mode needs are there. */
    public boolean available(int mode) {
        return switch (mode) {
            case DC -> true;
            case VERTICAL, DIAGONAL_DOWN_LEFT, VERTICAL_LEFT -> hasAbove;
            case HORIZONTAL, HORIZONTAL_UP -> hasLeft;
            default -> hasLeft && hasAbove;
        };
    }

    /** Predicts the block whose edge was read, into a macroblock's luma at {@code at}. */
    public void block(int mode, int[] out, int at) {
        byte[] places = PLACES[mode];
        int[] v = values;
        for (int i = 0, row = at; i < 16; i += 4, row += 16) {
            out[row] = v[places[i]];
            out[row + 1] = v[places[i + 1]];
            out[row + 2] = v[places[i + 2]];
            out[row + 3] = v[places[i + 3]];
        }
    }

    /** The modes of clauses 8.3.1.2.1 to 8.3.1.2.9. */
    private static byte[][] places() {
        byte[][] places = new byte[MODES][16];
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                for (int mode = 0; mode < MODES; mode++) {
                    places[mode][y * 4 + x] = (byte) switch (mode) {
                        case VERTICAL -> 5 + x;
                        case HORIZONTAL -> 3 - y;
                        case DC -> MEAN;
                        case DIAGONAL_DOWN_LEFT -> THREE + x + y + 6;
                        case DIAGONAL_DOWN_RIGHT -> THREE + 4 + x - y;
                        case VERTICAL_RIGHT -> verticalRight(x, y);
                        case HORIZONTAL_DOWN -> horizontalDown(x, y);
                        case VERTICAL_LEFT -> (y & 1) == 0 ? TWO + 5 + x + (y >> 1) : THREE + 6 + x + (y >> 1);
                        default -> horizontalUp(x + 2 * y);
                    };
                }
            }
        }
        return places;
    }

    private static int verticalRight(int x, int y) {
        int zone = 2 * x - y;
        if (zone < -1) {
            return THREE + 5 - y;
        }
        int i = x - (y >> 1);
        return zone == -1 || (zone & 1) != 0 ? THREE + 4 + i : TWO + 4 + i;
    }

    private static int horizontalDown(int x, int y) {
        int zone = 2 * y - x;
        if (zone < -1) {
            return THREE + 3 + x;
        }
        int i = y - (x >> 1);
        return zone == -1 || (zone & 1) != 0 ? THREE + 4 - i : TWO + 3 - i;
    }

    private static int horizontalUp(int zone) {
        if (zone > 5) {
            return 0;
        }
        int i = 3 - (zone >> 1);
        return zone == 5 ? THREE : (zone & 1) == 0 ? TWO + i - 1 : THREE + i - 1;
    }
}
