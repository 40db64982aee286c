package org.epochreel.data;

import java.util.Arrays;

/** How the numbers of a column are brought near 1 before a model sees them. */
public enum ScaleMethod {
    /** As they are. */
    NONE {
        @Override
        double[] scaling(double[] column) {
            return new double[] {0, 1};
        }
    },
    /** To mean 0 and standard deviation 1 (of the population, as NumPy's {@code std}). */
    STANDARD {
        @Override
        double[] scaling(double[] column) {
            // Sums and squares of numbers near the ends of a double's range leave it.
            double largest = Arrays.stream(column).map(Math::abs).max().orElse(0);
            double unit = largest > 1e150 ? largest : 1;
            double sum = 0;
            for (double value : column) {
                sum += value / unit;
            }
            double mean = sum / column.length * unit;
            double furthest = Arrays.stream(column).map(value -> Math.abs(value - mean)).max().orElse(0);
            double unitOfSquares = furthest > 1e150 || furthest < 1e-150 && furthest > 0 ? furthest : 1;
            double squares = 0;
            for (double value : column) {
                double deviation = (value - mean) / unitOfSquares;
                squares += deviation * deviation;
            }
            return new double[] {mean, Math.sqrt(squares / column.length) * unitOfSquares};
        }
    },
    /** To the interval [0, 1]. */
    MIN_MAX {
        @Override
        double[] scaling(double[] column) {
            double least = Arrays.stream(column).min().orElse(0);
            double greatest = Arrays.stream(column).max().orElse(0);
            return new double[] {least, greatest - least};
        }
    };

    /** What to subtract from the column's numbers, and what then to divide them by. */
    abstract double[] scaling(double[] column);
}
