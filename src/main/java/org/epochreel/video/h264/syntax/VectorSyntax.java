package org.epochreel.video.h264.syntax;

import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.predict.Motion;
import org.epochreel.video.h264.predict.Motion.Partitioning;
import org.epochreel.video.h264.predict.MotionField;

/** Writes the vectors of one reference list by the contexts of clause 9.3.3.1.1.7, and sets them in its field. */
final class VectorSyntax {

    /** ctxIdxOffset, Table 9-34. */
    private static final int MVD_X = 40;
    private static final int MVD_Y = 47;

    /** Magnitudes are cut off where the contexts no longer care. */
    private static final int LARGE = 33;

    private final CabacEncoder cabac;
    private final MotionField field;
    /** Magnitudes of the vector differences, in the field's cells. */
    private final byte[] differenceX;
    private final byte[] differenceY;
    /** Cells whose difference may not be 0. */
    private final int[] written;
    private int writtenCount;
    private int marked;
    private int markedField;

    VectorSyntax(CabacEncoder cabac, MotionField field) {
        this.cabac = cabac;
        this.field = field;
        this.differenceX = new byte[field.cells()];
        this.differenceY = new byte[field.cells()];
        this.written = new int[field.cells()];
    }

    MotionField field() {
        return field;
    }

    void startPicture() {
        for (int i = 0; i < writtenCount; i++) {
            differenceX[written[i]] = 0;
            differenceY[written[i]] = 0;
        }
        writtenCount = 0;
        field.startPicture();
    }

    /** Begins a macroblock that {@link #takeBack} may take back, to be written again with the same motion. */
    void mark() {
        marked = writtenCount;
        markedField = field.mark();
    }

    void takeBack() {
        writtenCount = marked;
        field.forgetSince(markedField);
    }

    /** Writes the vector of the partition that {@code quarter} starts, as a difference to its prediction. */
    void write(int macroblock, Motion motion, int quarter) {
        Partitioning partitioning = motion.partitioning;
        int reference = motion.reference[quarter];
        int x = motion.x[quarter];
        int y = motion.y[quarter];
        field.predict(macroblock, partitioning, quarter, reference);
        int dx = x - field.predictedX();
        int dy = y - field.predictedY();
        int cell = field.cell(macroblock, quarter);
        int above = cell - field.stride();
        component(MVD_X, dx, differenceX[cell - 1] + differenceX[above]);
        component(MVD_Y, dy, differenceY[cell - 1] + differenceY[above]);
        for (int covered = quarter; covered < 4; covered++) {
            if (partitioning.covers(quarter, covered)) {
                int target = field.cell(macroblock, covered);
                field.set(target, reference, x, y);
                differenceX[target] = (byte) Math.min(Math.abs(dx), LARGE);
                differenceY[target] = (byte) Math.min(Math.abs(dy), LARGE);
                written[writtenCount++] = target;
            }
        }
    }

    /** mvd_l0 or mvd_l1: UEG3 with uCoff = 9 and sign (clause 9.3.2.3). */
    private void component(int offset, int difference, int neighbours) {
        int context = neighbours < 3 ? 0 : neighbours > 32 ? 2 : 1;
        int magnitude = Math.abs(difference);
        if (magnitude == 0) {
            cabac.encode(offset + context, 0);
            return;
        }
        cabac.encode(offset + context, 1);
        for (int i = 1; i < Math.min(magnitude, 9); i++) {
            cabac.encode(offset + Math.min(2 + i, 6), 1);
        }
        if (magnitude < 9) {
            cabac.encode(offset + Math.min(2 + magnitude, 6), 0);
        } else {
            cabac.bypassExpGolomb(magnitude - 9, 3);
        }
        cabac.bypass(difference >>> 31);
    }
}
