package org.epochreel.chart.wall;

import org.epochreel.frame.FrameSize;

/**
 * How many rows and columns the cells of a wall stand in.
 *
 * @param count cells; the last row may be short
 * @param matrix whether rows and columns have a meaning and are named at the margins
 */
public record WallGrid(int rows, int columns, int count, boolean matrix) {

    /** Cells of this shape or slimmer are kept in a full grid only if there is no better one. */
    private static final double SLIMMEST = 0.5;

    private static final double WIDEST = 3;

    /** A matrix is turned where its cells are slimmer than this, and would be less slim by that factor. */
    private static final double TURN_FROM = 3.5;
    private static final double TURN_GAIN = 1.5;

    /** A grid with a short last row has to show its cells this much larger than a full one. */
    private static final double WORTH_A_HOLE = 1.5;

    public WallGrid {
        if (rows < 1 || columns < 1 || count > rows * columns || count <= (rows - 1) * columns) {
            throw new IllegalArgumentException(count + " cells do not make " + rows + " rows of " + columns);
        }
    }

    /** A cell for each pair of a row and a column, or of a column and a row, if only so cells are no slivers. */
    public static WallGrid matrix(FrameSize size, int rows, int columns) {
        double upright = slimness(size, rows, columns);
        boolean turned = upright > TURN_FROM && slimness(size, columns, rows) < upright / TURN_GAIN;
        return turned ? new WallGrid(columns, rows, rows * columns, true) : new WallGrid(rows, columns, rows * columns, true);
    }

    // How many times longer a cell's longer side is.
    private static double slimness(FrameSize size, int rows, int columns) {
        double shape = (double) size.width() / columns / ((double) size.height() / rows);
        return Math.max(shape, 1 / shape);
    }

    /**
     * The grid whose cells show pictures of the shape of {@code member} the largest; one without a hole where that costs
     * little.
     */
    public static WallGrid composed(FrameSize size, FrameSize member, int count) {
        double shape = (double) member.width() / member.height();
        WallGrid best = new WallGrid(1, count, count, false);
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            if (count <= (rows - 1) * columns) {
                continue;
            }
            double cellShape = (double) size.width() / columns / ((double) size.height() / rows);
            double height = Math.min((double) size.height() / rows, (double) size.width() / columns / shape);
            boolean full = rows * columns == count && cellShape >= SLIMMEST && cellShape <= WIDEST;
            double filled = (double) count / (rows * columns);
            double worth = full ? WORTH_A_HOLE * height : filled * filled * filled * height;
            // Of two that are as good, cells side by side.
            if (worth >= (1 - 1e-9) * largest) {
                largest = worth;
                best = new WallGrid(rows, columns, count, false);
            }
        }
        return best;
    }

    int row(int cell) {
        return cell / columns;
    }

    int column(int cell) {
        return cell % columns;
    }

    /** Whether no cell lies below. */
    boolean isLowest(int cell) {
        return cell + columns >= count;
    }
}
