package org.epochreel.chart.mask;

import java.awt.Rectangle;
import java.util.Arrays;
import org.epochreel.frame.MacroblockSet;

/**
 * A region of the picture: within each few columns of pixels the rows from one to another. Tight around lines that
 * grow to the right, and quick to copy.
 */
public final class Strips {

    private static final int COLUMN = 4;

    private final Rectangle limits;
    private final int[] tops;
    private final int[] bottoms;

    /** Nothing; the region never leaves {@code limits}. */
    public Strips(Rectangle limits) {
        this.limits = limits;
        int columns = (limits.x + limits.width - 1) / COLUMN + 1;
        this.tops = new int[columns];
        this.bottoms = new int[columns];
        clear();
    }

    public void clear() {
        Arrays.fill(tops, Integer.MAX_VALUE);
        Arrays.fill(bottoms, Integer.MIN_VALUE);
    }

    /** Adds every pixel within {@code margin} of the straight line between two points. */
    public void addSegment(double x0, double y0, double x1, double y1, double margin) {
        add(Math.min(x0, x1) - margin, Math.min(y0, y1) - margin, Math.max(x0, x1) + margin, Math.max(y0, y1) + margin);
    }

    public void addRectangle(Rectangle rectangle) {
        add(rectangle.x, rectangle.y, rectangle.x + rectangle.width - 1.0, rectangle.y + rectangle.height - 1.0);
    }

    private void add(double left, double top, double right, double bottom) {
        int firstColumn = Math.max(limits.x, (int) Math.floor(left)) / COLUMN;
        int lastColumn = Math.min(limits.x + limits.width - 1, (int) Math.floor(right)) / COLUMN;
        int firstRow = Math.max(limits.y, (int) Math.floor(top));
        int lastRow = Math.min(limits.y + limits.height - 1, (int) Math.floor(bottom));
        if (firstRow > lastRow) {
            return;
        }
        for (int column = firstColumn; column <= lastColumn; column++) {
            tops[column] = Math.min(tops[column], firstRow);
            bottoms[column] = Math.max(bottoms[column], lastRow);
        }
    }

    /** Adds what another region has of this one's limits. */
    public void addAll(Strips other) {
        for (int column = 0; column < other.tops.length; column++) {
            if (other.tops[column] <= other.bottoms[column]) {
                addRectangle(other.column(column));
            }
        }
    }

    public int columns() {
        return tops.length;
    }

    /** The region's rectangle in one column, empty if it has none there. */
    public Rectangle column(int column) {
        if (tops[column] > bottoms[column]) {
            return new Rectangle();
        }
        int left = Math.max(limits.x, column * COLUMN);
        int right = Math.min(limits.x + limits.width, (column + 1) * COLUMN);
        return new Rectangle(left, tops[column], right - left, bottoms[column] - tops[column] + 1);
    }

    /** Copies the region's pixels from one picture to another; both are {@code width} pixels wide. */
    public void copy(int[] from, int[] to, int width) {
        for (int column = 0; column < tops.length; column++) {
            int left = Math.max(limits.x, column * COLUMN);
            int count = Math.min(limits.x + limits.width, (column + 1) * COLUMN) - left;
            for (int row = tops[column]; row <= bottoms[column]; row++) {
                // So few pixels are sooner moved than asked about.
                for (int i = row * width + left; i < row * width + left + count; i++) {
                    to[i] = from[i];
                }
            }
        }
    }

    /** Whether the region and a rectangle have a pixel in common. */
    public boolean meets(Rectangle rectangle) {
        int first = Math.max(0, rectangle.x / COLUMN);
        int last = Math.min(tops.length - 1, (rectangle.x + rectangle.width - 1) / COLUMN);
        for (int column = first; column <= last; column++) {
            if (tops[column] < rectangle.y + rectangle.height && bottoms[column] >= rectangle.y) {
                return true;
            }
        }
        return false;
    }

    public void addTo(MacroblockSet set) {
        for (int column = 0; column < tops.length; column++) {
            if (tops[column] <= bottoms[column]) {
                set.addPixels(column * COLUMN, tops[column], column * COLUMN, bottoms[column]);
            }
        }
    }
}
