package org.epochreel.chart.panel.field;

import org.epochreel.chart.wanted.Rows;

/**
 * The mean of points and the two directions in which they differ most, by power iteration. The largest component of a
 * direction is positive.
 */
final class MainDirections {

    private static final int STEPS = 300;

    private final double[] mean;
    private final double[] first;
    private final double[] second;

    /** @param points a place each, with as many coordinates as neurons */
    MainDirections(Rows points) {
        int n = points.neurons();
        this.mean = new double[n];
        for (int i = 0; i < n; i++) {
            for (double value : points.of(i)) {
                mean[i] += value / points.count();
            }
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int s = 0; s < points.count(); s++) {
                    sum += (points.at(i, s) - mean[i]) * (points.at(j, s) - mean[j]);
                }
                covariance[i][j] = sum / points.count();
                covariance[j][i] = covariance[i][j];
            }
        }
        this.first = direction(covariance, new double[n]);
        this.second = n > 1 ? direction(covariance, first) : new double[n];
    }

    /** The main direction at right angles to another one. */
    private static double[] direction(double[][] covariance, double[] other) {
        int n = other.length;
        double[] direction = new double[n];
        for (int i = 0; i < n; i++) {
            direction[i] = 1 / (1.0 + i) + (i % 3 == 1 ? 0.3 : 0);
        }
        normalise(direction, other);
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i] += covariance[i][j] * direction[j];
                }
            }
            if (!normalise(next, other)) {
                break;
            }
            direction = next;
        }
        int largest = 0;
        for (int i = 1; i < n; i++) {
            largest = Math.abs(direction[i]) > Math.abs(direction[largest]) ? i : largest;
        }
        if (direction[largest] < 0) {
            for (int i = 0; i < n; i++) {
                direction[i] = -direction[i];
            }
        }
        return direction;
    }

    /** Makes a vector of length 1 at right angles to {@code other}; false where nothing of it is left. */
    private static boolean normalise(double[] vector, double[] other) {
        double along = 0;
        for (int i = 0; i < vector.length; i++) {
            along += vector[i] * other[i];
        }
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= along * other[i];
            square += vector[i] * vector[i];
        }
        double length = Math.sqrt(square);
        if (!(length > 1e-150)) {
            return false;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return true;
    }

    /** Where a place of {@code points} lies along the first direction, from the mean. */
    double first(Rows points, int place) {
        return along(first, points, place);
    }

    double second(Rows points, int place) {
        return along(second, points, place);
    }

    private double along(double[] direction, Rows points, int place) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += direction[i] * (points.at(i, place) - mean[i]);
        }
        return sum;
    }
}
