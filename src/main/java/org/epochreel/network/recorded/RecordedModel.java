package org.epochreel.network.recorded;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.epochreel.network.Model;
import org.epochreel.network.ParameterGroup;

/**
 * What a model gave at the points of a grid, as a model whose parameters are these numbers: straight between the points
 * of a line, bilinear between those of the plane. On a line it gives NaN outside of the points, in the plane what it
 * gives at the edge. It has no gradient.
 */
public final class RecordedModel implements Model {

    /** A probability below it is as good as none. */
    private static final double LEAST = 1e-300;

    private final double[] x1;
    private final double[] x2;
    private final int[] points;
    private final boolean plane;
    private final int outputs;
    private final Kind kind;

    /** What the numbers are. */
    public enum Kind {
        VALUES,
        /** of classes; of a single output, that of the second class */
        PROBABILITIES,
        /** what the output neurons sum up, of which sigmoid or softmax makes probabilities */
        SUMS
    }

    /**
     * @param x1 rising
     * @param x2 rising; of the plane at least one, of a line none
     * @param points the point, whose numbers are parameters {@code point * outputs} and on, at each place of the grid, row
     *     by row of equal x2
     */
    public RecordedModel(ImmutableDoubleArray x1, ImmutableDoubleArray x2, ImmutableIntArray points, int outputs,
            Kind kind) {
        this.plane = !x2.isEmpty();
        this.x1 = x1.toArray();
        this.x2 = plane ? x2.toArray() : new double[] {0};
        this.points = points.toArray();
        this.outputs = outputs;
        this.kind = kind;
    }

    @Override
    public int inputs() {
        return plane ? 2 : 1;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public int parameterCount() {
        return points.length * outputs;
    }

    @Override
    public ImmutableList<ParameterGroup> parameterGroups() {
        return ImmutableList.of(new ParameterGroup("predictions", 0, parameterCount()));
    }

    @Override
    public boolean isBias(int parameter) {
        return false;
    }

    @Override
    public ImmutableList<Integer> hidden() {
        return ImmutableList.of();
    }

    @Override
    public boolean isSmooth() {
        return false;
    }

    /** Where each row lies in the grid: for each axis, the number of the point before it and the way to the next. */
    @Override
    public double[][] prepared(double[][] inputs) {
        double[][] places = new double[2 * inputs.length][inputs[0].length];
        for (int axis = 0; axis < inputs.length; axis++) {
            double[] values = axis == 0 ? x1 : x2;
            for (int s = 0; s < inputs[axis].length; s++) {
                place(values, inputs[axis][s], places[2 * axis], places[2 * axis + 1], s);
            }
        }
        return places;
    }

    private void place(double[] values, double at, double[] before, double[] way, int s) {
        int found = Arrays.binarySearch(values, at);
        int index = found >= 0 ? found : -found - 2;
        boolean outside = index < 0 || index == values.length - 1 && at > values[index];
        before[s] = Math.max(0, Math.min(values.length - 2, index));
        if (values.length == 1) {
            way[s] = outside && !plane ? Double.NaN : 0;
            return;
        }
        int from = (int) before[s];
        way[s] = !outside ? (at - values[from]) / (values[from + 1] - values[from])
                : plane ? (index < 0 ? 0 : 1) : Double.NaN;
    }

    @Override
    public Evaluator evaluator(int maxSamples) {
        return new Interpolating(maxSamples);
    }

    private final class Interpolating implements Evaluator {

        private final double[][] given;
        private final double[][] sums;

        Interpolating(int maxSamples) {
            this.given = new double[outputs][maxSamples];
            this.sums = new double[outputs][maxSamples];
        }

        @Override
        public void forward(double[] parameters, double[][] prepared, int from, int count) {
            for (int s = 0; s < count; s++) {
                int column = (int) prepared[0][from + s];
                double across = prepared[1][from + s];
                int row = plane ? (int) prepared[2][from + s] : 0;
                double up = plane ? prepared[3][from + s] : 0;
                for (int i = 0; i < outputs; i++) {
                    double low = between(parameters, row, column, across, i);
                    given[i][s] = up == 0 ? low : low + up * (between(parameters, row + 1, column, across, i) - low);
                    sums[i][s] = given[i][s];
                }
            }
            if (kind == Kind.PROBABILITIES) {
                sumsOfProbabilities(count);
            } else if (kind == Kind.SUMS) {
                probabilitiesOfSums(count);
            }
        }

        private void sumsOfProbabilities(int count) {
            for (int i = 0; i < outputs; i++) {
                for (int s = 0; s < count; s++) {
                    double others = outputs == 1 ? 1 - given[i][s] : 1;
                    sums[i][s] = StrictMath.log(Math.max(given[i][s], LEAST)) - StrictMath.log(Math.max(others, LEAST));
                }
            }
        }

        private void probabilitiesOfSums(int count) {
            for (int s = 0; s < count; s++) {
                double greatest = 0;
                for (int i = 0; i < outputs; i++) {
                    greatest = i == 0 && outputs > 1 ? sums[0][s] : Math.max(greatest, sums[i][s]);
                }
                double all = outputs == 1 ? StrictMath.exp(-greatest) : 0;
                for (int i = 0; i < outputs; i++) {
                    given[i][s] = StrictMath.exp(sums[i][s] - greatest);
                    all += given[i][s];
                }
                for (int i = 0; i < outputs; i++) {
                    given[i][s] /= all;
                }
            }
        }

        private double between(double[] parameters, int row, int column, double across, int output) {
            double left = at(parameters, row, column, output);
            return across == 0 ? left : left + across * (at(parameters, row, Math.min(column + 1, x1.length - 1), output) - left);
        }

        private double at(double[] parameters, int row, int column, int output) {
            return parameters[points[row * x1.length + column] * outputs + output];
        }

        @Override
        public double[][] outputs() {
            return given;
        }

        @Override
        public double[][] sums() {
            return sums;
        }

        @Override
        public void gradient(double[] parameters, double[][] outputGradient, double[] gradient) {
            throw new UnsupportedOperationException("nothing is trained here");
        }

        @Override
        public void gradientBySums(double[] parameters, double[][] sumGradient, double[] gradient) {
            throw new UnsupportedOperationException("nothing is trained here");
        }

        @Override
        public double[][] activations(int layer) {
            throw new UnsupportedOperationException("what was trained elsewhere shows no neurons");
        }

        @Override
        public void contribution(double[] parameters, int neuron, double[] curve) {
            throw new UnsupportedOperationException("what was trained elsewhere shows no neurons");
        }
    }
}
