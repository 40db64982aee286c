package org.epochreel.video.h264.residual;

import com.google.common.collect.ImmutableList;

/**
 * Quantisation at one quantiser parameter, and the scaling that a decoder undoes it with (clauses 8.5.9 to 8.5.12.1
 * with flat scaling lists). The forward factors are the standard's design, 2^15 over the step and the transform's norm
 * (Malvar, Hallapuro, Karczewicz, Kerofsky: Low-complexity transform and quantization in H.264/AVC, 2003).
 */
public final class Quantiser {

    /** Coefficients from low to high frequency, as positions in a 4x4 block row by row (Table 8-12, frame scan). */
    static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

    private static final int[][] FORWARD = {
        {13107, 5243, 8066}, {11916, 4660, 7490}, {10082, 4194, 6554},
        {9362, 3647, 5825}, {8192, 3355, 5243}, {7282, 2893, 4559}};

    /** normAdjust4x4, clause 8.5.9. */
    private static final int[][] NORM_ADJUST = {
        {10, 16, 13}, {11, 18, 14}, {13, 20, 16}, {14, 23, 18}, {16, 25, 20}, {18, 29, 23}};

    /** QPC as a function of qPI, Table 8-15. */
    private static final int[] CHROMA_QUANTISER = {29, 30, 31, 32, 32, 33, 34, 34, 35, 35, 36, 36, 37, 37, 37, 38, 38,
        38, 39, 39, 39, 39};

    private final int shift;
    /** Forward factors in scan order. */
    private final int[] forward = new int[16];
    private final int[] scale = new int[16];

    private Quantiser(int parameter) {
        int period = parameter / 6;
        shift = 15 + period;
        int[] factor = new int[16];
        for (int position = 0; position < 16; position++) {
            int odd = (position & 1) + (position >> 2 & 1);
            int norm = odd == 0 ? 0 : odd == 2 ? 1 : 2;
            factor[position] = FORWARD[parameter % 6][norm];
            scale[position] = NORM_ADJUST[parameter % 6][norm] << period;
        }
        for (int k = 0; k < 16; k++) {
            forward[k] = factor[ZIGZAG[k]];
        }
    }

    /** One for each parameter from 0 to 51. */
    static ImmutableList<Quantiser> table() {
        ImmutableList.Builder<Quantiser> table = ImmutableList.builder();
        for (int parameter = 0; parameter <= 51; parameter++) {
            table.add(new Quantiser(parameter));
        }
        return table.build();
    }

    /** The parameter for chroma beside a luma parameter, with chroma_qp_index_offset 0 (clause 8.5.8). */
    static int chromaParameter(int lumaParameter) {
        return lumaParameter < 30 ? lumaParameter : CHROMA_QUANTISER[lumaParameter - 30];
    }

    /**
     * Quantises a block from scan position {@code first} (0, or 1 beside separate DC) on.
     *
     * @param coefficients of the transform, row by row; replaced by what a decoder scales the levels to
     * @param levels receives 16 levels in scan order at {@code at}
     * @return how many levels are not 0
     */
    int quantise(int[] coefficients, int first, int[] levels, int at, Rounding rounding) {
        int nonZero = 0;
        int[] zigzag = ZIGZAG;
        int[] factors = forward;
        int bits = shift;
        int small = rounding.small() << bits - Rounding.STEP_BITS;
        int large = rounding.large() << bits - Rounding.STEP_BITS;
        for (int k = first; k < 16; k++) {
            int position = zigzag[k];
            int coefficient = coefficients[position];
            int sign = coefficient >> 31;
            int exact = ((coefficient ^ sign) - sign) * factors[k];
            int magnitude = exact + large >> bits;
            if (magnitude == 1) {
                magnitude = exact + small >> bits;
            }
            if (magnitude == 0) {
                levels[at + k] = 0;
                coefficients[position] = 0;
            } else {
                int level = (magnitude ^ sign) - sign;
                levels[at + k] = level;
                coefficients[position] = level * scale[position];
                nonZero++;
            }
        }
        return nonZero;
    }

    /**
     * Quantises a block to the levels that {@code choice} chooses.
     *
     * @param coefficients of the transform, row by row; replaced by what a decoder scales the levels to
     * @param difference from the quantiser that sets the price of a bit to this one
     * @param levels receives 16 levels in scan order at {@code at}
     * @return how many levels are not 0
     */
    int quantise(int[] coefficients, LevelChoice choice, int difference, int[] levels, int at) {
        int nonZero = choice.choose(coefficients, forward, shift, difference, levels, at);
        for (int k = 0; k < 16; k++) {
            int position = ZIGZAG[k];
            coefficients[position] = levels[at + k] * scale[position];
        }
        return nonZero;
    }

    /** Estimates what a block's coefficients cost by a table of {@link CoefficientCosts}. */
    int cost(int[] coefficients, int[] table) {
        int cost = 0;
        int[] zigzag = ZIGZAG;
        int[] factors = forward;
        int toParts = shift - CoefficientCosts.PART_BITS;
        int last = table.length - 1;
        for (int k = 0; k < 16; k++) {
            int coefficient = coefficients[zigzag[k]];
            int parts = (coefficient < 0 ? -coefficient : coefficient) * factors[k] >> toParts;
            cost += table[parts < last ? parts : last];
        }
        return cost;
    }

    /** The level of a DC coefficient, whose steps are twice those of others. */
    private int dcLevel(int coefficient, Rounding rounding) {
        int bits = shift + 1;
        int level = Math.abs(coefficient) * forward[0] + (rounding.small() << bits - Rounding.STEP_BITS) >> bits;
        return coefficient < 0 ? -level : level;
    }

    /**
     * Transforms and quantises the DC coefficients of an Intra16x16 macroblock (scaling: clause 8.5.10).
     *
     * @param dc of the 16 blocks, row by row; replaced by what a decoder scales the levels to
     */
    int quantiseLumaDc(int[] dc, int[] levels, Rounding rounding) {
        Transform.hadamard4x4(dc);
        int nonZero = 0;
        for (int k = 0; k < 16; k++) {
            int position = ZIGZAG[k];
            int level = dcLevel(dc[position] + 1 >> 1, rounding);
            levels[k] = level;
            dc[position] = level;
            if (level != 0) {
                nonZero++;
            }
        }
        Transform.hadamard4x4(dc);
        for (int i = 0; i < 16; i++) {
            dc[i] = dc[i] * scale[0] + 2 >> 2;
        }
        return nonZero;
    }

    /**
     * Transforms and quantises the four DC coefficients of one chroma plane at {@code at} (scaling: clause 8.5.11.2).
     */
    int quantiseChromaDc(int[] dc, int[] levels, int at, Rounding rounding) {
        Transform.hadamard2x2(dc, at);
        int nonZero = 0;
        for (int i = at; i < at + 4; i++) {
            levels[i] = dcLevel(dc[i], rounding);
            dc[i] = levels[i];
            if (levels[i] != 0) {
                nonZero++;
            }
        }
        Transform.hadamard2x2(dc, at);
        for (int i = at; i < at + 4; i++) {
            dc[i] = dc[i] * scale[0] >> 1;
        }
        return nonZero;
    }
}
