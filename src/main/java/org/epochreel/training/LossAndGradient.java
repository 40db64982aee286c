package org.epochreel.training;

import org.epochreel.network.Model;
import org.epochreel.scene.TrainingSpec.Loss;

/**
 * Loss and gradient over any number of samples, in blocks small enough that a block's activations stay in the
 * processor's cache. A sum over samples adds up each block first, then the blocks in order; the block's size is
 * therefore part of the result, and fixed.
 */
final class LossAndGradient {
    private static final int BLOCK = 256;

    private final Model.Evaluator evaluator;
    private final LossFunction lossFunction;
    private final double[][] derivative;
    private final double[] blockGradient;

    LossAndGradient(Model model, Loss loss) {
        this.evaluator = model.evaluator(BLOCK);
        this.lossFunction = LossFunction.of(loss, model.outputs(), BLOCK);
        this.derivative = new double[model.outputs()][BLOCK];
        this.blockGradient = new double[model.parameterCount()];
    }

    /** The loss at {@code parameters} over all rows. */
    double loss(double[] parameters, Rows rows) {
        double sum = 0;
        for (int from = 0; from < rows.count(); from += BLOCK) {
            int block = Math.min(BLOCK, rows.count() - from);
            evaluator.forward(parameters, rows.inputs(), from, block);
            sum += lossFunction.sum(predicted(), rows.targets(), from, block);
        }
        return lossFunction.loss(sum, rows.count());
    }

    /**
     * The loss at {@code parameters} over {@code count} rows from {@code from} on; also writes its derivative by the
     * parameters into {@code gradient}.
     */
    double lossAndGradient(double[] parameters, Rows rows, int from, int count, double[] gradient) {
        double sum = 0;
        for (int done = 0; done < count; done += BLOCK) {
            int block = Math.min(BLOCK, count - done);
            evaluator.forward(parameters, rows.inputs(), from + done, block);
            double[][] predicted = predicted();
            sum += lossFunction.sum(predicted, rows.targets(), from + done, block);
            lossFunction.derivative(predicted, rows.targets(), from + done, block, count, derivative);
            if (done == 0) {
                gradient(parameters, gradient);
            } else {
                gradient(parameters, blockGradient);
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = gradient[i] + blockGradient[i];
                }
            }
        }
        return lossFunction.loss(sum, count);
    }

    private double[][] predicted() {
        return lossFunction.ofSums() ? evaluator.sums() : evaluator.outputs();
    }

    private void gradient(double[] parameters, double[] gradient) {
        if (lossFunction.ofSums()) {
            evaluator.gradientBySums(parameters, derivative, gradient);
        } else {
            evaluator.gradient(parameters, derivative, gradient);
        }
    }
}
