package org.epochreel.training;

import org.epochreel.scene.TrainingSpec.Loss;

/** A loss as a weighted sum over samples: squares or magnitudes of the errors, times a factor for a set's size. */
final class LossFunction {
    private final boolean squared;
    private final boolean halved;
    private final boolean mean;

    LossFunction(Loss loss) {
        this.squared = loss != Loss.MAE;
        this.halved = loss == Loss.HALF_MSE || loss == Loss.HALF_SSE;
        this.mean = loss == Loss.MSE || loss == Loss.HALF_MSE || loss == Loss.MAE;
    }

    /** The sum over a block of e² or |e|, where e = prediction - y. */
    double sum(double[] prediction, double[] y, int from, int count) {
        return squared ? squares(prediction, y, from, count) : magnitudes(prediction, y, from, count);
    }

    /** The loss of {@code samples} samples whose blocks' sums add up to {@code sum}. */
    double loss(double sum, int samples) {
        double weighted = halved ? 0.5 * sum : sum;
        return mean ? weighted / samples : weighted;
    }

    /** Writes the derivative of the loss of {@code samples} samples by the predictions of a block of them. */
    void outputGradient(double[] prediction, double[] y, int from, int count, int samples, double[] gradient) {
        double factor = (squared && !halved ? 2.0 : 1.0) / (mean ? samples : 1);
        if (squared) {
            for (int s = 0; s < count; s++) {
                gradient[s] = (prediction[s] - y[from + s]) * factor;
            }
        } else {
            for (int s = 0; s < count; s++) {
                gradient[s] = Math.signum(prediction[s] - y[from + s]) * factor;
            }
        }
    }

    // Four sums side by side, because one addition would wait for the one before it; their order is part of the result.
    private static double squares(double[] prediction, double[] y, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int s = 0;
        for (; s + 4 <= count; s += 4) {
            double e = prediction[s] - y[from + s];
            double f = prediction[s + 1] - y[from + s + 1];
            double g = prediction[s + 2] - y[from + s + 2];
            double h = prediction[s + 3] - y[from + s + 3];
            a += e * e;
            b += f * f;
            c += g * g;
            d += h * h;
        }
        for (; s < count; s++) {
            double e = prediction[s] - y[from + s];
            a += e * e;
        }
        return (a + b) + (c + d);
    }

    private static double magnitudes(double[] prediction, double[] y, int from, int count) {
        double sum = 0;
        for (int s = 0; s < count; s++) {
            sum += Math.abs(prediction[s] - y[from + s]);
        }
        return sum;
    }
}
