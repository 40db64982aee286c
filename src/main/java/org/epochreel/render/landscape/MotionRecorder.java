package org.epochreel.render.landscape;

import java.util.ArrayList;
import java.util.List;
import org.epochreel.landscape.Motion;

/**
 * Collects the motion of a run epoch by epoch, in bounded memory: all rows of a short run, the squares of a long one of a
 * small model, else the rows of evenly spaced epochs and the last.
 */
final class MotionRecorder {

    /** Numbers kept at the most, 32 MiB of them. */
    private static final int MOST_NUMBERS = 4 << 20;

    /** Parameters of the largest model whose squares are kept. */
    private static final int MOST_SQUARED = 1500;

    private static final int FEWEST_ROWS = 64;

    private final double[] last;
    private final int lastEpoch;
    private final int spacing;
    private final List<double[]> rows = new ArrayList<>();
    private final Motion.Squares squares;
    private final boolean squaring;
    private int next;

    MotionRecorder(double[] last, int lastEpoch) {
        this.last = last;
        this.lastEpoch = lastEpoch;
        boolean fits = (lastEpoch + 1L) * last.length <= MOST_NUMBERS;
        this.squaring = !fits && last.length <= MOST_SQUARED;
        this.squares = new Motion.Squares(squaring ? last.length : 0);
        int room = Math.max(FEWEST_ROWS, MOST_NUMBERS / last.length);
        this.spacing = fits || squaring ? 1 : (lastEpoch + room) / room;
    }

    /** Takes in the parameters of the next epoch. */
    void add(double[] parameters) {
        int epoch = next++;
        if (epoch % spacing != 0 && epoch != lastEpoch) {
            return;
        }
        double[] row = new double[last.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = parameters[i] - last[i];
        }
        if (squaring) {
            squares.add(row);
        } else {
            rows.add(row);
        }
    }

    Motion motion() {
        return squaring ? squares : Motion.ofRows(rows);
    }
}
