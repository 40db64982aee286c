package org.epochreel.chart.panel.field;

/**
 * Finds where a function on the nodes of a grid takes a value, as straight pieces within the grid's squares, whose ends
 * lie on the squares' sides by linear interpolation. Where a square's corners alternate, the mean of the four decides.
 */
final class Contours {

    private final int columns;
    private final int rows;

    Contours(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Takes pieces of lines, whose ends are in columns and rows of nodes. */
    interface Pieces {
        void add(double column0, double row0, double column1, double row1);
    }

    /** All pieces of the line where {@code values} are {@code level}. */
    void trace(double[] values, double level, Pieces pieces) {
        for (int row = 0; row < rows - 1; row++) {
            int from = row * columns;
            boolean upper = values[from] > level;
            boolean lower = values[from + columns] > level;
            for (int column = 0; column < columns - 1; column++) {
                int node = from + column;
                boolean nextUpper = values[node + 1] > level;
                boolean nextLower = values[node + columns + 1] > level;
                if (upper != lower || upper != nextUpper || upper != nextLower) {
                    square(values[node] - level, values[node + 1] - level, values[node + columns] - level,
                            values[node + columns + 1] - level, column, row, pieces);
                }
                upper = nextUpper;
                lower = nextLower;
            }
        }
    }

    /**
     * All pieces of the lines between the nodes of different {@code winners}: where the logarithm of a winner's
     * probability, less that of the best other, is 0.
     *
     * @param sums by class and node
     */
    void traceWinners(double[][] sums, int[] winners, Pieces pieces) {
        int[] corners = new int[4];
        double[] leads = new double[4];
        for (int row = 0; row < rows - 1; row++) {
            for (int column = 0; column < columns - 1; column++) {
                int node = row * columns + column;
                corners[0] = node;
                corners[1] = node + 1;
                corners[2] = node + columns;
                corners[3] = node + columns + 1;
                int distinct = distinct(winners, corners);
                for (int i = 0; i < 4 && distinct > 1; i++) {
                    int winner = winners[corners[i]];
                    // Two classes have one line between them; of three or more each has its own.
                    boolean again = false;
                    for (int j = 0; j < i; j++) {
                        again |= winners[corners[j]] == winner || distinct == 2;
                    }
                    if (!again) {
                        for (int j = 0; j < 4; j++) {
                            leads[j] = lead(sums, winner, corners[j]);
                        }
                        square(leads[0], leads[1], leads[2], leads[3], column, row, pieces);
                    }
                }
            }
        }
    }

    private static int distinct(int[] winners, int[] corners) {
        int a = winners[corners[0]];
        int b = winners[corners[1]];
        int c = winners[corners[2]];
        int d = winners[corners[3]];
        return 1 + (b != a ? 1 : 0) + (c != a && c != b ? 1 : 0) + (d != a && d != b && d != c ? 1 : 0);
    }

    private static double lead(double[][] sums, int winner, int node) {
        double best = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < sums.length; other++) {
            if (other != winner) {
                best = Math.max(best, sums[other][node]);
            }
        }
        return sums[winner][node] - best;
    }

    /**
     * The pieces where a function is 0 in a square, from its values at the upper left, upper right, lower left and
     * lower right corner; the first of them stands in {@code column} and {@code row}.
     */
    void square(double a, double b, double c, double d, int column, int row, Pieces pieces) {
        int kind = (a > 0 ? 1 : 0) | (b > 0 ? 2 : 0) | (c > 0 ? 4 : 0) | (d > 0 ? 8 : 0);
        if (kind == 0 || kind == 15 || Double.isNaN(a + b + c + d)) {
            return;
        }
        double top = column + part(a, b);
        double bottom = column + part(c, d);
        double left = row + part(a, c);
        double right = row + part(b, d);
        switch (kind) {
            case 1, 14 -> pieces.add(top, row, column, left);
            case 2, 13 -> pieces.add(top, row, column + 1, right);
            case 4, 11 -> pieces.add(column, left, bottom, row + 1);
            case 8, 7 -> pieces.add(column + 1, right, bottom, row + 1);
            case 3, 12 -> pieces.add(column, left, column + 1, right);
            case 5, 10 -> pieces.add(top, row, bottom, row + 1);
            default -> {
                boolean joined = a + b + c + d > 0;
                if (joined == (kind == 9)) {
                    pieces.add(top, row, column + 1, right);
                    pieces.add(column, left, bottom, row + 1);
                } else {
                    pieces.add(top, row, column, left);
                    pieces.add(column + 1, right, bottom, row + 1);
                }
            }
        }
    }

    private static double part(double from, double to) {
        double part = from / (from - to);
        return part >= 0 && part <= 1 ? part : 0.5;
    }
}
