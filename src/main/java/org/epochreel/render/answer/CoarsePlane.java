package org.epochreel.render.answer;

import java.util.Arrays;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;

/**
 * Looks at a model of the plane at the centres of cells from a coarse grid: the model is asked at its nodes, and what lies
 * between is the cubic through four nodes each way; where fourth differences say that this may be off by more than the
 * tolerance, every cell of the block between the nodes is asked.
 */
final class CoarsePlane {

    /** Nodes beyond the cells on each side, which the differences want. */
    private static final int BEYOND = 2;
    /** The greatest error of a cubic through four nodes, halfway between the inner two, by the fourth difference. */
    private static final double OF_FOURTH = 3.0 / 128;
    private static final double SAFE = 2;
    /** The same for a function that bends sharply: found by trying networks of rectifiers. */
    private static final double OF_FOURTH_AT_BENDS = 0.3;

    private final int step;
    private final int block;
    private final Wanted.Plane plane;
    private final Model model;
    private final int outputs;
    private final int nodeColumns;
    private final int nodeRows;
    private final int blockColumns;
    private final int blockRows;
    private final Probe nodes;
    private final double[][] atNodes;
    private final double[] doubt;
    private final boolean[] doubtful;
    private final double[][] weights;
    private final double factor;
    private final double[] between;
    private final double[][] exact;
    private Probe cells;

    /** @param step cells from one node to the next */
    CoarsePlane(Model model, Wanted.Plane plane, int step) {
        this.step = step;
        this.block = step * step;
        this.plane = plane;
        this.model = model;
        this.outputs = model.outputs();
        this.weights = weights(step);
        this.factor = model.isSmooth() ? SAFE * OF_FOURTH : OF_FOURTH_AT_BENDS;
        this.blockColumns = (plane.columns() + step - 1) / step;
        this.blockRows = (plane.rows() + step - 1) / step;
        this.nodeColumns = blockColumns + 1 + 2 * BEYOND;
        this.nodeRows = blockRows + 1 + 2 * BEYOND;
        this.nodes = new Probe(model, nodeInputs());
        this.atNodes = new double[outputs][nodeColumns * nodeRows];
        this.doubt = new double[nodeColumns * nodeRows];
        this.doubtful = new boolean[blockColumns * blockRows];
        this.between = new double[nodeColumns];
        this.exact = new double[outputs][Probe.BLOCK];
    }

    private double x1(double column) {
        return plane.x1().from() + (column + 0.5) / plane.columns() * (plane.x1().to() - plane.x1().from());
    }

    private double x2(double row) {
        return plane.x2().to() - (row + 0.5) / plane.rows() * (plane.x2().to() - plane.x2().from());
    }

    private double[][] nodeInputs() {
        double[][] inputs = new double[2][nodeColumns * nodeRows];
        for (int row = 0; row < nodeRows; row++) {
            for (int column = 0; column < nodeColumns; column++) {
                inputs[0][row * nodeColumns + column] = x1((column - BEYOND) * step);
                inputs[1][row * nodeColumns + column] = x2((row - BEYOND) * step);
            }
        }
        return inputs;
    }

    // Cells block by block, so that blocks side by side are asked together.
    private double[][] cellInputs() {
        double[][] inputs = new double[2][blockColumns * blockRows * block];
        for (int i = 0; i < inputs[0].length; i++) {
            int number = i / block;
            inputs[0][i] = x1(number % blockColumns * step + i % step);
            inputs[1][i] = x2(number / blockColumns * step + i % block / step);
        }
        return inputs;
    }

    private static double[][] weights(int step) {
        double[][] weights = new double[4][step];
        for (int i = 0; i < step; i++) {
            double t = (double) i / step;
            weights[0][i] = -t * (t - 1) * (t - 2) / 6;
            weights[1][i] = (t + 1) * (t - 1) * (t - 2) / 2;
            weights[2][i] = -(t + 1) * t * (t - 2) / 2;
            weights[3][i] = (t + 1) * t * (t - 1) / 6;
        }
        return weights;
    }

    /**
     * Asks the nodes.
     *
     * @return the part of the cells that is to be asked one by one
     */
    double look(double[] parameters) {
        nodes.look(parameters, plane.numbers() == Wanted.Numbers.SUMS, 0, nodes.count(), atNodes);
        return (double) markDoubtful() / doubtful.length;
    }

    /** What the plane shows with the parameters that were looked at. */
    Rows rows(double[] parameters) {
        double[][] values = new double[outputs][plane.columns() * plane.rows()];
        for (int output = 0; output < outputs; output++) {
            interpolate(atNodes[output], values[output]);
        }
        ask(parameters, plane.numbers() == Wanted.Numbers.SUMS, values);
        return new Rows(values);
    }

