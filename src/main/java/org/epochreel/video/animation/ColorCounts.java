package org.epochreel.video.animation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How many pixels have each colour. Where there are too many colours for a table of some thousand, neighbours are
 * counted as one: the more colours, the more of their lowest bits are overlooked.
 */
final class ColorCounts {

    /** Distinct colours at the most. */
    static final int MOST = 1 << 13;

    private static final int SLOTS = MOST * 4;

    private int mask = 0xFFFFFF;
    private int[] colors = new int[MOST];
    private long[] counts = new long[MOST];
    private int[] slots = new int[SLOTS];
    private int size;

    void add(int[] pixels) {
        for (int i = 0; i < pixels.length; ) {
            int from = i;
            while (i < pixels.length && pixels[i] == pixels[from]) {
                i++;
            }
            add(pixels[from], i - from);
        }
    }

    private void add(int color, long count) {
        int entry = entry(color);
        while (entry == MOST) {
            coarsen();
            entry = entry(color);
        }
        if (entry == size) {
            colors[size++] = color;
        }
        counts[entry] += count;
    }

    // Of a colour that is new, its place is taken and the entry is the next free one.
    private int entry(int color) {
        int slot = (color & mask) * 0x9E3779B1 >>> 17;
        while (slots[slot] != 0) {
            int entry = slots[slot] - 1;
            if (((colors[entry] ^ color) & mask) == 0) {
                return entry;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        if (size < MOST) {
            slots[slot] = size + 1;
        }
        return size;
    }

    // The commonest of those that fall together stands for them all.
    private void coarsen() {
        int[] order = order();
        int[] oldColors = colors;
        long[] oldCounts = counts;
        mask = mask << 1 & 0xFEFEFE & mask;
        colors = new int[MOST];
        counts = new long[MOST];
        slots = new int[SLOTS];
        size = 0;
        for (int old : order) {
            add(oldColors[old], oldCounts[old]);
        }
    }

    private int[] order() {
        return IntStream.range(0, size).boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -counts[i]).thenComparing(i -> colors[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** All colours, the commonest first, equally common ones in ascending order. */
    int[] colors() {
        return Arrays.stream(order()).map(i -> colors[i]).toArray();
    }

    /** Pixels of each of {@link #colors}. */
    long[] counts() {
        return Arrays.stream(order()).mapToLong(i -> counts[i]).toArray();
    }
}
