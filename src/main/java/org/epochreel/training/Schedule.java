package org.epochreel.training;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.run.RateSwitch;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Cutoff;
import org.epochreel.scene.TrainingSpec.Decay;

/**
 * The learning rate of every update: cut-offs that fire once each, in any order, or a smooth decay. Of several cut-offs
 * that fire at one epoch the last in the list prevails.
 */
final class Schedule {
    private final double first;
    private final Optional<Decay> decay;
    private final List<Pending> pending = new ArrayList<>();
    private final List<RateSwitch> changes = new ArrayList<>();
    private double rate;

    Schedule(TrainingSpec spec) {
        this.first = spec.learningRate();
        this.rate = first;
        this.decay = spec.decay();
        for (Cutoff cutoff : spec.cutoffs()) {
            pending.add(new Pending(Trigger.of(cutoff.when()), cutoff.learningRate()));
        }
    }

    /** Lets the cut-offs look at an epoch that has just been recorded. */
    void ask(int epoch, MetricsRecorder metrics) {
        for (int i = 0; i < pending.size(); i++) {
            Pending cutoff = pending.get(i);
            if (cutoff.when().holds(epoch, metrics)) {
                changes.add(new RateSwitch(epoch, rate, cutoff.rate()));
                rate = cutoff.rate();
                pending.remove(i--);
            }
        }
    }

    /** The rate of the update that follows an epoch. */
    double rateAfter(int epoch) {
        return decay.isPresent() ? decayed(decay.get(), epoch) : rate;
    }

    ImmutableList<RateSwitch> changes() {
        return ImmutableList.copyOf(changes);
    }

    private double decayed(Decay decay, int epoch) {
        if (decay instanceof Decay.Exponential exponential) {
            return first * IntegerPower.power(exponential.factor(), epoch / exponential.every());
        }
        Decay.Cosine cosine = (Decay.Cosine) decay;
        if (epoch >= cosine.over()) {
            return cosine.to();
        }
        double share = 0.5 * (1 + StrictMath.cos(Math.PI * epoch / cosine.over()));
        return cosine.to() + (first - cosine.to()) * share;
    }

    private record Pending(Trigger when, double rate) {}
}
