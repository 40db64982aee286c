package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.random.NumpyRandom;

/** Where the rows of several inputs of generated points lie, such as points of the plane. */
public sealed interface RowInputs {

    /** Rows of the set. */
    int count();

    /** Numbers in each row, at least 2. */
    int width();

    /** The rows; only drawn inputs take anything from {@code random}. */
    Matrix rows(NumpyRandom random);

    /** Every combination of the axes' evenly spaced values; the first axis changes slowest. */
    record Grid(ImmutableList<Inputs.Grid> axes) implements RowInputs {

        public Grid {
            checkWidth(axes.size());
            long count = 1;
            for (Inputs.Grid axis : axes) {
                count *= axis.count();
                if (count > Integer.MAX_VALUE) {
                    throw new IllegalArgumentException("a grid of too many points");
                }
            }
        }

        @Override
        public int count() {
            return axes.stream().mapToInt(Inputs.Grid::count).reduce(1, (a, b) -> a * b);
        }

        @Override
        public int width() {
            return axes.size();
        }

        @Override
        public Matrix rows(NumpyRandom random) {
            int count = count();
            double[][] columns = new double[axes.size()][count];
            int run = count;
            for (int axis = 0; axis < columns.length; axis++) {
                ImmutableDoubleArray values = axes.get(axis).points(random);
                run /= values.length();
                for (int row = 0; row < count; row++) {
                    columns[axis][row] = values.get(row / run % values.length());
                }
            }
            return Matrix.ofColumns(columns);
        }
    }

    /** {@code count} rows drawn uniformly from [from, to) of each input, row by row. */
    record Uniform(ImmutableDoubleArray from, ImmutableDoubleArray to, int count) implements RowInputs {

        public Uniform {
            checkWidth(from.length());
            if (from.length() != to.length() || count < 1) {
                throw new IllegalArgumentException(
                        count + " rows from " + from.length() + " to " + to.length() + " numbers cannot be drawn");
            }
            for (int i = 0; i < from.length(); i++) {
                if (!(from.get(i) < to.get(i)) || Double.isInfinite(to.get(i) - from.get(i))) {
                    throw new IllegalArgumentException("no finite interval from " + from.get(i) + " to " + to.get(i));
                }
            }
        }

        @Override
        public int width() {
            return from.length();
        }

        @Override
        public Matrix rows(NumpyRandom random) {
            double[][] columns = new double[from.length()][count];
            for (int row = 0; row < count; row++) {
                for (int i = 0; i < columns.length; i++) {
                    columns[i][row] = random.uniform(from.get(i), to.get(i));
                }
            }
            return Matrix.ofColumns(columns);
        }
    }

    private static void checkWidth(int width) {
        if (width < 2) {
            throw new IllegalArgumentException("rows of " + width + " inputs");
        }
    }
}
