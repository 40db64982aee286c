package org.epochreel.training;

import java.util.Arrays;
import org.epochreel.data.Samples;
import org.epochreel.random.NumpyRandom;
import org.epochreel.scene.TrainingSpec;

/** Batches that are consecutive slices of the training set, shuffled anew every epoch; the last may be short. */
final class MiniBatches implements Pass {
    private final double[] x;
    private final double[] y;
    private final int batchSize;
    private final LossAndGradient lossAndGradient;
    private final Update update;
    private final double l2;
    private final NumpyRandom random;
    private final int[] order;
    private final double[] shuffledX;
    private final double[] shuffledY;
    private final double[] gradient;
    private final double[] mean;

    MiniBatches(
            Samples samples,
            int batchSize,
            TrainingSpec spec,
            LossAndGradient lossAndGradient,
            Update update,
            int parameterCount) {
        this.x = samples.x().toArray();
        this.y = samples.y().toArray();
        this.batchSize = batchSize;
        this.lossAndGradient = lossAndGradient;
        this.update = update;
        this.l2 = spec.l2();
        this.random = NumpyRandom.seeded(spec.seed());
        this.order = new int[x.length];
        this.shuffledX = new double[x.length];
        this.shuffledY = new double[x.length];
        this.gradient = new double[parameterCount];
        this.mean = new double[parameterCount];
    }

    @Override
    public double loss(double[] parameters) {
        return lossAndGradient.loss(parameters, x, y, 0, x.length);
    }

    @Override
    public double[] update(double[] parameters, double rate) {
        random.permute(order);
        for (int s = 0; s < order.length; s++) {
            shuffledX[s] = x[order[s]];
            shuffledY[s] = y[order[s]];
        }
        Arrays.fill(mean, 0);
        int batches = 0;
        for (int from = 0; from < order.length; from += batchSize) {
            int count = Math.min(batchSize, order.length - from);
            lossAndGradient.lossAndGradient(parameters, shuffledX, shuffledY, from, count, gradient);
            Pass.addPenalty(l2, parameters, gradient);
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
