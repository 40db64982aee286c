package org.epochreel.landscape;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * The decimal logarithm of a grid of losses, cubic between the grid's positions (Catmull and Rom's splines, along x, then
 * along y). Losses that are not finite count as the largest that is, and losses of nothing as the smallest above.
 */
public final class LogField {

    private static final double DECADES = 30;

    private final int size;
    private final double[] logs;
    private final double least;
    private final double greatest;

    public LogField(LossGrid grid) {
        this.size = grid.size();
        ImmutableDoubleArray losses = grid.losses();
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < losses.length(); i++) {
            double loss = losses.get(i);
            if (loss > 0 && Double.isFinite(loss)) {
                smallest = Math.min(smallest, loss);
                largest = Math.max(largest, loss);
            }
        }
        if (largest == 0) {
            smallest = 1;
            largest = 1;
        }
        double top = StrictMath.log10(largest);
        double bottom = Math.max(StrictMath.log10(smallest), top - DECADES);
        this.logs = new double[losses.length()];
        for (int i = 0; i < logs.length; i++) {
            double loss = losses.get(i);
            boolean low = loss <= 0;
            logs[i] = low ? bottom : Double.isFinite(loss) ? Math.max(bottom, StrictMath.log10(loss)) : top;
        }
        this.least = bottom;
        this.greatest = top;
    }

    /** The smallest logarithm at a position of the grid. */
    public double least() {
        return least;
    }

    public double greatest() {
        return greatest;
    }

    /**
     * The logarithms at evenly spaced positions of the whole window, row by row from its lower left.
     *
     * @param columns at least 2
     */
    public Lattice lattice(int columns, int rows) {
        double[] wide = new double[columns * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < columns; column++) {
                wide[row * columns + column] = between(row * size, 1, (double) column * (size - 1) / (columns - 1), logs);
            }
        }
        double[] values = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            double at = (double) row * (size - 1) / (rows - 1);
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = between(column, columns, at, wide);
            }
        }
        return new Lattice(columns, rows, values);
    }

    // Beyond the ends the last slope goes on.
    private double between(int from, int step, double at, double[] nodes) {
        int i = Math.min(size - 2, (int) at);
        double t = at - i;
        double b = nodes[from + i * step];
        double c = nodes[from + (i + 1) * step];
        double a = i > 0 ? nodes[from + (i - 1) * step] : 2 * b - c;
        double d = i < size - 2 ? nodes[from + (i + 2) * step] : 2 * c - b;
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    /** Values at evenly spaced positions, row by row from the lower left. */
    public record Lattice(int columns, int rows, double[] values) {

        /** The value between four positions, linear along both sides; {@code x} and {@code y} count positions. */
        public double at(double x, double y) {
            int column = Math.max(0, Math.min(columns - 2, (int) x));
            int row = Math.max(0, Math.min(rows - 2, (int) y));
            int i = row * columns + column;
            double u = x - column;
            double v = y - row;
            double below = values[i] + u * (values[i + 1] - values[i]);
            double above = values[i + columns] + u * (values[i + columns + 1] - values[i + columns]);
            return below + v * (above - below);
        }
    }
}
