package org.epochreel.training;

import java.util.Arrays;
import org.epochreel.random.NumpyRandom;
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
    static Pass of(TrainingSpec spec, Rows rows, LossAndGradient lossAndGradient, int parameterCount) {
        Update update = Update.of(spec.optimiser(), parameterCount);
        int batchSize = spec.batchSize().orElse(rows.count());
        return batchSize >= rows.count()
                ? new FullBatch(rows, lossAndGradient, update, spec.l2(), parameterCount)
                : new MiniBatches(rows, batchSize, spec, lossAndGradient, update, parameterCount);
    }

    /** Adds the derivative of {@code l2 / 2 |parameters|²}. */
    private static void addPenalty(double l2, double[] parameters, double[] gradient) {
        if (l2 != 0) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = gradient[i] + l2 * parameters[i];
            }
        }
    }

    /**
     * The whole training set as one batch: the loss of a state and the gradient that leaves it come out of one
     * evaluation.
     */
    final class FullBatch implements Pass {
        private final Rows rows;
        private final LossAndGradient lossAndGradient;
        private final Update update;
        private final double l2;
        private final double[] gradient;

        private FullBatch(Rows rows, LossAndGradient lossAndGradient, Update update, double l2, int parameterCount) {
            this.rows = rows;
            this.lossAndGradient = lossAndGradient;
            this.update = update;
            this.l2 = l2;
            this.gradient = new double[parameterCount];
        }

        @Override
        public double loss(double[] parameters) {
            return lossAndGradient.lossAndGradient(parameters, rows, 0, rows.count(), gradient);
        }

        @Override
        public double[] update(double[] parameters, double rate) {
            addPenalty(l2, parameters, gradient);
            update.step(parameters, gradient, rate);
            return gradient;
        }
    }

    /** Batches that are consecutive slices of the training set, shuffled anew every epoch; the last may be short. */
    final class MiniBatches implements Pass {
        private final Rows rows;
        private final Rows shuffled;
        private final int batchSize;
        private final LossAndGradient lossAndGradient;
        private final Update update;
        private final double l2;
        private final NumpyRandom random;
        private final int[] order;
        private final double[] gradient;
        private final double[] mean;

        private MiniBatches(Rows rows, int batchSize, TrainingSpec spec, LossAndGradient lossAndGradient,
                Update update, int parameterCount) {
            this.rows = rows;
            this.shuffled = rows.ofSameSize();
            this.batchSize = batchSize;
            this.lossAndGradient = lossAndGradient;
            this.update = update;
            this.l2 = spec.l2();
            this.random = NumpyRandom.seeded(spec.seed());
            this.order = new int[rows.count()];
            this.gradient = new double[parameterCount];
            this.mean = new double[parameterCount];
        }

        @Override
        public double loss(double[] parameters) {
            return lossAndGradient.loss(parameters, rows);
        }

        @Override
        public double[] update(double[] parameters, double rate) {
            random.permute(order);
            shuffled.fill(rows, order);
            Arrays.fill(mean, 0);
            int batches = 0;
            for (int from = 0; from < order.length; from += batchSize) {
                int count = Math.min(batchSize, order.length - from);
                lossAndGradient.lossAndGradient(parameters, shuffled, from, count, gradient);
                addPenalty(l2, parameters, gradient);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] = mean[i] + gradient[i];
                }
                update.step(parameters, gradient, rate);
                batches++;
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] = mean[i] / batches;
            }
            return mean;
        }
    }
}
