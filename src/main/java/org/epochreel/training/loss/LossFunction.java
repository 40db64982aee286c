package org.epochreel.training.loss;

import org.epochreel.scene.TrainingSpec.Loss;

/**
 * How far predictions are from targets, as a sum over a set's samples times a factor. Predictions, targets and
 * derivatives stand in arrays by output and sample; those of a block begin at sample 0, targets at {@code from}.
 * For one thread at a time.
 */
public interface LossFunction {

    /** Whether the predictions are the output neurons' sums, rather than what the output function makes of them. */
    default boolean ofSums() {
        return false;
    }

    /** The sum over a block of {@code count} samples. */
    double sum(double[][] predicted, double[][] targets, int from, int count);

    /** The loss of {@code samples} samples whose blocks' sums add up to {@code sum}. */
    double loss(double sum, int samples);

    /**
     * Writes the derivative of the loss of {@code samples} samples by the predictions of a block of them, the one whose
     * {@link #sum} was asked last.
     */
    void derivative(double[][] predicted, double[][] targets, int from, int count, int samples, double[][] derivative);

    /** The loss of a model of {@code outputs} outputs, over blocks of up to {@code maxSamples} samples. */
    static LossFunction of(Loss loss, int outputs, int maxSamples) {
        return switch (loss) {
            case MSE -> new SquaredError(outputs, false, true);
            case HALF_MSE -> new SquaredError(outputs, true, true);
            case SSE -> new SquaredError(outputs, false, false);
            case HALF_SSE -> new SquaredError(outputs, true, false);
            case MAE -> new AbsoluteError(outputs);
            case CROSS_ENTROPY -> new CrossEntropy(outputs, maxSamples);
        };
    }
}
