package org.epochreel.video.h264.syntax;

import java.util.Arrays;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.predict.MacroblockGrid;

/** Writes coded_block_pattern and mb_qp_delta, which intra and inter macroblocks share (clause 7.3.5). */
public final class CommonSyntax {

    private static final int MB_QP_DELTA = 60;
    private static final int PATTERN_LUMA = 73;
    private static final int PATTERN_CHROMA = 77;

    /** Beyond the border luma counts as coded and chroma as not (clauses 9.3.3.1.1.4). */
    private static final int BORDER_PATTERN = 0x0f;

    /** The limit of clause A.3.1, 3200, less what the encoder holds back. */
    private static final int MOST_BITS = 3150;

    private final CabacEncoder cabac;
    private final MacroblockGrid grid;
    private final int[] patterns;
    private boolean quantiserChanged;
    private boolean markedQuantiserChanged;

    public CommonSyntax(CabacEncoder cabac, MacroblockGrid grid) {
        this.cabac = cabac;
        this.grid = grid;
        this.patterns = new int[grid.cells()];
    }

    void startPicture() {
        Arrays.fill(patterns, 0);
        grid.fillBorder(patterns, BORDER_PATTERN);
        quantiserChanged = false;
    }

    /** Begins a macroblock that {@link #takeBackIfTooLong} may take back. */
    void mark() {
        cabac.ensureRoom();
        cabac.mark();
        markedQuantiserChanged = quantiserChanged;
    }

    /**
     * Takes back what was written since {@link #mark} if it is more than a macroblock may have; its levels then need a
     * coarser quantiser.
     *
     * @return whether it was
     */
    boolean takeBackIfTooLong() {
        if (cabac.bitsSinceMark() <= MOST_BITS) {
            return false;
        }
        cabac.reset();
        quantiserChanged = markedQuantiserChanged;
        return true;
    }

    /** Remembers the pattern of a macroblock whose type implies it. */
    void impliedPattern(int cell, int pattern) {
        patterns[cell] = pattern;
    }

    /** coded_block_pattern: a bin for each luma quarter, then up to two for chroma (clause 9.3.2.6). */
    void codedBlockPattern(int cell, int pattern) {
        int left = patterns[cell - 1];
        int above = patterns[cell - grid.stride()];
        luma(pattern & 1, left >> 1, above >> 2);
        luma(pattern >> 1 & 1, pattern, above >> 3);
        luma(pattern >> 2 & 1, left >> 3, pattern);
        luma(pattern >> 3 & 1, pattern >> 2, pattern >> 1);
        int chroma = pattern >> 4;
        int context = (left >> 4 != 0 ? 1 : 0) + (above >> 4 != 0 ? 2 : 0);
        cabac.encode(PATTERN_CHROMA + context, chroma != 0 ? 1 : 0);
        if (chroma != 0) {
            context = 4 + (left >> 4 == 2 ? 1 : 0) + (above >> 4 == 2 ? 2 : 0);
            cabac.encode(PATTERN_CHROMA + context, chroma - 1);
        }
        patterns[cell] = pattern;
    }

    private void luma(int bit, int bitLeft, int bitAbove) {
        cabac.encode(PATTERN_LUMA + (~bitLeft & 1) + 2 * (~bitAbove & 1), bit);
    }

    /** mb_qp_delta: mapped to unsigned, then unary (clauses 9.3.2.7 and 9.3.3.1.1.5). */
    void quantiserChange(int change) {
        // From one parameter to another there are two ways round, and only the shorter is allowed (clause 7.4.5).
        int shorter = change < -26 ? change + 52 : change > 25 ? change - 52 : change;
        int mapped = shorter > 0 ? 2 * shorter - 1 : -2 * shorter;
        cabac.encode(MB_QP_DELTA + (quantiserChanged ? 1 : 0), mapped == 0 ? 0 : 1);
        for (int i = 1; i <= mapped; i++) {
            cabac.encode(MB_QP_DELTA + Math.min(1 + i, 3), i == mapped ? 0 : 1);
        }
        quantiserChanged = change != 0;
    }

    /** A macroblock without mb_qp_delta has gone by. */
    void noQuantiserChange() {
        quantiserChanged = false;
    }
}