    private int markDoubtful() {
        int found = 0;
        Arrays.fill(doubt, 0);
        for (int output = 0; output < outputs; output++) {
            addDoubt(atNodes[output]);
        }
        boolean classes = plane.numbers() == Wanted.Numbers.SUMS;
        for (int row = 0; row < blockRows; row++) {
            for (int column = 0; column < blockColumns; column++) {
                int node = (row + BEYOND) * nodeColumns + column + BEYOND;
                double most = Math.max(Math.max(doubt[node], doubt[node + 1]),
                        Math.max(doubt[node + nodeColumns], doubt[node + nodeColumns + 1]));
                double off = factor * most * (classes ? slope(node) : 1);
                // NaN is doubtful.
                boolean unsure = !(off <= plane.tolerance());
                doubtful[row * blockColumns + column] = unsure;
                found += unsure ? 1 : 0;
            }
        }
        return found;
    }

    private void addDoubt(double[] values) {
        for (int row = BEYOND; row < nodeRows - BEYOND; row++) {
            for (int column = BEYOND; column < nodeColumns - BEYOND; column++) {
                int i = row * nodeColumns + column;
                doubt[i] += Math.abs(fourth(values, i, 1)) + Math.abs(fourth(values, i, nodeColumns));
            }
        }
    }

    private static double fourth(double[] values, int i, int step) {
        return values[i - 2 * step] - 4 * values[i - step] + 6 * values[i] - 4 * values[i + step] + values[i + 2 * step];
    }

    /** The most that a probability changes for a change of a sum in the block behind a node. */
    private double slope(int node) {
        double least = Math.min(Math.min(lead(node), lead(node + 1)),
                Math.min(lead(node + nodeColumns), lead(node + nodeColumns + 1)));
        double greatest = Math.max(Math.max(lead(node), lead(node + 1)),
                Math.max(lead(node + nodeColumns), lead(node + nodeColumns + 1)));
        double sure = Math.max(0, least - (greatest - least) / 2);
        // 1 / (2 + 2 cosh z) is less.
        double bound = 1 / (4 + sure * sure * (1 + sure * sure / 12));
        return outputs <= 2 ? bound : Math.min(0.25, (outputs - 1) * bound);
    }

    /** How far the likeliest class is ahead. */
    private double lead(int node) {
        if (outputs == 1) {
            return Math.abs(atNodes[0][node]);
        }
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (double[] of : atNodes) {
            double value = of[node];
            second = Math.max(second, Math.min(first, value));
            first = Math.max(first, value);
        }
        return first - second;
    }

    private void interpolate(double[] from, double[] to) {
        double[] w0 = weights[0];
        double[] w1 = weights[1];
        double[] w2 = weights[2];
        double[] w3 = weights[3];
        for (int row = 0; row < plane.rows(); row++) {
            int upper = (row / step + BEYOND - 1) * nodeColumns;
            int part = row % step;
            for (int i = 0; i < nodeColumns; i++) {
                int at = upper + i;
                between[i] = w0[part] * from[at] + w1[part] * from[at + nodeColumns]
                        + w2[part] * from[at + 2 * nodeColumns] + w3[part] * from[at + 3 * nodeColumns];
            }
            for (int number = 0; number < blockColumns; number++) {
                double a = between[number + BEYOND - 1];
                double b = between[number + BEYOND];
                double c = between[number + BEYOND + 1];
                double d = between[number + BEYOND + 2];
                int first = row * plane.columns() + number * step;
                int count = Math.min(step, plane.columns() - number * step);
                for (int i = 0; i < count; i++) {
                    to[first + i] = w0[i] * a + w1[i] * b + w2[i] * c + w3[i] * d;
                }
            }
        }
    }

    private void ask(double[] parameters, boolean sums, double[][] values) {
        int most = Probe.BLOCK / block;
        int end;
        for (int number = 0; number < doubtful.length; number = end) {
            end = number + 1;
            if (!doubtful[number]) {
                continue;
            }
            while (end < doubtful.length && doubtful[end] && end - number < most) {
                end++;
            }
            if (cells == null) {
                cells = new Probe(model, cellInputs());
            }
            cells.look(parameters, sums, number * block, (end - number) * block, exact);
            for (int i = number; i < end; i++) {
                place(i, (i - number) * block, values);
            }
        }
    }

    private void place(int number, int from, double[][] values) {
        int left = number % blockColumns * step;
        int top = number / blockColumns * step;
        int count = Math.min(step, plane.columns() - left);
        for (int row = 0; row < Math.min(step, plane.rows() - top); row++) {
            for (int output = 0; output < outputs; output++) {
                System.arraycopy(exact[output], from + row * step, values[output],
                        (top + row) * plane.columns() + left, count);
            }
        }
    }
}
