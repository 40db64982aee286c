package org.epochreel.data;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * Numbers that scale columns: a value becomes {@code (value - subtract) / divideBy}.
 *
 * @param subtract one a column, in the column's own unit
 * @param divideBy one a column, in the column's own unit; above 0
 */
public record Scaling(ImmutableDoubleArray subtract, ImmutableDoubleArray divideBy) {

    /**
     * The scaling of some columns by their own numbers; a column whose numbers are all the same is divided by 1.
     *
     * @throws ArithmeticException if a column spans more than a double holds
     */
    public static Scaling of(ScaleMethod scale, double[][] columns) {
        ImmutableDoubleArray.Builder subtract = ImmutableDoubleArray.builder(columns.length);
        ImmutableDoubleArray.Builder divideBy = ImmutableDoubleArray.builder(columns.length);
        for (double[] column : columns) {
            double[] numbers = scale.scaling(column);
            if (!Double.isFinite(numbers[0]) || !Double.isFinite(numbers[1])) {
                throw new ArithmeticException("a column spans more than a double holds");
            }
            subtract.add(numbers[0]);
            divideBy.add(isConstant(column) || numbers[1] == 0 ? 1 : numbers[1]);
        }
        return new Scaling(subtract.build(), divideBy.build());
    }

    /** The mean of equal numbers may differ from them by rounding, which must not be blown up. */
    private static boolean isConstant(double[] column) {
        for (double value : column) {
            if (value != column[0]) {
                return false;
            }
        }
        return true;
    }

    /** Scales rows given by column, in place. */
    public void scale(double[][] columns) {
        for (int c = 0; c < columns.length; c++) {
            for (int row = 0; row < columns[c].length; row++) {
                columns[c][row] = (columns[c][row] - subtract.get(c)) / divideBy.get(c);
            }
        }
    }

    /** The same rows with scaled outputs. */
    public Samples scaledOutputs(Samples samples) {
        double[][] outputs = samples.outputs().toColumns();
        scale(outputs);
        return new Samples(samples.inputs(), Matrix.ofColumns(outputs), samples.labels());
    }
}
