package org.epochreel.video.h264.syntax;

import java.util.Arrays;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.predict.BSliceMotion;
import org.epochreel.video.h264.predict.MacroblockGrid;
import org.epochreel.video.h264.predict.Motion;
import org.epochreel.video.h264.predict.Motion.Partitioning;
import org.epochreel.video.h264.predict.MotionField;
import org.epochreel.video.h264.residual.Coefficients;
import org.epochreel.video.h264.residual.ResidualSyntax;

/**
 * Writes the macroblocks of a B slice (clauses 7.3.4, 7.3.5, 7.3.5.1 and 7.3.5.2) by the contexts of clause 9.3.3.1.1.
 */
public final class BSliceSyntax {

    /** ctxIdxOffset of the syntax elements, Table 9-34. */
    private static final int MB_SKIP_FLAG = 24;
    private static final int MB_TYPE = 27;
    private static final int SUB_MB_TYPE = 36;
    private static final int REF_IDX = 54;

    private final CabacEncoder cabac;
    private final MacroblockGrid grid;
    private final VectorSyntax forward;
    private final VectorSyntax backward;
    private final CommonSyntax common;
    private final ResidualSyntax residual;
    /** 1 where a macroblock is there and not skipped. */
    private final byte[] coded;
    /** 1 where a macroblock is there and neither skipped nor direct as a whole. */
    private final byte[] explicit;

    public BSliceSyntax(CabacEncoder cabac, MacroblockGrid grid, MotionField forward, MotionField backward,
            CommonSyntax common, ResidualSyntax residual) {
        this.cabac = cabac;
        this.grid = grid;
        this.forward = new VectorSyntax(cabac, forward);
        this.backward = new VectorSyntax(cabac, backward);
        this.common = common;
        this.residual = residual;
        this.coded = new byte[grid.cells()];
        this.explicit = new byte[grid.cells()];
    }

    public void startPicture() {
        Arrays.fill(coded, (byte) 0);
        Arrays.fill(explicit, (byte) 0);
        forward.startPicture();
        backward.startPicture();
        common.startPicture();
        residual.startPicture(false);
    }

    /** Writes B_Skip; the caller sets the direct motion in the fields unless it is 0. */
    public void skip(int cell) {
        cabac.encode(MB_SKIP_FLAG + coded[cell - 1] + coded[cell - grid.stride()], 1);
        common.noQuantiserChange();
    }

    /**
     * Writes B_Skip for several macroblocks in a row, none of them a picture's first, with vectors 0; each behind the
     * end_of_slice_flag of the one before.
     */
    public void skipRow(int cell, int count) {
        cabac.ensureRoom();
        cabac.goOnWithOnes(MB_SKIP_FLAG, coded, cell, count, grid.stride());
        common.noQuantiserChange();
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
        forward.takeBack();
        backward.takeBack();
        return true;
    }

    /**
     * Writes a macroblock and sets its motion in the fields.
     *
     * @param pattern coded_block_pattern: luma in bits 0 to 3, chroma in bits 4 and 5
     * @param quantiserChange mb_qp_delta, if the pattern is not 0
     */
    public void write(int macroblock, BSliceMotion motion, int pattern, int quantiserChange, Coefficients levels) {
        common.mark();
        forward.mark();
        backward.mark();
        int cell = grid.cell(macroblock);
        int left = cell - 1;
        int above = cell - grid.stride();
        cabac.encode(MB_SKIP_FLAG + coded[left] + coded[above], 0);
        coded[cell] = 1;
        type(motion, MB_TYPE + explicit[left] + explicit[above]);
        setDirect(macroblock, motion);
        if (!motion.isDirect()) {
            explicit[cell] = 1;
            motion(macroblock, motion);
        }
        common.codedBlockPattern(cell, pattern);
        if (pattern != 0) {
            common.quantiserChange(quantiserChange);
            residual.write(cell, levels, pattern, false);
        } else {
            common.noQuantiserChange();
            residual.skip(cell);
        }
    }

