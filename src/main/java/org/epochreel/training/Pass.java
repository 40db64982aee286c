package org.epochreel.training;

import java.util.Arrays;
import org.epochreel.network.Model;
import org.epochreel.random.NumpyRandom;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Optimiser;

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

    /** Share of the training set whose class was said right when {@link #loss} was last asked; NaN without classes. */
    double accuracy();

    /** The rate that the latest update used, where it was asked for {@code rate}. */
    default double used(double rate) {
        return rate;
    }

    /** Whether the latest update found no step that lowers the loss, and made none. */
    default boolean isConverged() {
        return false;
    }

    /**
     * Batches of the size that the spec says; one batch in the set's own order where that is the set's size or more.
     */
    static Pass of(TrainingSpec spec, Rows rows, Model model, Crew crew) {
        if (spec.optimiser() instanceof Optimiser.Lbfgs lbfgs) {
            LossAndGradient ofAll = new LossAndGradient(model, spec.loss(), rows.count(), crew);
            Penalties penalties = new Penalties(spec.penalty(), model);
            return new Lbfgs(lbfgs.history(), rows, ofAll, penalties, model.parameterCount());
        }
        int batchSize = spec.batchSize().orElse(rows.count());
        return batchSize >= rows.count()
                ? new FullBatch(spec, rows, model, crew)
                : new MiniBatches(spec, rows, batchSize, model, crew);
    }

    /**
     * The whole training set as one batch: the loss of a state and the gradient that leaves it come out of one
     * evaluation.
     */
    final class FullBatch implements Pass {
        private final Rows rows;
        private final LossAndGradient lossAndGradient;
        private final Update update;
        private final Penalties penalties;
        private final double[] gradient;

        private FullBatch(TrainingSpec spec, Rows rows, Model model, Crew crew) {
            this.rows = rows;
            this.lossAndGradient = new LossAndGradient(model, spec.loss(), rows.count(), crew);
            this.update = Update.of(spec.optimiser(), model.parameterCount());
            this.penalties = new Penalties(spec.penalty(), model);
            this.gradient = new double[model.parameterCount()];
        }

        @Override
        public double loss(double[] parameters) {
            return lossAndGradient.lossAndGradient(parameters, rows, 0, rows.count(), gradient);
        }

        @Override
        public double accuracy() {
            return lossAndGradient.accuracy();
        }

        @Override
        public double[] update(double[] parameters, double rate) {
            penalties.addTo(gradient, parameters);
            update.step(parameters, gradient, rate);
            return gradient;
        }
    }

    /** Batches that are consecutive slices of the training set, shuffled anew every epoch; the last may be short. */
    final class MiniBatches implements Pass {
        private final Rows rows;
        private final Rows shuffled;
        private final int batchSize;
        private final LossAndGradient ofAll;
        private final LossAndGradient ofBatch;
        private final Update update;
        private final Penalties penalties;
        private final NumpyRandom random;
        private final int[] order;
        private final double[] gradient;
        private final double[] mean;

        private MiniBatches(TrainingSpec spec, Rows rows, int batchSize, Model model, Crew crew) {
            this.rows = rows;
            this.shuffled = rows.ofSameSize();
            this.batchSize = batchSize;
            this.ofAll = new LossAndGradient(model, spec.loss(), rows.count(), crew);
            this.ofBatch = new LossAndGradient(model, spec.loss(), batchSize, crew);
            this.update = Update.of(spec.optimiser(), model.parameterCount());
            this.penalties = new Penalties(spec.penalty(), model);
            this.random = NumpyRandom.seeded(spec.seed());
            this.order = new int[rows.count()];
            this.gradient = new double[model.parameterCount()];
            this.mean = new double[model.parameterCount()];
        }

        @Override
        public double loss(double[] parameters) {
            return ofAll.loss(parameters, rows);
        }

        @Override
        public double accuracy() {
            return ofAll.accuracy();
        }

        @Override
        public double[] update(double[] parameters, double rate) {
            random.permute(order);
            shuffled.fill(rows, order);
            Arrays.fill(mean, 0);
            int batches = 0;
            for (int from = 0; from < order.length; from += batchSize) {
                int count = Math.min(batchSize, order.length - from);
                ofBatch.lossAndGradient(parameters, shuffled, from, count, gradient);
                penalties.addTo(gradient, parameters);
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
