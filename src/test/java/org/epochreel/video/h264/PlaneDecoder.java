package org.epochreel.video.h264;

import java.util.Arrays;

/**
 * One plane of a decoded picture, and the prediction and residual processes of clauses 8.3 to 8.5 upon it, in plain
 * form.
 */
public final class PlaneDecoder {

    private static final int[][] V = {{10, 16, 13}, {11, 18, 14}, {13, 20, 16}, {14, 23, 18}, {16, 25, 20},
        {18, 29, 23}};
    private static final int[][] SCAN = {{0, 0}, {1, 0}, {0, 1}, {0, 2}, {1, 1}, {2, 0}, {3, 0}, {2, 1}, {1, 2}, {0, 3},
        {1, 3}, {2, 2}, {3, 1}, {3, 2}, {2, 3}, {3, 3}};

    final int width;
    final int height;
    public final int[][] samples;

    public PlaneDecoder(int width, int height) {
        this.width = width;
        this.height = height;
        this.samples = new int[height][width];
    }

    private int clamped(int x, int y) {
        return samples[Math.max(0, Math.min(height - 1, y))][Math.max(0, Math.min(width - 1, x))];
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value));
    }

    static int scale(int quantiser, int x, int y) {
        int[] row = V[quantiser % 6];
        return 16 * (x % 2 == 0 && y % 2 == 0 ? row[0] : x % 2 == 1 && y % 2 == 1 ? row[1] : row[2]);
    }

    /** Levels in scan order to c[y][x], the inverse of the frame zig-zag scan (clause 8.5.6). */
    static int[][] unscan(int[] levels) {
        int[][] c = new int[4][4];
        for (int k = 0; k < 16; k++) {
            c[SCAN[k][1]][SCAN[k][0]] = levels[k];
        }
        return c;
    }

    /** Adds one residual block (clauses 8.5.12 and 8.5.14); {@code dc}, if not null, is already scaled. */
    void addResidual(int x, int y, int[] levels, Integer dc, int quantiser) {
        int[][] d = unscan(levels);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                int scaled = d[i][j] * scale(quantiser, j, i);
                d[i][j] = quantiser >= 24 ? scaled << quantiser / 6 - 4
                        : scaled + (1 << 3 - quantiser / 6) >> 4 - quantiser / 6;
            }
        }
        if (dc != null) {
            d[0][0] = dc;
        }
        for (int i = 0; i < 4; i++) {
            d[i] = oneDimension(d[i]);
        }
        for (int j = 0; j < 4; j++) {
            int[] column = oneDimension(new int[] {d[0][j], d[1][j], d[2][j], d[3][j]});
            for (int i = 0; i < 4; i++) {
                samples[y + i][x + j] = clip(samples[y + i][x + j] + (column[i] + 32 >> 6));
            }
        }
    }

    private static int[] oneDimension(int[] d) {
        int e0 = d[0] + d[2];
        int e1 = d[0] - d[2];
        int e2 = (d[1] >> 1) - d[3];
        int e3 = d[1] + (d[3] >> 1);
        return new int[] {e0 + e3, e1 + e2, e1 - e2, e0 - e3};
    }

    /**
     * Predicts a square with vertical, horizontal, DC or plane prediction; {@code left} and {@code above} say which
     * side counts.
     */
    void predictSquare(int x, int y, int side, char mode, boolean left, boolean above) {
        Refusal.unless((left || mode == 'v' || mode == 'd') && (above || mode == 'h' || mode == 'd'),
                "intra prediction " + mode + " from samples that are not there");
        if (mode == 'p') {
            predictPlane(x, y, side);
            return;
        }
        int sum = 0;
        for (int i = 0; i < side; i++) {
            sum += (left ? samples[y + i][x - 1] : 0) + (above ? samples[y - 1][x + i] : 0);
        }
        int count = (left ? side : 0) + (above ? side : 0);
        int mean = count == 0 ? 128 : (sum + count / 2) / count;
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                samples[y + i][x + j] = mode == 'v' ? samples[y - 1][x + j] : mode == 'h' ? samples[y + i][x - 1]
                        : mean;
            }
        }
    }

    /** Clauses 8.3.3.4 and 8.3.4.4. */
    private void predictPlane(int x0, int y0, int side) {
        int half = side / 2;
        int h = 0;
        int v = 0;
        for (int i = 1; i <= half; i++) {
            h += i * (samples[y0 - 1][x0 + half - 1 + i] - samples[y0 - 1][x0 + half - 1 - i]);
            v += i * (samples[y0 + half - 1 + i][x0 - 1] - samples[y0 + half - 1 - i][x0 - 1]);
        }
        int factor = side == 16 ? 5 : 34;
        int b = factor * h + 32 >> 6;
        int c = factor * v + 32 >> 6;
        int a = 16 * (samples[y0 + side - 1][x0 - 1] + samples[y0 - 1][x0 + side - 1]);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                samples[y0 + y][x0 + x] = clip(a + b * (x - half + 1) + c * (y - half + 1) + 16 >> 5);
            }
        }
    }

    /** Intra chroma prediction, clause 8.3.4: mode 0 DC, 1 horizontal, 2 vertical, 3 plane. */
    void predictChroma(int x, int y, int mode, boolean left, boolean above) {
        if (mode != 0) {
            predictSquare(x, y, 8, "dhvp".charAt(mode), left, above);
            return;
        }
        predictSquare(x, y, 4, 'd', left, above);
        predictSquare(x + 4, y, 4, 'd', left && !above, above);
        predictSquare(x, y + 4, 4, 'd', left, above && !left);
        // The last block looks past its neighbours within the macroblock: its edges are the macroblock's own.
        int sum = 0;
        for (int i = 4; i < 8; i++) {
            sum += (left ? samples[y + i][x - 1] : 0) + (above ? samples[y - 1][x + i] : 0);
        }
        int mean = !left && !above ? 128 : left && above ? sum + 4 >> 3 : sum + 2 >> 2;
        for (int i = 4; i < 8; i++) {
            Arrays.fill(samples[y + i], x + 4, x + 8, mean);
        }
    }

    /** Intra 4x4 prediction, clause 8.3.1.2, by the formulas as they are printed. */
    void predict4x4(int x0, int y0, int mode, boolean left, boolean above, boolean aboveRight) {
        Refusal.unless((left || mode == 0 || mode == 2 || mode == 3 || mode == 7)
                && (above || mode == 1 || mode == 2 || mode == 8),
                "intra 4x4 prediction " + mode + " from samples that are not there");
        int[][] out = new int[4][4];
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                Edge p = (px, py) -> samples[y0 + py][x0 + (px > 3 && !aboveRight ? 3 : px)];
                out[y][x] = switch (mode) {
                    case 0 -> p.at(x, -1);
                    case 1 -> p.at(-1, y);
                    case 3 -> x == 3 && y == 3 ? p.at(6, -1) + 3 * p.at(7, -1) + 2 >> 2
                            : p.at(x + y, -1) + 2 * p.at(x + y + 1, -1) + p.at(x + y + 2, -1) + 2 >> 2;
                    case 4 -> downRight(p, x, y);
                    case 5 -> verticalRight(p, x, y);
                    case 6 -> verticalRight((px, py) -> p.at(py, px), y, x);
                    case 7 -> y % 2 == 0 ? p.at(x + y / 2, -1) + p.at(x + y / 2 + 1, -1) + 1 >> 1
                            : p.at(x + y / 2, -1) + 2 * p.at(x + y / 2 + 1, -1) + p.at(x + y / 2 + 2, -1) + 2 >> 2;
                    case 8 -> horizontalUp(p, x, y);
                    default -> -1;
                };
            }
        }
        if (mode == 2) {
            predictSquare(x0, y0, 4, 'd', left, above);
            return;
        }
        for (int y = 0; y < 4; y++) {
            System.arraycopy(out[y], 0, samples[y0 + y], x0, 4);
        }
    }

    private interface Edge {
        int at(int x, int y);
    }

    private static int downRight(Edge p, int x, int y) {
        if (x > y) {
            return (x - y >= 2 ? p.at(x - y - 2, -1) : p.at(-1, -1)) + 2 * p.at(x - y - 1, -1) + p.at(x - y, -1)
                    + 2 >> 2;
        }
        if (x < y) {
            return (y - x >= 2 ? p.at(-1, y - x - 2) : p.at(-1, -1)) + 2 * p.at(-1, y - x - 1) + p.at(-1, y - x)
                    + 2 >> 2;
        }
        return p.at(0, -1) + 2 * p.at(-1, -1) + p.at(-1, 0) + 2 >> 2;
    }

    private static int verticalRight(Edge p, int x, int y) {
        int z = 2 * x - y;
        int i = x - (y >> 1);
        if (z >= 0 && z % 2 == 0) {
            return p.at(i - 1, -1) + p.at(i, -1) + 1 >> 1;
        }
        if (z >= 0) {
            return p.at(i - 2, -1) + 2 * p.at(i - 1, -1) + p.at(i, -1) + 2 >> 2;
        }
        return z == -1 ? p.at(-1, 0) + 2 * p.at(-1, -1) + p.at(0, -1) + 2 >> 2
                : p.at(-1, y - 1) + 2 * p.at(-1, y - 2) + p.at(-1, y - 3) + 2 >> 2;
    }

    private static int horizontalUp(Edge p, int x, int y) {
        int z = x + 2 * y;
        int i = y + (x >> 1);
        if (z > 5) {
            return p.at(-1, 3);
        }
        if (z == 5) {
            return p.at(-1, 2) + 3 * p.at(-1, 3) + 2 >> 2;
        }
        return z % 2 == 0 ? p.at(-1, i) + p.at(-1, i + 1) + 1 >> 1
                : p.at(-1, i) + 2 * p.at(-1, i + 1) + p.at(-1, i + 2) + 2 >> 2;
    }

    /** Luma sample interpolation, clause 8.4.2.2.1, for one sample. */
    public int interpolateLuma(int x, int y, int vectorX, int vectorY) {
        int xi = x + (vectorX >> 2);
        int yi = y + (vectorY >> 2);
        int g = clamped(xi, yi);
        if (((vectorX | vectorY) & 3) == 0) {
            return g;
        }
        int b = clip(sixTapRow(xi, yi) + 16 >> 5);
        int h = clip(sixTapColumn(xi, yi) + 16 >> 5);
        int s = clip(sixTapRow(xi, yi + 1) + 16 >> 5);
        int m = clip(sixTapColumn(xi + 1, yi) + 16 >> 5);
        int j = clip(sixTap(sixTapRow(xi, yi - 2), sixTapRow(xi, yi - 1), sixTapRow(xi, yi), sixTapRow(xi, yi + 1),
                sixTapRow(xi, yi + 2), sixTapRow(xi, yi + 3)) + 512 >> 10);
        return switch ((vectorX & 3) + 4 * (vectorY & 3)) {
            case 1 -> g + b + 1 >> 1;
            case 2 -> b;
            case 3 -> b + clamped(xi + 1, yi) + 1 >> 1;
            case 4 -> g + h + 1 >> 1;
            case 5 -> b + h + 1 >> 1;
            case 6 -> b + j + 1 >> 1;
            case 7 -> b + m + 1 >> 1;
            case 8 -> h;
            case 9 -> h + j + 1 >> 1;
            case 10 -> j;
            case 11 -> j + m + 1 >> 1;
            case 12 -> h + clamped(xi, yi + 1) + 1 >> 1;
            case 13 -> h + s + 1 >> 1;
            case 14 -> j + s + 1 >> 1;
            default -> s + m + 1 >> 1;
        };
    }

    private static int sixTap(int a, int b, int c, int d, int e, int f) {
        return a - 5 * b + 20 * c + 20 * d - 5 * e + f;
    }

    private int sixTapRow(int x, int y) {
        return sixTap(clamped(x - 2, y), clamped(x - 1, y), clamped(x, y), clamped(x + 1, y), clamped(x + 2, y),
                clamped(x + 3, y));
    }

    private int sixTapColumn(int x, int y) {
        return sixTap(clamped(x, y - 2), clamped(x, y - 1), clamped(x, y), clamped(x, y + 1), clamped(x, y + 2),
                clamped(x, y + 3));
    }

    /** Chroma sample interpolation, clause 8.4.2.2.2, for one sample. */
    public int interpolateChroma(int x, int y, int vectorX, int vectorY) {
        int xi = x + (vectorX >> 3);
        int yi = y + (vectorY >> 3);
        int fx = vectorX & 7;
        int fy = vectorY & 7;
        return (8 - fx) * (8 - fy) * clamped(xi, yi) + fx * (8 - fy) * clamped(xi + 1, yi)
                + (8 - fx) * fy * clamped(xi, yi + 1) + fx * fy * clamped(xi + 1, yi + 1) + 32 >> 6;
    }
}
