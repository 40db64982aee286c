package org.epochreel.render.sequence;

import com.google.common.primitives.ImmutableIntArray;
import org.epochreel.chart.ShownRun;
import org.epochreel.render.plan.Plan;
import org.epochreel.run.RateSwitch;
import org.epochreel.scene.Scene;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.text.PictureNumber;
import org.epochreel.text.RateNotation;

/** How wide a number that changes from frame to frame becomes in the course of a video. */
public final class WidestValue {

    private WidestValue() {}

    /** A text as wide as the widest that frames show of {@code quantity}. */
    public static String of(Readout quantity, Plan plan) {
        return switch (quantity) {
            case EPOCH -> "0".repeat(Integer.toString(plan.lastEpoch()).length());
            case LOSS -> PictureNumber.widestLoss(plan.run().metrics().trainLoss());
            case LEARNING_RATE -> rate(plan);
            case SEED -> plan.scene().initialisation().seed().toString();
        };
    }

    private static String rate(Plan plan) {
        TrainingSpec training = plan.scene().training();
        boolean steps = training.decay().isEmpty() && training.adaptive().isEmpty() && training.warmUp().isEmpty()
                && !(training.optimiser() instanceof TrainingSpec.Optimiser.Lbfgs)
                && !(plan.scene().learner() instanceof Scene.Learner.Replay);
        RateNotation notation = rates(plan);
        String widest = notation.text(training.learningRate());
        if (!steps) {
            return PictureNumber.wider(widest, notation.widest(plan.run().metrics().learningRate()));
        }
        for (RateSwitch change : plan.run().rateChanges()) {
            widest = PictureNumber.wider(widest, notation.text(change.to()));
        }
        return widest;
    }

    /** How the learning rates of a run are written. */
    public static RateNotation rates(Plan plan) {
        return ShownRun.rates(plan.run().metrics(), ImmutableIntArray.copyOf(
                plan.run().rateChanges().stream().mapToInt(RateSwitch::epoch)));
    }
}
