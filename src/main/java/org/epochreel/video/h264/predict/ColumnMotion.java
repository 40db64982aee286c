package org.epochreel.video.h264.predict;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How each column of macroblocks moved last. What moves is mostly the graph of a function, which at one place goes up
 * or down steadily, so that the motion seen last in a column, in this anchor or the one before, tells the next. It
 * outlives keyframes.
 */
public final class ColumnMotion {

    private final int[] x;
    private final int[] y;
    /** Over how many frames each column was seen to move. */
    private final int[] frames;
    private final BitSet seen = new BitSet();
    private int travelled;
    private int distance = 1;

    public ColumnMotion(MacroblockGrid grid) {
        x = new int[grid.columns()];
        y = new int[grid.columns()];
        frames = new int[grid.columns()];
        Arrays.fill(frames, 1);
    }

    /** @param distance frames from the anchor before to the one that begins */
    public void startPicture(int distance) {
        seen.clear();
        travelled = 0;
        this.distance = distance;
    }

    /** Remembers a vector to the anchor before, in quarters of a sample. */
    public void note(int column, int vectorX, int vectorY) {
        x[column] = vectorX;
        y[column] = vectorY;
        frames[column] = distance;
        if (!seen.get(column)) {
            seen.set(column);
            travelled += Math.abs(vectorX) + Math.abs(vectorY);
        }
    }

    /** The motion of a column over some frames. */
    public int x(int column, int over) {
        return x[column] * over / frames[column];
    }

    public int y(int column, int over) {
        return y[column] * over / frames[column];
    }

    public int distance() {
        return distance;
    }

    /** In how many frames a column that moved in the latest anchor goes so far, on average; at least 1. */
    public int framesFor(int quarters) {
        return travelled == 0 ? Integer.MAX_VALUE : Math.max(1, quarters * seen.cardinality() * distance / travelled);
    }
}
