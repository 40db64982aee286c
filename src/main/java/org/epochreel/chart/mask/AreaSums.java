package org.epochreel.chart.mask;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Optional;
import org.epochreel.chart.sketch.Origin;

/**
 * Finds how much of each pixel of a region outlines cover, by exact areas. Corners are rounded to 1/256 pixel; from
 * there on all is whole numbers, so that neither the order of lines nor the machine matters. Each edge adds to the
 * cells of the columns that it crosses the area below it, signed by its direction; the running sum down a column is
 * the area inside, as in the font renderers LibArt and font-rs, there row by row. Where outlines of one direction
 * overlap in part of a pixel, that part counts twice, but never beyond the whole. Not for several threads at a time.
 */
final class AreaSums implements OutlineSink {

    private static final int SHIFT = 8;
    private static final int UNIT = 1 << SHIFT;
    private static final int FRACTION = UNIT - 1;
    // A pixel's width times twice its height, in units.
    private static final int FULL_SHIFT = 2 * SHIFT + 1;
    private static final int FULL = 1 << FULL_SHIFT;
    // Positions further out are drawn in; a slope's quotient stays within a long.
    private static final double FAR = 1 << 20;

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final int right;
    private final int bottom;
    private final int stride;
    private final int[] cells;
    private final int[] tops;
    private final int[] ends;
    private int firstColumn;
    private int endColumn;
    private int startX;
    private int startY;
    private int lastX;
    private int lastY;

    AreaSums(Rectangle area) {
        this.left = area.x;
        this.top = area.y;
        this.width = Math.max(0, area.width);
        this.height = Math.max(0, area.height);
        this.right = width << SHIFT;
        this.bottom = height << SHIFT;
        // A line along the lower border adds its two halves to rows beyond it.
        this.stride = height + 2;
        this.cells = new int[width * stride];
        this.tops = new int[width];
        this.ends = new int[width];
        Arrays.fill(tops, Integer.MAX_VALUE);
        this.firstColumn = width;
    }

    @Override
    public void moveTo(double x, double y) {
        startX = units(x - left);
        startY = units(y - top);
        lastX = startX;
        lastY = startY;
    }

    @Override
    public void lineTo(double x, double y) {
        int nextX = units(x - left);
        int nextY = units(y - top);
        addEdge(lastX, lastY, nextX, nextY);
        lastX = nextX;
        lastY = nextY;
    }

    @Override
    public void close() {
        addEdge(lastX, lastY, startX, startY);
        lastX = startX;
        lastY = startY;
    }

    private static int units(double pixels) {
        return (int) Math.floor(Math.max(-FAR, Math.min(FAR, pixels)) * UNIT + 0.5);
    }

    // From left to right, so that an edge and its way back cancel.
    private void addEdge(int x0, int y0, int x1, int y1) {
        if (x0 < x1) {
            clipSides(x0, y0, x1, y1, 1);
        } else if (x0 > x1) {
            clipSides(x1, y1, x0, y0, -1);
        }
    }

    private void clipSides(int x0, int y0, int x1, int y1, int sign) {
        if (x1 <= 0 || x0 >= right) {
            return;
        }
        int fromX = Math.max(0, x0);
        int toX = Math.min(right, x1);
        int fromY = fromX == x0 ? y0 : between(fromX, x0, y0, x1, y1);
        int toY = toX == x1 ? y1 : between(toX, x0, y0, x1, y1);
        clipTop(fromX, fromY, toX, toY, sign);
    }

    private static int between(int x, int x0, int y0, int x1, int y1) {
        return y0 + (int) ((long) (y1 - y0) * (x - x0) / (x1 - x0));
    }

    private void clipTop(int x0, int y0, int x1, int y1, int sign) {
        if (y0 >= 0 && y1 >= 0) {
            clipBottom(x0, y0, x1, y1, sign);
        } else if (y0 <= 0 && y1 <= 0) {
            addSlope(x0, 0, x1, 0, sign);
        } else {
            int x = between(0, y0, x0, y1, x1);
            clipTop(x0, y0, x, 0, sign);
            clipTop(x, 0, x1, y1, sign);
        }
    }

    private void clipBottom(int x0, int y0, int x1, int y1, int sign) {
        if (y0 <= bottom && y1 <= bottom) {
            addSlope(x0, y0, x1, y1, sign);
        } else if (y0 >= bottom && y1 >= bottom) {
            reachBottom(x0, x1);
        } else {
            int x = between(bottom, y0, x0, y1, x1);
            clipBottom(x0, y0, x, bottom, sign);
            clipBottom(x, bottom, x1, y1, sign);
        }
    }

