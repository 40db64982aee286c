package org.epochreel.training;

import org.epochreel.data.Samples;

/**
 * The whole training set as one batch: the loss of a state and the gradient that leaves it come out of one evaluation.
 */
final class FullBatch implements Pass {
    private final double[] x;
    private final double[] y;
    private final LossAndGradient lossAndGradient;
    private final Update update;
    private final double l2;
    private final double[] gradient;

    FullBatch(Samples samples, LossAndGradient lossAndGradient, Update update, double l2, int parameterCount) {
        this.x = samples.x().toArray();
        this.y = samples.y().toArray();
        this.lossAndGradient = lossAndGradient;
        this.update = update;
        this.l2 = l2;
        this.gradient = new double[parameterCount];
    }

    @Override
    public double loss(double[] parameters) {
        return lossAndGradient.lossAndGradient(parameters, x, y, 0, x.length, gradient);
    }

    @Override
    public double[] update(double[] parameters, double rate) {
        Pass.addPenalty(l2, parameters, gradient);
        update.step(parameters, gradient, rate);
        return gradient;
    }
}
