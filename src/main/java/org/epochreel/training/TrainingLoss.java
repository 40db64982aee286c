package org.epochreel.training;

import org.epochreel.data.Samples;
import org.epochreel.network.Model;
import org.epochreel.scene.TrainingSpec.Loss;

/** The loss of a set of samples as a function of a model's parameters. For one thread at a time. */
public final class TrainingLoss {
    private final Rows rows;
    private final LossAndGradient sums;

    public TrainingLoss(Model model, Samples samples, Loss loss) {
        this.rows = Rows.of(model, samples);
        this.sums = new LossAndGradient(model, loss, rows.count(), new Crew(1));
    }

    /** The loss, bit for bit what training measures with these parameters; without a penalty. */
    public double of(double[] parameters) {
        return sums.loss(parameters, rows);
    }
}