    // Nothing lies below such an edge, but what lies above it goes on to the border.
    private void reachBottom(int x0, int x1) {
        if (x0 < x1) {
            int end = Math.min(width, (x1 - 1 >> SHIFT) + 1);
            for (int column = x0 >> SHIFT; column < end; column++) {
                ends[column] = height;
            }
        }
    }

    private void addSlope(int x0, int y0, int x1, int y1, int sign) {
        if (x0 == x1) {
            return;
        }
        int column = x0 >> SHIFT;
        int lastColumn = x1 - 1 >> SHIFT;
        firstColumn = Math.min(firstColumn, column);
        endColumn = Math.max(endColumn, lastColumn + 1);
        if (column == lastColumn) {
            addPiece(column, sign * (x1 - x0), y0, y1);
            return;
        }
        long slope = ((long) (y1 - y0) << 32) / (x1 - x0);
        long exact = ((long) y0 << 32) + slope * ((column + 1 << SHIFT) - x0);
        int y = (int) (exact >> 32);
        addPiece(column, sign * ((column + 1 << SHIFT) - x0), y0, y);
        long step = slope << SHIFT;
        int whole = sign << SHIFT;
        for (column++; column < lastColumn; column++) {
            exact += step;
            int next = (int) (exact >> 32);
            addPiece(column, whole, y, next);
            y = next;
        }
        addPiece(column, sign * (x1 - (column << SHIFT)), y, y1);
    }

    /** Adds a line within one column, {@code across} wide, which is negative where it goes to the left. */
    private void addPiece(int column, int across, int y0, int y1) {
        int upper = Math.min(y0, y1);
        int lower = Math.max(y0, y1);
        int row = upper >> SHIFT;
        int lastRow = lower >> SHIFT;
        int i = column * stride + row;
        if (row < tops[column]) {
            tops[column] = row;
        }
        if (lastRow + 2 > ends[column]) {
            ends[column] = lastRow + 2;
        }
        if (row == lastRow) {
            int down = y0 + y1 - (row << SHIFT + 1);
            cells[i] += across * (2 * UNIT - down);
            cells[i + 1] += across * down;
            return;
        }
        // 2^20 parts of a unit of x for a unit of y; the last row gets what rounding left.
        int sign = across < 0 ? -1 : 1;
        long step = ((long) Math.abs(across) << 20) / (lower - upper);
        int head = UNIT - (upper & FRACTION);
        long exact = step * head;
        int done = (int) (exact >> 20);
        int down = 2 * UNIT - head;
        cells[i] += sign * done * (2 * UNIT - down);
        cells[i + 1] += sign * done * down;
        for (row++, i++; row < lastRow; row++, i++) {
            exact += step << SHIFT;
            int part = (int) (exact >> 20) - done;
            done += part;
            cells[i] += sign * part * UNIT;
            cells[i + 1] += sign * part * UNIT;
        }
        int rest = Math.abs(across) - done;
        int tail = lower & FRACTION;
        cells[i] += sign * rest * (2 * UNIT - tail);
        cells[i + 1] += sign * rest * tail;
    }

    /** The amounts of all outlines that were closed since the last call; then begins anew. */
    ColumnMask take() {
        return take(Optional.empty());
    }

    /** As {@link #take()}, of outlines that are those of {@code origin}. */
    ColumnMask take(Origin origin) {
        return take(Optional.of(origin));
    }

    private ColumnMask take(Optional<Origin> origin) {
        int columns = Math.max(0, endColumn - firstColumn);
        int[] starts = new int[columns];
        int[] stops = new int[columns];
        int[] offsets = new int[columns + 1];
        for (int i = 0; i < columns; i++) {
            int from = Math.min(height, tops[firstColumn + i]);
            int end = Math.max(from, Math.min(height, ends[firstColumn + i]));
            starts[i] = top + from;
            stops[i] = top + end;
            offsets[i + 1] = offsets[i] + end - from;
        }
        byte[] amounts = new byte[offsets[columns]];
        for (int i = 0; i < columns; i++) {
            sum(firstColumn + i, amounts, offsets[i], offsets[i + 1]);
        }
        ColumnMask mask = new ColumnMask(new ColumnSpans(left + firstColumn, starts, stops), offsets, amounts, origin);
        firstColumn = width;
        endColumn = 0;
        return mask;
    }

    // Leaves the column's cells empty.
    private void sum(int column, byte[] amounts, int from, int end) {
        int sum = 0;
        int i = column * stride + Math.min(height, tops[column]);
        int stop = column * stride + ends[column];
        for (int to = from; to < end; to++, i++) {
            sum += cells[i];
            cells[i] = 0;
            amounts[to] = (byte) (Math.min(FULL, Math.abs(sum)) * 255 + FULL / 2 >> FULL_SHIFT);
        }
        for (; i < stop; i++) {
            cells[i] = 0;
        }
        tops[column] = Integer.MAX_VALUE;
        ends[column] = 0;
    }
}
