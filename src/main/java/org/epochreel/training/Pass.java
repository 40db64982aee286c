package org.epochreel.training;

import org.epochreel.data.Samples;
import org.epochreel.scene.TrainingSpec;

/** One pass over the training set, in one batch or in many. */
interface Pass {

    /** The loss at {@code parameters} over the whole training set. */
    double loss(double[] parameters);

    /**
     * Makes one epoch's updates, starting where {@link #loss} was last asked.
     *
     * @return the mean of the batches' gradients, in an array that the next update overwrites
     */
    double[] update(double[] parameters, double rate);

    /**
     * Batches of the size that the spec says; one batch in the set's own order where that is the set's size or more.
     */
    static Pass of(TrainingSpec spec, Samples samples, LossAndGradient lossAndGradient, int parameterCount) {
        Update update = Update.of(spec.optimiser(), parameterCount);
        int batchSize = spec.batchSize().orElse(samples.count());
        return batchSize >= samples.count()
                ? new FullBatch(samples, lossAndGradient, update, spec.l2(), parameterCount)
                : new MiniBatches(samples, batchSize, spec, lossAndGradient, update, parameterCount);
    }

    /** Adds the derivative of {@code l2 / 2 |parameters|²}. */
    static void addPenalty(double l2, double[] parameters, double[] gradient) {
        if (l2 != 0) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = gradient[i] + l2 * parameters[i];
            }
        }
    }
}
