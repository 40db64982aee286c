package org.epochreel.chart.mask;

import java.awt.Rectangle;
import java.util.Arrays;
import org.epochreel.frame.MacroblockSet;

/**
 * A region of the picture: in each of successive columns the rows from one to another. Tight around curves, which cross
 * every column but few of its rows.
 */
public final class ColumnSpans {

    private static final int BLOCK = 16;

    private final int left;
    private final int[] starts;
    private final int[] ends;

    /**
     * @param starts the first row in each column from {@code left} on
     * @param ends the row after the last one; not greater than the first where there is none
     */
    ColumnSpans(int left, int[] starts, int[] ends) {
        this.left = left;
        this.starts = starts;
        this.ends = ends;
    }

    /** Nothing yet of {@code columns} columns. */
    public static ColumnSpans none(int left, int columns) {
        ColumnSpans spans = new ColumnSpans(left, new int[columns], new int[columns]);
        spans.clear();
        return spans;
    }

    public void clear() {
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
    }

    /** Adds what lies between this region and another, too; the other one must not be wider. */
    public void include(ColumnSpans other) {
        for (int i = 0; i < other.starts.length; i++) {
            int to = other.left - left + i;
            if (other.starts[i] < other.ends[i]) {
                boolean empty = starts[to] >= ends[to];
                starts[to] = empty ? other.starts[i] : Math.min(starts[to], other.starts[i]);
                ends[to] = empty ? other.ends[i] : Math.max(ends[to], other.ends[i]);
            }
        }
    }

    public int left() {
        return left;
    }

    public int columns() {
        return starts.length;
    }

    /** The least rectangle around it. */
    public Rectangle bounds() {
        int top = Integer.MAX_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < ends[i]) {
                top = Math.min(top, starts[i]);
                bottom = Math.max(bottom, ends[i]);
            }
        }
        return top < bottom ? new Rectangle(left, top, starts.length, bottom - top) : new Rectangle();
    }

    /** The first row in the column {@code index} columns from the left. */
    public int start(int index) {
        return starts[index];
    }

    public int end(int index) {
        return ends[index];
    }

    /** Copies the region's pixels from one picture to another, both {@code width} pixels wide. */
    public void copy(int[] from, int[] to, int width) {
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < ends[i]) {
                int end = ends[i] * width + left + i;
                for (int pixel = starts[i] * width + left + i; pixel < end; pixel += width) {
                    to[pixel] = from[pixel];
                }
            }
        }
    }

    /** Adds the macroblocks that the region touches. */
    public void addTo(MacroblockSet set) {
        int i = 0;
        while (i < starts.length) {
            int column = left + i;
            int end = Math.min(starts.length, i + BLOCK - column % BLOCK);
            int top = Integer.MAX_VALUE;
            int bottom = Integer.MIN_VALUE;
            for (; i < end; i++) {
                if (starts[i] < ends[i]) {
                    top = Math.min(top, starts[i]);
                    bottom = Math.max(bottom, ends[i] - 1);
                }
            }
            if (top <= bottom) {
                set.addPixels(column, top, column, bottom);
            }
        }
    }
}
