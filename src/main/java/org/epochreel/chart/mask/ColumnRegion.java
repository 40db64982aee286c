package org.epochreel.chart.mask;

import java.awt.Rectangle;
import java.util.Arrays;
import org.epochreel.frame.MacroblockSet;

/**
 * A region of the picture: in each of successive columns any number of runs of rows. Tight around several curves, so
 * that what lies over each other there can be drawn anew and nothing else.
 */
public final class ColumnRegion {

    private static final int BLOCK = 16;
    private static final int FEW = 4;

    private final Rectangle limits;
    private final int[] counts;
    // First row and row after the last one, run by run, column by column.
    private int[] rows;
    private int most = FEW;

    /** Nothing; the region never leaves {@code limits}. */
    public ColumnRegion(Rectangle limits) {
        this.limits = limits;
        this.counts = new int[Math.max(0, limits.width)];
        this.rows = new int[2 * most * counts.length];
    }

    public void clear() {
        Arrays.fill(counts, 0);
    }

    public boolean isEmpty() {
        for (int count : counts) {
            if (count > 0) {
                return false;
            }
        }
        return true;
    }

    public void add(ColumnSpans spans) {
        for (int i = 0; i < spans.columns(); i++) {
            addRows(spans.left() + i, spans.start(i), spans.end(i));
        }
    }

    public void add(Rectangle rectangle) {
        for (int column = rectangle.x; column < rectangle.x + rectangle.width; column++) {
            addRows(column, rectangle.y, rectangle.y + rectangle.height);
        }
    }

    /** Adds the rows of one column from {@code from} to before {@code end}, as far as they lie within the limits. */
    public void addRows(int column, int from, int end) {
        int index = column - limits.x;
        int first = Math.max(from, limits.y);
        int stop = Math.min(end, limits.y + limits.height);
        if (index < 0 || index >= counts.length || first >= stop) {
            return;
        }
        int count = counts[index];
        int base = 2 * most * index;
        int run = 0;
        while (run < count && rows[base + 2 * run + 1] < first) {
            run++;
        }
        int next = run;
        while (next < count && rows[base + 2 * next] <= stop) {
            first = Math.min(first, rows[base + 2 * next]);
            stop = Math.max(stop, rows[base + 2 * next + 1]);
            next++;
        }
        if (next == run && count == most) {
            grow();
            base = 2 * most * index;
        }
        System.arraycopy(rows, base + 2 * next, rows, base + 2 * (run + 1), 2 * (count - next));
        rows[base + 2 * run] = first;
        rows[base + 2 * run + 1] = stop;
        counts[index] = count + 1 - (next - run);
    }

    private void grow() {
        int[] grown = new int[2 * rows.length];
        for (int index = 0; index < counts.length; index++) {
            System.arraycopy(rows, 2 * most * index, grown, 4 * most * index, 2 * counts[index]);
        }
        rows = grown;
        most *= 2;
    }

    int left() {
        return limits.x;
    }

    int columns() {
        return counts.length;
    }

    /** Runs in the column {@code index} columns from the left, from above to below. */
    int runs(int index) {
        return counts[index];
    }

    int start(int index, int run) {
        return rows[2 * (most * index + run)];
    }

    int end(int index, int run) {
        return rows[2 * (most * index + run) + 1];
    }

    /** Whether the region and a rectangle have a pixel in common. */
    public boolean meets(Rectangle rectangle) {
        int stop = Math.min(counts.length, rectangle.x + rectangle.width - limits.x);
        for (int index = Math.max(0, rectangle.x - limits.x); index < stop; index++) {
            for (int run = 0; run < counts[index]; run++) {
                if (start(index, run) < rectangle.y + rectangle.height && end(index, run) > rectangle.y) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Copies the region's pixels from one picture to another, both {@code width} pixels wide. */
    public void copy(int[] from, int[] to, int width) {
        for (int index = 0; index < counts.length; index++) {
            for (int run = 0; run < counts[index]; run++) {
                int end = end(index, run) * width + limits.x + index;
                for (int pixel = start(index, run) * width + limits.x + index; pixel < end; pixel += width) {
                    to[pixel] = from[pixel];
                }
            }
        }
    }

    /** Gives the region's pixels in the rows of one column from {@code from} to before {@code end} a value. */
    public void fill(int[] pixels, int width, int column, int from, int end, int value) {
        int index = column - limits.x;
        for (int run = 0; index >= 0 && index < counts.length && run < counts[index]; run++) {
            int stop = Math.min(end, end(index, run));
            for (int row = Math.max(from, start(index, run)); row < stop; row++) {
                pixels[row * width + column] = value;
            }
        }
    }

    /** Lays a colour over the region's pixels in the rows of one column from {@code from} to before {@code end}. */
    public void tint(int[] pixels, int width, int column, int from, int end, Tint tint) {
        int index = column - limits.x;
        for (int run = 0; index >= 0 && index < counts.length && run < counts[index]; run++) {
            int stop = Math.min(end, end(index, run));
            for (int row = Math.max(from, start(index, run)); row < stop; row++) {
                pixels[row * width + column] = tint.over(pixels[row * width + column], 255);
            }
        }
    }

    /** Adds the macroblocks that the region touches. */
    public void addTo(MacroblockSet set) {
        long[] blocks = new long[(limits.y + limits.height) / BLOCK / Long.SIZE + 1];
        int index = 0;
        while (index < counts.length) {
            int column = limits.x + index;
            int end = Math.min(counts.length, index + BLOCK - column % BLOCK);
            for (; index < end; index++) {
                for (int run = 0; run < counts[index]; run++) {
                    int last = (end(index, run) - 1) / BLOCK;
                    for (int row = start(index, run) / BLOCK; row <= last; row++) {
                        blocks[row / Long.SIZE] |= 1L << row;
                    }
                }
            }
            for (int word = 0; word < blocks.length; word++) {
                for (long rest = blocks[word]; rest != 0; rest &= rest - 1) {
                    set.add(column / BLOCK, word * Long.SIZE + Long.numberOfTrailingZeros(rest));
                }
                blocks[word] = 0;
            }
        }
    }
}
