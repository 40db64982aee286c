package org.epochreel.video.h264.syntax;

import java.util.Arrays;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.predict.MacroblockGrid;
import org.epochreel.video.h264.predict.Motion;
import org.epochreel.video.h264.predict.Motion.Partitioning;
import org.epochreel.video.h264.predict.MotionField;
import org.epochreel.video.h264.residual.Coefficients;
import org.epochreel.video.h264.residual.ResidualSyntax;

/**
 * Writes the macroblocks of a P slice (clauses 7.3.4, 7.3.5, 7.3.5.1 and 7.3.5.2) by the contexts of clause 9.3.3.1.1.
 */
public final class PSliceSyntax {

    /** ctxIdxOffset of the syntax elements, Table 9-34. */
    private static final int MB_SKIP_FLAG = 11;
    private static final int MB_TYPE = 14;
    private static final int SUB_MB_TYPE = 21;
    private static final int REF_IDX = 54;

    private final CabacEncoder cabac;
    private final MacroblockGrid grid;
    private final MotionField field;
    private final VectorSyntax vectors;
    private final CommonSyntax common;
    private final ResidualSyntax residual;
    /** 1 where a macroblock is there and not skipped. */
    private final byte[] coded;
    private boolean oneReference;

    public PSliceSyntax(CabacEncoder cabac, MacroblockGrid grid, MotionField field, CommonSyntax common,
            ResidualSyntax residual) {
        this.cabac = cabac;
        this.grid = grid;
        this.field = field;
        this.common = common;
        this.vectors = new VectorSyntax(cabac, field);
        this.residual = residual;
        this.coded = new byte[grid.cells()];
    }

    /** @param references active reference pictures, 1 or 2 */
    public void startPicture(int references) {
        oneReference = references == 1;
        Arrays.fill(coded, (byte) 0);
        vectors.startPicture();
        common.startPicture();
        residual.startPicture(false);
    }

    /** Writes P_Skip; the caller has set the inferred vector in the field unless it is 0. */
    public void skip(int cell) {
        cabac.encode(MB_SKIP_FLAG + skipContext(cell), 1);
        common.noQuantiserChange();
    }

    /**
     * Writes P_Skip for several macroblocks in a row, none of them a picture's first, with vector 0; each behind the
     * end_of_slice_flag of the one before.
     */
    public void skipRow(int cell, int count) {
        cabac.ensureRoom();
        cabac.goOnWithOnes(MB_SKIP_FLAG, coded, cell, count, grid.stride());
        common.noQuantiserChange();
    }

    private int skipContext(int cell) {
        return coded[cell - 1] + coded[cell - grid.stride()];
    }

    /**
     * Takes back the macroblock written last if it has more bits than it may have.
     *
     * @return whether it did, so that it needs writing again
     */
    public boolean takeBackIfTooLong() {
        if (!common.takeBackIfTooLong()) {
            return false;
        }
        vectors.takeBack();
        return true;
    }

    /**
     * Writes a macroblock and sets its motion in the field.
     *
     * @param pattern coded_block_pattern: luma in bits 0 to 3, chroma in bits 4 and 5
     * @param quantiserChange mb_qp_delta, if the pattern is not 0
     */
    public void write(int macroblock, Motion motion, int pattern, int quantiserChange, Coefficients levels) {
        common.mark();
        vectors.mark();
        int cell = grid.cell(macroblock);
        cabac.encode(MB_SKIP_FLAG + skipContext(cell), 0);
        coded[cell] = 1;
        macroblockType(motion.partitioning);
        if (!oneReference) {
            references(macroblock, motion);
        }
        vectors(macroblock, motion);
        common.codedBlockPattern(cell, pattern);
        if (pattern != 0) {
            common.quantiserChange(quantiserChange);
            residual.write(cell, levels, pattern, false);
        } else {
            common.noQuantiserChange();
            residual.skip(cell);
        }
    }

    /** mb_type and, for quarters, four times sub_mb_type P_L0_8x8 (Tables 9-37 and 9-38). */
    private void macroblockType(Partitioning partitioning) {
        cabac.encode(MB_TYPE, 0);
        switch (partitioning) {
            case WHOLE -> {
                cabac.encode(MB_TYPE + 1, 0);
                cabac.encode(MB_TYPE + 2, 0);
            }
            case UPPER_LOWER -> {
                cabac.encode(MB_TYPE + 1, 1);
                cabac.encode(MB_TYPE + 3, 1);
            }
            case LEFT_RIGHT -> {
                cabac.encode(MB_TYPE + 1, 1);
                cabac.encode(MB_TYPE + 3, 0);
            }
            case QUARTERS -> {
                cabac.encode(MB_TYPE + 1, 0);
                cabac.encode(MB_TYPE + 2, 1);
                for (int quarter = 0; quarter < 4; quarter++) {
                    cabac.encode(SUB_MB_TYPE, 1);
                }
            }
        }
    }

    private void references(int macroblock, Motion motion) {
        for (int quarter = 0; quarter < 4; quarter++) {
            int cell = field.cell(macroblock, quarter);
            if (motion.partitioning.starts(quarter)) {
                int context = (field.reference(cell - 1) > 0 ? 1 : 0)
                        + (field.reference(cell - field.stride()) > 0 ? 2 : 0);
                int reference = motion.reference[quarter];
                cabac.encode(REF_IDX + context, reference);
                if (reference == 1) {
                    cabac.encode(REF_IDX + 4, 0);
                }
                for (int covered = quarter; covered < 4; covered++) {
                    if (motion.partitioning.covers(quarter, covered)) {
                        field.set(field.cell(macroblock, covered), reference, 0, 0);
                    }
                }
            }
        }
    }

    private void vectors(int macroblock, Motion motion) {
        for (int quarter = 0; quarter < 4; quarter++) {
            if (motion.partitioning.starts(quarter)) {
                vectors.write(macroblock, motion, quarter);
            }
        }
    }
}
