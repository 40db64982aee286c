package org.epochreel.landscape;

/** Sums over vectors, each in the order of the elements. */
final class Vectors {

    private Vectors() {}

    static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Adds {@code factor} times {@code vector} to {@code target}. */
    static void add(double factor, double[] vector, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * vector[i];
        }
    }

    static double length(double[] vector) {
        return Math.sqrt(product(vector, vector));
    }

    /** Makes a vector one of length 1; one of no length stays. */
    static void normalise(double[] vector) {
        double length = length(vector);
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
    }

    /** Takes away from {@code vector} what it has in the direction of a vector of length 1. */
    static void removeFrom(double[] vector, double[] unit) {
        add(-product(vector, unit), unit, vector);
    }
}
