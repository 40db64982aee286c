package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * Rows of numbers, kept by column: a column is one quantity of all rows, which is what sums over samples run along.
 * Two matrices are equal when their numbers are.
 *
 * @param columns at least one; all of one length, at least 1
 */
public record Matrix(ImmutableList<ImmutableDoubleArray> columns) {

    public Matrix {
        if (columns.isEmpty() || columns.get(0).isEmpty()) {
            throw new IllegalArgumentException("a matrix needs at least one row and one column");
        }
        for (ImmutableDoubleArray column : columns) {
            if (column.length() != columns.get(0).length()) {
                throw new IllegalArgumentException(
                        "columns of " + columns.get(0).length() + " and " + column.length() + " rows");
            }
        }
    }

    /** One column. */
    public static Matrix of(ImmutableDoubleArray column) {
        return new Matrix(ImmutableList.of(column));
    }

    /** Copies arrays that are a column each. */
    public static Matrix ofColumns(double[][] columns) {
        ImmutableList.Builder<ImmutableDoubleArray> copies = ImmutableList.builder();
        for (double[] column : columns) {
            copies.add(ImmutableDoubleArray.copyOf(column));
        }
        return new Matrix(copies.build());
    }

    public int rows() {
        return columns.get(0).length();
    }

    /** Some of the rows, in the given order. */
    public Matrix rows(int[] indices) {
        return new Matrix(columns.stream().map(column -> {
            ImmutableDoubleArray.Builder picked = ImmutableDoubleArray.builder(indices.length);
            for (int index : indices) {
                picked.add(column.get(index));
            }
            return picked.build();
        }).collect(ImmutableList.toImmutableList()));
    }

    /** Columns, as a number. */
    public int width() {
        return columns.size();
    }

    public double at(int row, int column) {
        return columns.get(column).get(row);
    }

    /** The numbers as arrays of the caller's own, one a column. */
    public double[][] toColumns() {
        return columns.stream().map(ImmutableDoubleArray::toArray).toArray(double[][]::new);
    }
}
