package org.epochreel.training.loss;

import org.epochreel.network.kernel.Softmax;

/**
 * Mean over samples of -log p(class), from the output neurons' sums z: {@code log(sum_j exp(z_j)) - z_class} with
 * softmax. Sigmoid of a single output z is softmax of 0 and z. Rounding makes it neither infinite nor 0 where one class
 * is nearly certain.
 */
final class CrossEntropy implements LossFunction {
    private final int outputs;
    private final Softmax softmax;
    private final double[][] sums;
    private final double[][] probabilities;

    CrossEntropy(int outputs, int maxSamples) {
        this.outputs = outputs;
        this.softmax = new Softmax(maxSamples);
        int classes = Math.max(2, outputs);
        this.sums = new double[classes][outputs == 1 ? maxSamples : 0];
        this.probabilities = new double[classes][maxSamples];
    }

    @Override
    public boolean ofSums() {
        return true;
    }

    @Override
    public double sum(double[][] predicted, double[][] targets, int from, int count) {
        if (outputs == 1) {
            sums[1] = predicted[0];
        } else {
            System.arraycopy(predicted, 0, sums, 0, outputs);
        }
        softmax.apply(sums, count, probabilities);
        double sum = 0;
        for (int s = 0; s < count; s++) {
            sum += behind(predicted, targets, from, s) + softmax.logExcess(s);
        }
        return sum;
    }

    /** How far the sum of the sample's own class is below the greatest. */
    private double behind(double[][] predicted, double[][] targets, int from, int s) {
        double greatest = softmax.greatest()[s];
        if (outputs == 1) {
            return targets[0][from + s] == 0 ? greatest : greatest - predicted[0][s];
        }
        double behind = 0;
        for (int i = 0; i < outputs; i++) {
            behind += targets[i][from + s] * (greatest - predicted[i][s]);
        }
        return behind;
    }

    @Override
    public double loss(double sum, int samples) {
        return sum / samples;
    }

    @Override
    public void derivative(
            double[][] predicted, double[][] targets, int from, int count, int samples, double[][] derivative) {
        double factor = 1.0 / samples;
        for (int i = 0; i < outputs; i++) {
            double[] probability = probabilities[outputs == 1 ? 1 : i];
            double[] target = targets[i];
            double[] slope = derivative[i];
            for (int s = 0; s < count; s++) {
                slope[s] = (probability[s] - target[from + s]) * factor;
            }
        }
    }
}
