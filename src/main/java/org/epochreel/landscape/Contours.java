package org.epochreel.landscape;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.epochreel.landscape.LogField.Lattice;

/**
 * Follows the lines on which a lattice of values has a level, by marching squares; where a square could be cut in two
 * ways the mean of its corners decides. The same lattice and level give the same lines in the same order.
 */
public final class Contours {

    private final Lattice lattice;
    private final double level;
    // The lattice's edges, those to the right first, then those upwards; of each crossed one its two neighbours.
    private final int[] neighbours;
    private final int upwards;

    /**
     * A line's points, in positions of the lattice.
     *
     * @param closed whether the last point joins the first one; it is not repeated
     */
    public record Line(double[] x, double[] y, boolean closed) {}

    private Contours(Lattice lattice, double level) {
        this.lattice = lattice;
        this.level = level;
        this.upwards = lattice.columns() * lattice.rows();
        this.neighbours = new int[4 * upwards];
        Arrays.fill(neighbours, -1);
    }

    /** All lines of a level. */
    public static ImmutableList<Line> of(Lattice lattice, double level) {
        Contours contours = new Contours(lattice, level);
        for (int row = 0; row + 1 < lattice.rows(); row++) {
            for (int column = 0; column + 1 < lattice.columns(); column++) {
                contours.cut(row * lattice.columns() + column);
            }
        }
        return contours.lines();
    }

    private boolean isAbove(int position) {
        return lattice.values()[position] >= level;
    }

    private void cut(int lowerLeft) {
        int above = lowerLeft + lattice.columns();
        boolean a = isAbove(lowerLeft);
        boolean b = isAbove(lowerLeft + 1);
        boolean c = isAbove(above + 1);
        boolean d = isAbove(above);
        int bottom = lowerLeft;
        int top = above;
        int left = upwards + lowerLeft;
        int right = upwards + lowerLeft + 1;
        boolean both = a == c && b == d && a != b;
        if (both) {
            double[] values = lattice.values();
            double middle = (values[lowerLeft] + values[lowerLeft + 1] + values[above] + values[above + 1]) / 4;
            boolean joined = middle >= level == a;
            join(bottom, joined ? right : left);
            join(top, joined ? left : right);
            return;
        }
        int first = -1;
        int[] edges = {bottom, right, top, left};
        boolean[] crossed = {a != b, b != c, c != d, d != a};
        for (int i = 0; i < edges.length; i++) {
            if (crossed[i]) {
                if (first < 0) {
                    first = edges[i];
                } else {
                    join(first, edges[i]);
                }
            }
        }
    }

    private void join(int edge, int other) {
        neighbours[2 * edge + (neighbours[2 * edge] < 0 ? 0 : 1)] = other;
        neighbours[2 * other + (neighbours[2 * other] < 0 ? 0 : 1)] = edge;
    }

    private ImmutableList<Line> lines() {
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        boolean[] used = new boolean[2 * upwards];
        // Open lines first, from their ends.
        for (boolean open : new boolean[] {true, false}) {
            for (int edge = 0; edge < used.length; edge++) {
                boolean begins = neighbours[2 * edge] >= 0 && !used[edge]
                        && (!open || neighbours[2 * edge + 1] < 0);
                if (begins) {
                    lines.add(follow(edge, used, !open));
                }
            }
        }
        return lines.build();
    }

    private Line follow(int from, boolean[] used, boolean closed) {
        double[] x = new double[16];
        double[] y = new double[16];
        int count = 0;
        int edge = from;
        while (edge >= 0) {
            used[edge] = true;
            if (count == x.length) {
                x = Arrays.copyOf(x, 2 * count);
                y = Arrays.copyOf(y, 2 * count);
            }
            boolean vertical = edge >= upwards;
            int position = vertical ? edge - upwards : edge;
            int column = position % lattice.columns();
            int row = position / lattice.columns();
            double at = crossing(position, vertical ? position + lattice.columns() : position + 1);
            x[count] = vertical ? column : column + at;
            y[count] = vertical ? row + at : row;
            count++;
            edge = unused(edge, used);
        }
        return new Line(Arrays.copyOf(x, count), Arrays.copyOf(y, count), closed);
    }

    private int unused(int edge, boolean[] used) {
        for (int i = 2 * edge; i < 2 * edge + 2; i++) {
            if (neighbours[i] >= 0 && !used[neighbours[i]]) {
                return neighbours[i];
            }
        }
        return -1;
    }

    private double crossing(int position, int next) {
        double a = lattice.values()[position];
        double b = lattice.values()[next];
        return (level - a) / (b - a);
    }
}
