package org.epochreel.training.loss;

/**
 * Squares of the errors e = prediction - target: their sum or their mean over all samples and outputs, or half of it.
 */
final class SquaredError implements LossFunction {
    private final int outputs;
    private final boolean halved;
    private final boolean mean;

    SquaredError(int outputs, boolean halved, boolean mean) {
        this.outputs = outputs;
        this.halved = halved;
        this.mean = mean;
    }

    @Override
    public double sum(double[][] predicted, double[][] targets, int from, int count) {
        double sum = squares(predicted[0], targets[0], from, count);
        for (int i = 1; i < outputs; i++) {
            sum += squares(predicted[i], targets[i], from, count);
        }
        return sum;
    }

    @Override
    public double loss(double sum, int samples) {
        double weighted = halved ? 0.5 * sum : sum;
        return mean ? weighted / ((double) samples * outputs) : weighted;
    }

    @Override
    public void derivative(
            double[][] predicted, double[][] targets, int from, int count, int samples, double[][] derivative) {
        double factor = (halved ? 1.0 : 2.0) / (mean ? (double) samples * outputs : 1);
        for (int i = 0; i < outputs; i++) {
            double[] prediction = predicted[i];
            double[] target = targets[i];
            double[] slope = derivative[i];
            for (int s = 0; s < count; s++) {
                slope[s] = (prediction[s] - target[from + s]) * factor;
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
}
