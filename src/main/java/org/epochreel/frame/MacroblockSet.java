package org.epochreel.frame;

import java.util.BitSet;
import java.util.function.IntConsumer;

/** The 16x16 macroblocks of a picture that somebody touched, numbered row by row from the top left. Mutable. */
public final class MacroblockSet {

    private final int columns;
    private final int rows;
    private final BitSet members;

    private MacroblockSet(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.members = new BitSet(columns * rows);
    }

    public static MacroblockSet noneOf(FrameSize size) {
        return new MacroblockSet(size.macroblockColumns(), size.macroblockRows());
    }

    public static MacroblockSet allOf(FrameSize size) {
        MacroblockSet set = noneOf(size);
        set.members.set(0, size.macroblocks());
        return set;
    }

    public void add(int column, int row) {
        members.set(row * columns + column);
    }

    /** Adds every macroblock that the pixels from (left, top) to (right, bottom), all included, touch; clips to the picture. */
    public void addPixels(int left, int top, int right, int bottom) {
        int firstColumn = Math.max(0, left >> 4);
        int lastColumn = Math.min(columns - 1, right >> 4);
        if (lastColumn < firstColumn) {
            return;
        }
        int lastRow = Math.min(rows - 1, bottom >> 4);
        for (int row = Math.max(0, top >> 4); row <= lastRow; row++) {
            members.set(row * columns + firstColumn, row * columns + lastColumn + 1);
        }
    }

    public void addAll(MacroblockSet other) {
        members.or(other.members);
    }

    public void clear() {
        members.clear();
    }

    public boolean contains(int column, int row) {
        return members.get(row * columns + column);
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public int count() {
        return members.cardinality();
    }

    /** Calls {@code action} with each member's number, in raster order. */
    public void forEach(IntConsumer action) {
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            action.accept(i);
        }
    }

    /** The first member numbered {@code from} or higher, or -1. */
    public int next(int from) {
        return members.nextSetBit(from);
    }

    /** The number behind the last of the members that stand side by side from {@code first}, one of them, on. */
    public int endOfRun(int first) {
        return Math.min(members.nextClearBit(first), (first / columns + 1) * columns);
    }
}
