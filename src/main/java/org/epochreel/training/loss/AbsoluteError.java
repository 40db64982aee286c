package org.epochreel.training.loss;

/** Mean of |prediction - target| over all samples and outputs; its derivative where they are equal is taken as 0. */
final class AbsoluteError implements LossFunction {
    private final int outputs;

    AbsoluteError(int outputs) {
        this.outputs = outputs;
    }

    @Override
    public double sum(double[][] predicted, double[][] targets, int from, int count) {
        double sum = 0;
        for (int i = 0; i < outputs; i++) {
            for (int s = 0; s < count; s++) {
                sum += Math.abs(predicted[i][s] - targets[i][from + s]);
            }
        }
        return sum;
    }

    @Override
    public double loss(double sum, int samples) {
        return sum / ((double) samples * outputs);
    }

    @Override
    public void derivative(
            double[][] predicted, double[][] targets, int from, int count, int samples, double[][] derivative) {
        double factor = 1.0 / ((double) samples * outputs);
        for (int i = 0; i < outputs; i++) {
            for (int s = 0; s < count; s++) {
                derivative[i][s] = Math.signum(predicted[i][s] - targets[i][from + s]) * factor;
            }
        }
    }
}
