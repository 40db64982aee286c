package org.epochreel.landscape;

import java.util.Arrays;
import java.util.List;

/**
 * How a run's parameters lie about their final values: the matrix D'D, where D has a row for each epoch, its parameters
 * less the final ones. Only products by vectors are ever made of it.
 */
public interface Motion {

    /** The model's parameters. */
    int size();

    /** The sum of the squares of all that D holds. */
    double total();

    /** The sum of squares of one parameter's column of D. */
    double ofParameter(int parameter);

    /** Writes the product of D'D and {@code vector} into {@code product}. */
    void multiply(double[] vector, double[] product);

    /**
     * The motion of rows that are all kept.
     *
     * @param rows of D, owned from now on; at least one
     */
    static Motion ofRows(List<double[]> rows) {
        return new Rows(List.copyOf(rows), rows.get(0).length);
    }

    /** Rows of D as they are. */
    record Rows(List<double[]> rows, int size) implements Motion {

        @Override
        public double total() {
            double sum = 0;
            for (double[] row : rows) {
                sum += Vectors.product(row, row);
            }
            return sum;
        }

        @Override
        public double ofParameter(int parameter) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[parameter] * row[parameter];
            }
            return sum;
        }

        @Override
        public void multiply(double[] vector, double[] product) {
            Arrays.fill(product, 0);
            for (double[] row : rows) {
                Vectors.add(Vectors.product(row, vector), row, product);
            }
        }
    }

    /** D'D itself, of any number of rows that are forgotten once they were added. */
    final class Squares implements Motion {

        private final double[][] upper;

        public Squares(int size) {
            upper = new double[size][];
            for (int i = 0; i < size; i++) {
                upper[i] = new double[size - i];
            }
        }

        /** Adds a row of D. */
        public void add(double[] row) {
            for (int i = 0; i < row.length; i++) {
                double[] target = upper[i];
                double factor = row[i];
                for (int j = i; j < row.length; j++) {
                    target[j - i] += factor * row[j];
                }
            }
        }

        @Override
        public int size() {
            return upper.length;
        }

        @Override
        public double total() {
            double sum = 0;
            for (double[] row : upper) {
                sum += row[0];
            }
            return sum;
        }

        @Override
        public double ofParameter(int parameter) {
            return upper[parameter][0];
        }

        @Override
        public void multiply(double[] vector, double[] product) {
            Arrays.fill(product, 0);
            for (int i = 0; i < upper.length; i++) {
                double[] row = upper[i];
                double sum = row[0] * vector[i];
                for (int j = 1; j < row.length; j++) {
                    sum += row[j] * vector[i + j];
                    product[i + j] += row[j] * vector[i];
                }
                product[i] += sum;
            }
        }
    }
}
