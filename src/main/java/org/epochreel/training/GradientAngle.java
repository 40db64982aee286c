package org.epochreel.training;

/**
 * Norm of a gradient, and the angle to the one before it by W. Kahan's {@code 2 atan2(|u - v|, |u + v|)} on unit
 * vectors, which keeps its digits near 0 and 180 degrees where an arc cosine has none.
 */
final class GradientAngle {
    private static final double DEGREES = 180 / Math.PI;

    private final double[] unit;
    private final double[] previous;
    private double norm = Double.NaN;
    private double angle = Double.NaN;

    GradientAngle(int parameterCount) {
        this.unit = new double[parameterCount];
        this.previous = new double[parameterCount];
    }

    /** Takes the next gradient. */
    void add(double[] gradient) {
        boolean first = Double.isNaN(norm);
        System.arraycopy(unit, 0, previous, 0, unit.length);
        norm = norm(gradient);
        double difference = 0;
        double sum = 0;
        for (int i = 0; i < unit.length; i++) {
            unit[i] = gradient[i] / norm;
            double apart = unit[i] - previous[i];
            double together = unit[i] + previous[i];
            difference += apart * apart;
            sum += together * together;
        }
        angle = first ? Double.NaN : 2 * StrictMath.atan2(Math.sqrt(difference), Math.sqrt(sum)) * DEGREES;
    }

    /** Euclidean norm of the latest gradient. */
    double norm() {
        return norm;
    }

    /** Degrees from 0 to 180 between the latest two gradients; NaN after the first, or where one of them is zero. */
    double degrees() {
        return angle;
    }

    private static double norm(double[] vector) {
        double squares = 0;
        for (double component : vector) {
            squares += component * component;
        }
        if (squares > 0x1p-900 && squares < 0x1p900) {
            return Math.sqrt(squares);
        }
        return scaledNorm(vector);
    }

    // For squares that leave the range of doubles where the vector itself does not.
    private static double scaledNorm(double[] vector) {
        double greatest = 0;
        for (double component : vector) {
            greatest = Math.max(greatest, Math.abs(component));
        }
        if (greatest == 0) {
            return 0;
        }
        double squares = 0;
        for (double component : vector) {
            double share = component / greatest;
            squares += share * share;
        }
        return greatest * Math.sqrt(squares);
    }
}
