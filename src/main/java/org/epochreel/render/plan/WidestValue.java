package org.epochreel.render.plan;

import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.text.ReadoutNumber;

/** How wide a number that changes from frame to frame becomes in the course of a video. */
public final class WidestValue {

    /** As wide as a number with four digits gets. */
    private static final String WIDEST_NUMBER = "0.000e-00";

    private WidestValue() {}

    /** A text as wide as the widest that frames show of {@code quantity}. */
    public static String of(Readout quantity, Plan plan) {
        return switch (quantity) {
            case EPOCH -> "0".repeat(Integer.toString(plan.run().metrics().lastEpoch()).length());
            case LOSS -> ReadoutNumber.widestLoss(plan.run().metrics().trainLoss());
            case LEARNING_RATE -> rate(plan);
            case SEED -> plan.scene().initialisation().seed().toString();
        };
    }

    private static String rate(Plan plan) {
        TrainingSpec training = plan.scene().training();
        boolean steps = training.decay().isEmpty() && training.adaptive().isEmpty() && training.warmUp().isEmpty()
                && !(training.optimiser() instanceof TrainingSpec.Optimiser.Lbfgs);
        if (!steps) {
            return WIDEST_NUMBER;
        }
        String widest = ReadoutNumber.rate(training.learningRate());
        for (var change : plan.run().rateChanges()) {
            widest = ReadoutNumber.wider(widest, ReadoutNumber.rate(change.to()));
        }
        return widest;
    }
}
