package org.epochreel.chart.panel;

import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.util.Arrays;
import org.epochreel.chart.pen.Theme;

/**
 * How dots look so that each is seen where they are few, and how dense they lie where they are many: the closer they
 * lie, the smaller they are, the fewer there are, the larger, and where even the smallest ones would lie over each
 * other, the more translucent. A dot that lies apart from the others stays opaque.
 *
 * @param diameter in pixels
 * @param rim of the background around each, in pixels; 0 for none
 * @param opacities from 0 to 1, of each dot; none where all are opaque
 * @param above whether they are so few that they lie above curves
 */
public record DotLook(double diameter, double rim, ImmutableDoubleArray opacities, boolean above) {

    /** From so many on they would hide a curve. */
    private static final int MANY = 150;

    // Of the distance to the nearest dot, which three of four dots have at most.
    private static final double QUARTILE = 0.75;
    private static final double PART = 0.95;
    private static final double LEAST_PART = 0.4;
    // Below so many dots they grow, up to the largest at so few.
    private static final int LONE_BELOW = 40;
    private static final int LONE = 10;
    private static final double LARGEST = 1.4;
    private static final double LEAST = 2.4;
    private static final double RIM = 1.5;
    private static final double LEAST_RIMMED = 5;
    private static final int MOST_ASKED = 1000;
    // Neighbours that a dot has under it before it lets them shine through, and what of a pile of them is not seen.
    private static final double FEW = 2;
    private static final double UNSEEN = 0.08;
    private static final double LEAST_OPACITY = 0.08;

    /**
     * The look of dots at given pixels.
     *
     * @param scale factor from the theme's lengths to pixels
     * @param inside where they are visible
     */
    public static DotLook of(Theme theme, double scale, Rectangle inside, double[] x, double[] y) {
        double full = theme.lines().dot() * scale;
        if (theme.composition() == Theme.Composition.BOXED) {
            return new DotLook(full, 0, ImmutableDoubleArray.of(), false);
        }
        Neighbours neighbours = new Neighbours(inside, x, y, full / PART);
        double least = Math.min(full, Math.max(LEAST, LEAST_PART * full));
        double diameter = Math.max(least, Math.min(full, PART * neighbours.distance()));
        if (diameter == full) {
            double lone = Math.max(0, Math.min(1, (LONE_BELOW - neighbours.count) / (double) (LONE_BELOW - LONE)));
            diameter *= 1 + lone * (LARGEST - 1);
        }
        boolean few = neighbours.count < MANY;
        double rim = few && diameter >= LEAST_RIMMED ? RIM * scale : 0;
        return new DotLook(diameter, rim, neighbours.opacities(diameter), few);
    }

    public boolean isOpaque() {
        return opacities.isEmpty();
    }

    /** Dots by the square cells in which they lie. */
    private static final class Neighbours {

        private final double[] x;
        private final double[] y;
        private final double cell;
        private final int left;
        private final int top;
        private final int columns;
        private final int rows;
        private final int[] starts;
        private final int[] members;
        private final int count;

        Neighbours(Rectangle inside, double[] x, double[] y, double cell) {
            this.x = x;
            this.y = y;
            this.cell = cell;
            this.left = inside.x;
            this.top = inside.y;
            this.columns = (int) (inside.width / cell) + 1;
            this.rows = (int) (inside.height / cell) + 1;
            this.starts = new int[columns * rows + 1];
            for (int i = 0; i < x.length; i++) {
                if (isVisible(i)) {
                    starts[cellOf(i) + 1]++;
                }
            }
            for (int i = 0; i < columns * rows; i++) {
                starts[i + 1] += starts[i];
            }
            this.count = starts[columns * rows];
            this.members = new int[count];
            int[] next = Arrays.copyOf(starts, columns * rows);
            for (int i = 0; i < x.length; i++) {
                if (isVisible(i)) {
                    members[next[cellOf(i)]++] = i;
                }
            }
        }

        private boolean isVisible(int i) {
            return x[i] >= left && x[i] < left + columns * cell && y[i] >= top && y[i] < top + rows * cell;
        }

        private int cellOf(int i) {
            return (int) ((y[i] - top) / cell) * columns + (int) ((x[i] - left) / cell);
        }

        /** The distance that most dots have to their nearest neighbour, or a cell's width if that is less. */
        double distance() {
            if (count == 0) {
                return cell;
            }
            int step = (count + MOST_ASKED - 1) / MOST_ASKED;
            double[] distances = new double[(count + step - 1) / step];
            for (int i = 0; i < distances.length; i++) {
                distances[i] = distance(members[i * step]);
            }
            Arrays.sort(distances);
            return distances[(int) (QUARTILE * (distances.length - 1))];
        }

        // Dots at the same place count as one.
        private double distance(int dot) {
            double nearest = cell * cell;
            int row = (int) ((y[dot] - top) / cell);
            int column = (int) ((x[dot] - left) / cell);
            for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                int from = starts[r * columns + Math.max(0, column - 1)];
                int end = starts[r * columns + Math.min(columns - 1, column + 1) + 1];
                // Of very many in one cell some tell enough.
                int step = 1 + (end - from) / MOST_ASKED;
                for (int i = from; i < end; i += step) {
                    double dx = x[members[i]] - x[dot];
                    double dy = y[members[i]] - y[dot];
                    double square = dx * dx + dy * dy;
                    if (square > 0) {
                        nearest = Math.min(nearest, square);
                    }
                }
            }
            return Math.sqrt(nearest);
        }

        /** How many other dots of a diameter meet each, on average over the cells around it. */
        private double[] crowd(double diameter) {
            double part = StrictMath.PI * diameter * diameter / (cell * cell);
            double[] crowd = new double[count];
            for (int i = 0; i < count; i++) {
                int dot = members[i];
                int row = (int) ((y[dot] - top) / cell);
                int column = (int) ((x[dot] - left) / cell);
                int around = -1;
                int cells = 0;
                for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                    int from = Math.max(0, column - 1);
                    int to = Math.min(columns - 1, column + 1);
                    around += starts[r * columns + to + 1] - starts[r * columns + from];
                    cells += to - from + 1;
                }
                crowd[i] = around * part / cells;
            }
            return crowd;
        }

        ImmutableDoubleArray opacities(double diameter) {
            double[] crowd = crowd(diameter);
            double[] sorted = crowd.clone();
            Arrays.sort(sorted);
            double usual = count == 0 ? 0 : sorted[count / 2];
            if (usual <= FEW) {
                return ImmutableDoubleArray.of();
            }
            double opacity = Math.max(LEAST_OPACITY, 1 - StrictMath.pow(UNSEEN, FEW / usual));
            double[] opacities = new double[x.length];
            for (int i = 0; i < count; i++) {
                double apart = Math.max(0, 1 - crowd[i] / FEW);
                opacities[members[i]] = opacity + (1 - opacity) * apart;
            }
            return ImmutableDoubleArray.copyOf(opacities);
        }
    }
}
