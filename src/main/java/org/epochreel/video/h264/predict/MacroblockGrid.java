package org.epochreel.video.h264.predict;

import org.epochreel.frame.FrameSize;

/**
 * Numbers the macroblocks of a picture with a border of one cell on the left, on the right and above, so that each has
 * its neighbours A (left), B (above), C (above right) and D (above left) of clause 6.4.9 without a question about
 * edges.
 */
public record MacroblockGrid(int columns, int rows) {

    public static MacroblockGrid of(FrameSize size) {
        return new MacroblockGrid(size.macroblockColumns(), size.macroblockRows());
    }

    /** Cells from one macroblock to the one below it. */
    public int stride() {
        return columns + 2;
    }

    public int cells() {
        return (rows + 1) * stride();
    }

    public int macroblocks() {
        return columns * rows;
    }

    /** The cell of a macroblock that is numbered row by row from 0. */
    public int cell(int macroblock) {
        return (macroblock / columns + 1) * stride() + macroblock % columns + 1;
    }

    public void fillBorder(int[] values, int value) {
        for (int cell = 0; cell < stride(); cell++) {
            values[cell] = value;
        }
        for (int row = 1; row <= rows; row++) {
            values[row * stride()] = value;
            values[(row + 1) * stride() - 1] = value;
        }
    }
}
