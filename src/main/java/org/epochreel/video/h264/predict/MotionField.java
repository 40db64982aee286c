package org.epochreel.video.h264.predict;

import java.util.Arrays;
import org.epochreel.video.h264.predict.Motion.Partitioning;

/**
 * The vectors and reference indices of a picture's macroblocks into one reference list, one of each for every 8x8
 * block, and what clause 8.4.1 infers from those already coded. Blocks lie in a grid with a border on the left, on the
 * right and above.
 */
public final class MotionField {

    /** The reference of a block that is not predicted from this list. */
    public static final int UNUSED = -2;

    private static final byte UNAVAILABLE = -1;

    private final int stride;
    private final int columns;
    private final byte[] references;
    private final short[] xs;
    private final short[] ys;
    /** Cells set in this picture, each up to twice: with its reference and then with its vector. */
    private final int[] setCells;
    private int setCount;

    private int predictedX;
    private int predictedY;

    public MotionField(MacroblockGrid grid) {
        columns = grid.columns();
        stride = 2 * columns + 2;
        int cells = (2 * grid.rows() + 1) * stride;
        references = new byte[cells];
        xs = new short[cells];
        ys = new short[cells];
        setCells = new int[8 * grid.macroblocks()];
        Arrays.fill(references, 0, stride, UNAVAILABLE);
        for (int row = stride; row < cells; row += stride) {
            references[row] = UNAVAILABLE;
            references[row + stride - 1] = UNAVAILABLE;
        }
    }

    /** Begins a picture in which nothing moves: every macroblock has reference 0 and vector 0 until set. */
    public void startPicture() {
        for (int i = 0; i < setCount; i++) {
            int cell = setCells[i];
            references[cell] = 0;
            xs[cell] = 0;
            ys[cell] = 0;
        }
        setCount = 0;
    }

    /** How many times a cell was set; {@link #forgetSince} takes the same ones off the list. */
    public int mark() {
        return setCount;
    }

    /** Lets the cells set since a mark be set again, as they will be. */
    public void forgetSince(int mark) {
        setCount = mark;
    }

    public int cells() {
        return references.length;
    }

    public int stride() {
        return stride;
    }

    /** The cell of a quarter of a macroblock, both row by row. */
    public int cell(int macroblock, int quarter) {
        return (macroblock / columns * 2 + 1 + (quarter >> 1)) * stride + macroblock % columns * 2 + 1 + (quarter & 1);
    }

    public void set(int cell, int reference, int x, int y) {
        setCells[setCount++] = cell;
        references[cell] = (byte) reference;
        xs[cell] = (short) x;
        ys[cell] = (short) y;
    }

    /** Sets all quarters of a macroblock. */
    public void set(int macroblock, Motion motion) {
        for (int quarter = 0; quarter < 4; quarter++) {
            set(cell(macroblock, quarter), motion.reference[quarter], motion.x[quarter], motion.y[quarter]);
        }
    }

    public int reference(int cell) {
        return references[cell];
    }

    int x(int cell) {
        return xs[cell];
    }

    int y(int cell) {
        return ys[cell];
    }

    /** The vector that {@link #predict} or {@link #inferSkip} found last. */
    public int predictedX() {
        return predictedX;
    }

    public int predictedY() {
        return predictedY;
    }

    /**
     * Whether a macroblock, given by the cell of its first quarter, gets vector 0 when it is skipped (clause 8.4.1.1).
     */
    boolean skipsInPlace(int cell) {
        return standsStillOrIsMissing(cell - 1) || standsStillOrIsMissing(cell - stride);
    }

    /** The vector of a skipped macroblock, clause 8.4.1.1. */
    public void inferSkip(int macroblock) {
        if (skipsInPlace(cell(macroblock, 0))) {
            predictedX = 0;
            predictedY = 0;
        } else {
            predict(macroblock, Partitioning.WHOLE, 0, 0);
        }
    }

    private boolean standsStillOrIsMissing(int cell) {
        return references[cell] == UNAVAILABLE || references[cell] == 0 && xs[cell] == 0 && ys[cell] == 0;
    }

    /**
     * Predicts the vector of a partition (clause 8.4.1.3) whose predecessors in the macroblock are set.
     *
     * @param quarter the partition's first
     */
    public void predict(int macroblock, Partitioning partitioning, int quarter, int reference) {
        int cell = cell(macroblock, quarter);
        int a = cell - 1;
        int b = cell - stride;
        int c = neighbourC(cell, partitioning, quarter);
        if (partitioning == Partitioning.UPPER_LOWER) {
            int preferred = quarter == 0 ? b : a;
            if (references[preferred] == reference) {
                take(preferred);
                return;
            }
        } else if (partitioning == Partitioning.LEFT_RIGHT) {
            int preferred = quarter == 0 ? a : c;
            if (references[preferred] == reference) {
                take(preferred);
                return;
            }
        }
        median(a, b, c, reference);
    }

    /** Neighbour C, above right, or D, above left, where C is not available or comes later (clause 8.4.1.3.2). */
    private int neighbourC(int cell, Partitioning partitioning, int quarter) {
        int width = partitioning == Partitioning.WHOLE || partitioning == Partitioning.UPPER_LOWER ? 2 : 1;
        int c = cell - stride + width;
        boolean later = partitioning == Partitioning.UPPER_LOWER ? quarter == 2 : quarter == 3;
        return later || references[c] == UNAVAILABLE ? cell - stride - 1 : c;
    }

    /** Median luma motion vector prediction, clause 8.4.1.3.1. */
    private void median(int a, int b, int c, int reference) {
        if (references[b] == UNAVAILABLE && references[c] == UNAVAILABLE && references[a] != UNAVAILABLE) {
            take(a);
            return;
        }
        boolean matchesA = references[a] == reference;
        boolean matchesB = references[b] == reference;
        boolean matchesC = references[c] == reference;
        if (matchesA && !matchesB && !matchesC) {
            take(a);
        } else if (matchesB && !matchesA && !matchesC) {
            take(b);
        } else if (matchesC && !matchesA && !matchesB) {
            take(c);
        } else {
            predictedX = median(xs[a], xs[b], xs[c]);
            predictedY = median(ys[a], ys[b], ys[c]);
        }
    }

    private void take(int cell) {
        predictedX = xs[cell];
        predictedY = ys[cell];
    }

    private static int median(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