    /** mb_type and, for quarters, four times sub_mb_type (Tables 9-37 and 9-38). */
    private void type(BSliceMotion motion, int firstContext) {
        if (motion.isDirect()) {
            cabac.encode(firstContext, 0);
            return;
        }
        cabac.encode(firstContext, 1);
        int lists = motion.lists(0);
        if (motion.whole && lists != 3) {
            cabac.encode(MB_TYPE + 3, 0);
            cabac.encode(MB_TYPE + 5, lists - 1);
            return;
        }
        // B_Bi_16x16 is 110000, B_8x8 111111.
        int bin = motion.whole ? 0 : 1;
        cabac.encode(MB_TYPE + 3, 1);
        cabac.encode(MB_TYPE + 4, bin);
        for (int i = 0; i < 3; i++) {
            cabac.encode(MB_TYPE + 5, bin);
        }
        for (int quarter = 0; quarter < 4 && !motion.whole; quarter++) {
            quarterType(motion.direct[quarter], motion.lists(quarter));
        }
    }

    private void quarterType(boolean direct, int lists) {
        if (direct) {
            cabac.encode(SUB_MB_TYPE, 0);
            return;
        }
        cabac.encode(SUB_MB_TYPE, 1);
        if (lists == 3) {
            // B_Bi_8x8 is 11000.
            cabac.encode(SUB_MB_TYPE + 1, 1);
            cabac.encode(SUB_MB_TYPE + 2, 0);
            cabac.encode(SUB_MB_TYPE + 3, 0);
            cabac.encode(SUB_MB_TYPE + 3, 0);
        } else {
            cabac.encode(SUB_MB_TYPE + 1, 0);
            cabac.encode(SUB_MB_TYPE + 3, lists - 1);
        }
    }

    /** Sets the motion of quarters that are predicted directly, and that of a list that a quarter does not use. */
    private void setDirect(int macroblock, BSliceMotion motion) {
        for (int quarter = 0; quarter < 4; quarter++) {
            set(forward.field(), macroblock, quarter, motion.forward, motion.direct[quarter]);
            set(backward.field(), macroblock, quarter, motion.backward, motion.direct[quarter]);
        }
    }

    private static void set(MotionField field, int macroblock, int quarter, Motion motion, boolean direct) {
        int reference = motion.reference[quarter];
        if (direct || reference == MotionField.UNUSED) {
            field.set(field.cell(macroblock, quarter), reference, motion.x[quarter], motion.y[quarter]);
        }
    }

    private void motion(int macroblock, BSliceMotion motion) {
        Partitioning partitioning = motion.whole ? Partitioning.WHOLE : Partitioning.QUARTERS;
        motion.forward.partitioning = partitioning;
        motion.backward.partitioning = partitioning;
        for (int quarter = 0; quarter < 4; quarter++) {
            if (partitioning.starts(quarter) && !motion.direct[quarter] && motion.forward.reference[quarter] >= 0) {
                reference(macroblock, partitioning, quarter);
            }
        }
        vectors(macroblock, motion, motion.forward, forward);
        vectors(macroblock, motion, motion.backward, backward);
    }

    /** ref_idx_l0, which is 0 wherever it is written: the long-term picture is for direct motion. */
    private void reference(int macroblock, Partitioning partitioning, int quarter) {
        MotionField field = forward.field();
        cabac.encode(REF_IDX, 0);
        for (int covered = quarter; covered < 4; covered++) {
            if (partitioning.covers(quarter, covered)) {
                field.set(field.cell(macroblock, covered), 0, 0, 0);
            }
        }
    }

    private static void vectors(int macroblock, BSliceMotion motion, Motion ofList, VectorSyntax syntax) {
        for (int quarter = 0; quarter < 4; quarter++) {
            if (ofList.partitioning.starts(quarter) && !motion.direct[quarter] && ofList.reference[quarter] >= 0) {
                syntax.write(macroblock, ofList, quarter);
            }
        }
    }
}
