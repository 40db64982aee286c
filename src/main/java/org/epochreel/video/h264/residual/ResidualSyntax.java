package org.epochreel.video.h264.residual;

import java.util.Arrays;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.predict.MacroblockGrid;

/**
 * Writes residual( ) of clauses 7.3.5.3 and 7.3.5.3.3 by the contexts of clause 9.3.3.1.3, and remembers which blocks
 * of each macroblock have levels, which the contexts of its neighbours depend on (clause 9.3.3.1.1.9).
 */
public final class ResidualSyntax {

    /** ctxBlockCat, Table 9-42. */
    private static final int LUMA_DC = 0;
    private static final int LUMA_AC = 1;
    private static final int LUMA = 2;
    private static final int CHROMA_DC = 3;
    private static final int CHROMA_AC = 4;

    /** ctxIdxOffset of Table 9-34 plus ctxBlockCatOffset of Table 9-40, by ctxBlockCat. */
    private static final int[] CODED_BLOCK_FLAG = {85, 89, 93, 97, 101};
    public static final int LUMA_SIGNIFICANT = 134;
    public static final int LUMA_LAST = 195;
    public static final int LUMA_ABSOLUTE = 247;
    private static final int[] SIGNIFICANT = {105, 120, LUMA_SIGNIFICANT, 149, 152};
    private static final int[] LAST = {166, 181, LUMA_LAST, 210, 213};
    private static final int[] ABSOLUTE = {227, 237, LUMA_ABSOLUTE, 257, 266};

    /** Where block luma4x4BlkIdx lies, counted row by row (clause 6.4.3). */
    public static final int[] LUMA_ORDER = {0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15};

    /** Bits of a macroblock's coded flags behind those of its 16 luma blocks. */
    private static final int LUMA_DC_BIT = 16;
    private static final int CHROMA_DC_BIT = 17;
    private static final int CHROMA_AC_BIT = 19;

    private final CabacEncoder cabac;
    private final MacroblockGrid grid;
    private final int[] coded;
    private int flags;
    private int left;
    private int above;

    public ResidualSyntax(CabacEncoder cabac, MacroblockGrid grid) {
        this.cabac = cabac;
        this.grid = grid;
        this.coded = new int[grid.cells()];
    }

    /** Begins a picture; beyond its border an intra macroblock takes every block for coded, an inter one none. */
    public void startPicture(boolean intra) {
        Arrays.fill(coded, 0);
        if (intra) {
            grid.fillBorder(coded, -1);
        }
    }

    /**
     * Writes a macroblock's levels.
     *
     * @param cell of the macroblock in the grid
     * @param pattern coded_block_pattern: luma in bits 0 to 3, chroma in bits 4 and 5
     * @param separateDc whether the macroblock is Intra16x16
     */
    public void write(int cell, Coefficients levels, int pattern, boolean separateDc) {
        left = coded[cell - 1];
        above = coded[cell - grid.stride()];
        flags = 0;
        if (separateDc) {
            if (codedBlockFlag(LUMA_DC, LUMA_DC_BIT, left, above, LUMA_DC_BIT, LUMA_DC_BIT, levels.lumaDcCount)) {
                coefficients(LUMA_DC, levels.lumaDc, 0, 16);
            }
        }
        for (int i = 0; i < 16; i++) {
            if ((pattern >> (i >> 2) & 1) != 0) {
                lumaBlock(LUMA_ORDER[i], levels, separateDc);
            }
        }
        if (pattern >> 4 != 0) {
            for (int plane = 0; plane < 2; plane++) {
                int bit = CHROMA_DC_BIT + plane;
                if (codedBlockFlag(CHROMA_DC, bit, left, above, bit, bit, levels.chromaDcCounts[plane])) {
                    coefficients(CHROMA_DC, levels.chromaDc, plane * 4, 4);
                }
            }
        }
        if (pattern >> 4 == 2) {
            for (int block = 0; block < 8; block++) {
                chromaBlock(block, levels);
            }
        }
        coded[cell] = flags;
    }

    /** A macroblock without any residual has gone by. */
    public void skip(int cell) {
        coded[cell] = 0;
    }

