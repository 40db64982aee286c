package org.epochreel.video.h264;

/** The levels of one macroblock, read in the order of clauses 7.3.5.3 and following. */
final class SubsetResidual {

    /** QPc of Table 8-15 for qPI from 30 on. */
    private static final int[] CHROMA_QP = {29, 30, 31, 32, 32, 33, 34, 34, 35, 35, 36, 36, 37, 37, 37, 38, 38, 38, 39,
        39, 39, 39};

    final int[][] luma = new int[16][16];
    private final int[] lumaDc = new int[16];
    private final int[][] chromaDc = new int[2][16];
    private final int[][][] chroma = new int[2][4][16];
    private final CabacDecoder bits;
    private final MacroblockInfo info;
    private final MacroblockInfo a;
    private final MacroblockInfo b;
    private final boolean intra;

    SubsetResidual(CabacDecoder bits, MacroblockInfo info, MacroblockInfo a, MacroblockInfo b, boolean intra) {
        this.bits = bits;
        this.info = info;
        this.a = a;
        this.b = b;
        this.intra = intra;
        if (info.whole) {
            info.lumaDcCoded = read(0, a == null ? intra : a.lumaDcCoded, b == null ? intra : b.lumaDcCoded, lumaDc,
                    0, 16);
        }
        for (int i = 0; i < 16; i++) {
            if ((info.pattern >> i / 4 & 1) == 1) {
                lumaBlock(i);
            }
        }
        for (int plane = 0; plane < 2 && info.pattern >> 4 > 0; plane++) {
            info.chromaDcCoded[plane] = read(3, a == null ? intra : a.chromaDcCoded[plane],
                    b == null ? intra : b.chromaDcCoded[plane], chromaDc[plane], 0, 4);
        }
        for (int i = 0; i < 8 && info.pattern >> 4 == 2; i++) {
            chromaBlock(i / 4, i % 2, i / 2 % 2);
        }
    }

    private void lumaBlock(int i) {
        int x = MacroblockInfo.blockX(i);
        int y = MacroblockInfo.blockY(i);
        boolean left = x > 0 ? info.lumaCoded[y][x - 1] : a == null ? intra : a.lumaCoded[y][3];
        boolean above = y > 0 ? info.lumaCoded[y - 1][x] : b == null ? intra : b.lumaCoded[3][x];
        info.lumaCoded[y][x] = info.whole ? read(1, left, above, luma[i], 1, 15) : read(2, left, above, luma[i], 0, 16);
    }

    private void chromaBlock(int plane, int x, int y) {
        boolean[][] coded = info.chromaCoded[plane];
        boolean left = x > 0 ? coded[y][0] : a == null ? intra : a.chromaCoded[plane][y][1];
        boolean above = y > 0 ? coded[0][x] : b == null ? intra : b.chromaCoded[plane][1][x];
        coded[y][x] = read(4, left, above, chroma[plane][y * 2 + x], 1, 15);
    }

    private boolean read(int category, boolean left, boolean above, int[] levels, int from, int size) {
        if (bits.decision(85 + 4 * category + (left ? 1 : 0) + (above ? 2 : 0)) == 0) {
            return false;
        }
        int[] offset = {0, 15, 29, 44, 47};
        boolean[] significant = new boolean[size];
        int last = -1;
        for (int i = 0; i < size - 1 && last < 0; i++) {
            int increment = category == 3 ? Math.min(i, 2) : i;
            if (bits.decision(105 + offset[category] + increment) == 1) {
                significant[i] = true;
                if (bits.decision(166 + offset[category] + increment) == 1) {
                    last = i;
                }
            }
        }
        if (last < 0) {
            last = size - 1;
            significant[last] = true;
        }
        int equalToOne = 0;
        int greaterThanOne = 0;
        for (int i = last; i >= 0; i--) {
            if (significant[i]) {
                int base = 227 + 10 * category - (category == 4 ? 1 : 0);
                int value = 1;
                int context = base + (greaterThanOne != 0 ? 0 : Math.min(4, 1 + equalToOne));
                while (value < 15 && bits.decision(context) == 1) {
                    value++;
                    context = base + 5 + Math.min(4 - (category == 3 ? 1 : 0), greaterThanOne);
                }
                if (value == 15) {
                    value += bits.bypassExpGolomb(0);
                }
                equalToOne += value == 1 ? 1 : 0;
                greaterThanOne += value > 1 ? 1 : 0;
                levels[from + i] = bits.bypass() == 1 ? -value : value;
            }
        }
        return true;
    }

    /** Clause 8.5.10: the 16 scaled DC values, row by row. */
    int[] lumaDcValues(int quantiser) {
        int[][] h = {{1, 1, 1, 1}, {1, 1, -1, -1}, {1, -1, -1, 1}, {1, -1, 1, -1}};
        int[][] f = multiply(multiply(h, PlaneDecoder.unscan(lumaDc)), h);
        int scale = PlaneDecoder.scale(quantiser, 0, 0);
        int[] values = new int[16];
        for (int i = 0; i < 16; i++) {
            int value = f[i / 4][i % 4] * scale;
            values[i] = quantiser >= 36 ? value << quantiser / 6 - 6
                    : value + (1 << 5 - quantiser / 6) >> 6 - quantiser / 6;
        }
        return values;
    }

    /** Clause 8.5.11: scales the chroma DC values and adds both planes' blocks. */
    void addChroma(PlaneDecoder[] current, int column, int row, int quantiser) {
        int chromaQuantiser = quantiser < 30 ? quantiser : CHROMA_QP[quantiser - 30];
        int[][] h = {{1, 1}, {1, -1}};
        for (int plane = 0; plane < 2; plane++) {
            int[] dc = chromaDc[plane];
            int[][] f = multiply(multiply(h, new int[][] {{dc[0], dc[1]}, {dc[2], dc[3]}}), h);
            for (int i = 0; i < 4; i++) {
                int value = (f[i / 2][i % 2] * PlaneDecoder.scale(chromaQuantiser, 0, 0) << chromaQuantiser / 6) >> 5;
                current[1 + plane].addResidual(8 * column + 4 * (i % 2), 8 * row + 4 * (i / 2), chroma[plane][i], value,
                        chromaQuantiser);
            }
        }
    }

    private static int[][] multiply(int[][] a, int[][] b) {
        int[][] product = new int[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                for (int k = 0; k < a.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
