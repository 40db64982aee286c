package org.epochreel.training;

import org.epochreel.network.Model;

/**
 * Loss and gradient over any number of samples, in blocks small enough that a block's activations stay in the
 * processor's cache. A sum over samples adds up each block first, then the blocks in order; the block's size is
 * therefore part of the result, and fixed.
 */
final class LossAndGradient {
    private static final int BLOCK = 256;

    private final Model.Evaluator evaluator;
    private final LossFunction lossFunction;
    private final double[] prediction = new double[BLOCK];
    private final double[] outputGradient = new double[BLOCK];
    private final double[] blockGradient;

    LossAndGradient(Model model, LossFunction lossFunction) {
        this.evaluator = model.evaluator(BLOCK);
        this.lossFunction = lossFunction;
        this.blockGradient = new double[model.parameterCount()];
    }

    /** The loss at {@code parameters} over {@code count} samples from {@code from} on. */
    double loss(double[] parameters, double[] x, double[] y, int from, int count) {
        double sum = 0;
        for (int done = 0; done < count; done += BLOCK) {
            int block = Math.min(BLOCK, count - done);
            evaluator.predict(parameters, x, from + done, block, prediction);
            sum += lossFunction.sum(prediction, y, from + done, block);
        }
        return lossFunction.loss(sum, count);
    }

    /** As {@link #loss}; also writes its derivative by the parameters into {@code gradient}. */
    double lossAndGradient(double[] parameters, double[] x, double[] y, int from, int count, double[] gradient) {
        double sum = 0;
        for (int done = 0; done < count; done += BLOCK) {
            int block = Math.min(BLOCK, count - done);
            evaluator.predict(parameters, x, from + done, block, prediction);
            sum += lossFunction.sum(prediction, y, from + done, block);
            lossFunction.outputGradient(prediction, y, from + done, block, count, outputGradient);
            if (done == 0) {
                evaluator.gradient(parameters, outputGradient, gradient);
            } else {
                evaluator.gradient(parameters, outputGradient, blockGradient);
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = gradient[i] + blockGradient[i];
                }
            }
        }
        return lossFunction.loss(sum, count);
    }
}