    /** Writes that an Intra16x16 macroblock without AC has no DC levels of luma, either. */
    public void writeNothing(int cell) {
        int context = CODED_BLOCK_FLAG[LUMA_DC] + (coded[cell - 1] >> LUMA_DC_BIT & 1)
                + 2 * (coded[cell - grid.stride()] >> LUMA_DC_BIT & 1);
        cabac.encode(context, 0);
    }

    private void lumaBlock(int block, Coefficients levels, boolean separateDc) {
        int count = levels.lumaCounts[block];
        boolean innerLeft = (block & 3) != 0;
        boolean innerAbove = block >= 4;
        boolean nonZero = codedBlockFlag(separateDc ? LUMA_AC : LUMA, block,
                innerLeft ? flags : left, innerAbove ? flags : above,
                innerLeft ? block - 1 : block + 3, innerAbove ? block - 4 : block + 12, count);
        if (nonZero && separateDc) {
            coefficients(LUMA_AC, levels.luma, block * 16 + 1, 15);
        } else if (nonZero) {
            coefficients(LUMA, levels.luma, block * 16, 16);
        }
    }

    private void chromaBlock(int block, Coefficients levels) {
        boolean innerLeft = (block & 1) != 0;
        boolean innerAbove = (block & 2) != 0;
        int bit = CHROMA_AC_BIT + block;
        if (codedBlockFlag(CHROMA_AC, bit, innerLeft ? flags : left, innerAbove ? flags : above,
                innerLeft ? bit - 1 : bit + 1, innerAbove ? bit - 2 : bit + 2, levels.chromaCounts[block])) {
            coefficients(CHROMA_AC, levels.chroma, block * 16 + 1, 15);
        }
    }

    private boolean codedBlockFlag(int category, int bit, int flagsLeft, int flagsAbove, int bitLeft, int bitAbove,
            int count) {
        int context = CODED_BLOCK_FLAG[category] + (flagsLeft >> bitLeft & 1) + 2 * (flagsAbove >> bitAbove & 1);
        if (count == 0) {
            cabac.encode(context, 0);
            return false;
        }
        cabac.encode(context, 1);
        flags |= 1 << bit;
        return true;
    }

    /** significant_coeff_flag, last_significant_coeff_flag and the levels, last first, of one block that has some. */
    private void coefficients(int category, int[] levels, int from, int size) {
        int last = size - 1;
        while (levels[from + last] == 0) {
            last--;
        }
        for (int i = 0; i < size - 1; i++) {
            int increment = category == CHROMA_DC ? Math.min(i, 2) : i;
            if (levels[from + i] == 0) {
                cabac.encode(SIGNIFICANT[category] + increment, 0);
                continue;
            }
            cabac.encode(SIGNIFICANT[category] + increment, 1);
            if (i == last) {
                cabac.encode(LAST[category] + increment, 1);
                break;
            }
            cabac.encode(LAST[category] + increment, 0);
        }
        int ones = 0;
        int larger = 0;
        for (int i = last; i >= 0; i--) {
            int level = levels[from + i];
            if (level != 0) {
                absoluteLevel(category, Math.abs(level), ones, larger);
                cabac.bypass(level >>> 31);
                if (level == 1 || level == -1) {
                    ones++;
                } else {
                    larger++;
                }
            }
        }
    }

    /** coeff_abs_level_minus1: UEG0 with uCoff = 14 (clause 9.3.2.3), contexts of clause 9.3.3.1.3. */
    private void absoluteLevel(int category, int absolute, int ones, int larger) {
        int first = ABSOLUTE[category] + (larger != 0 ? 0 : Math.min(4, 1 + ones));
        if (absolute == 1) {
            cabac.encode(first, 0);
            return;
        }
        cabac.encode(first, 1);
        int rest = ABSOLUTE[category] + 5 + Math.min(category == CHROMA_DC ? 3 : 4, larger);
        for (int i = 2; i < Math.min(absolute, 15); i++) {
            cabac.encode(rest, 1);
        }
        if (absolute < 15) {
            cabac.encode(rest, 0);
        } else {
            cabac.bypassExpGolomb(absolute - 15, 0);
        }
    }
}
