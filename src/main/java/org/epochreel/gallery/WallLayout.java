package org.epochreel.gallery;

import org.epochreel.frame.FrameSize;

/**
 * A picture divided into equal cells, row by row; what cells of even size leave over is an equal margin around them.
 *
 * @throws IllegalArgumentException with a sentence if the cells would be too small for a picture, or the whole is too large
 */
public record WallLayout(FrameSize size, int rows, int columns) {

    /** A cell of this shape or slimmer, or wider, is not worth keeping rows and columns apart for. */
    private static final double SLIMMEST = 0.6;
    private static final double WIDEST = 4;

    /** Level 5.2 of ITU-T H.264, Table A-1, whose rate allows every frame rate that a scene may have. */
    private static final int MOST_MACROBLOCKS = 36_864;

    public WallLayout {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(rows + " rows of " + columns + " cells show nothing");
        }
        if (size.macroblocks() > MOST_MACROBLOCKS) {
            throw new IllegalArgumentException(
                    "a wall of " + size + " is too large; the largest are those of 4096x2304 and their like");
        }
        if (size.width() / columns < FrameSize.MIN_SIDE || size.height() / rows < FrameSize.MIN_SIDE) {
            throw new IllegalArgumentException("a wall of " + size + " is too small for " + rows + " rows of " + columns
                    + " cells; choose a larger --wall-size or fewer members");
        }
    }

    /** The grid whose cells show pictures of the shape of {@code member} the largest. */
    public static WallLayout composed(FrameSize size, FrameSize member, int count) {
        double shape = (double) member.width() / member.height();
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double height = Math.min((double) size.height() / rows, (double) size.width() / columns / shape);
            // Of two that are as good, cells side by side.
            if (height >= (1 - 1e-9) * largest) {
                largest = height;
                best = columns;
            }
        }
        return new WallLayout(size, (count + best - 1) / best, best);
    }

    /** The grid of a table, or a composed one where the table's cells would be too slim or too wide. */
    public static WallLayout table(FrameSize size, FrameSize member, int rows, int columns) {
        double shape = ((double) size.width() / columns) / ((double) size.height() / rows);
        boolean fits = shape >= SLIMMEST && shape <= WIDEST;
        return fits ? new WallLayout(size, rows, columns) : composed(size, member, rows * columns);
    }

    /** The size of every cell. */
    public FrameSize cell() {
        return new FrameSize(size.width() / columns / 2 * 2, size.height() / rows / 2 * 2);
    }

    int left(int cell) {
        return (size.width() - columns * cell().width()) / 2 + cell % columns * cell().width();
    }

    int top(int cell) {
        return (size.height() - rows * cell().height()) / 2 + cell / columns * cell().height();
    }
}
