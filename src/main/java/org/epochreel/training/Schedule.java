package org.epochreel.training;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.run.RateSwitch;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Adaptive;
import org.epochreel.scene.TrainingSpec.Cutoff;
import org.epochreel.scene.TrainingSpec.Decay;

/**
 * The learning rate of every update: cut-offs that fire once each, in any order, a smooth decay, or a rate that follows
 * how training goes; over the first epochs a growing share of it. Of several cut-offs that fire at one epoch the last
 * in the list prevails.
 */
final class Schedule {
    private final double first;
    private final Optional<Decay> decay;
    private final int warmUp;
    private final List<Pending> pending = new ArrayList<>();
    private final Optional<Plateau> plateau;
    private final Optional<Adaptive.Angle> angle;
    private final List<RateSwitch> changes = new ArrayList<>();
    private double rate;

    Schedule(TrainingSpec spec) {
        this.first = spec.learningRate();
        this.rate = first;
        this.decay = spec.decay();
        this.warmUp = spec.warmUp().orElse(1);
        for (Cutoff cutoff : spec.cutoffs()) {
            pending.add(new Pending(Trigger.of(cutoff.when()), cutoff.learningRate()));
        }
        this.plateau = spec.adaptive().filter(Adaptive.Plateau.class::isInstance)
                .map(Adaptive.Plateau.class::cast).map(Plateau::new);
        this.angle = spec.adaptive().filter(Adaptive.Angle.class::isInstance).map(Adaptive.Angle.class::cast);
    }

    /** Lets the rules look at an epoch that has just been recorded. */
    void ask(int epoch, MetricsRecorder metrics) {
        for (int i = 0; i < pending.size(); i++) {
            Pending cutoff = pending.get(i);
            if (cutoff.when().holds(epoch, metrics)) {
                changeTo(cutoff.rate(), epoch);
                pending.remove(i--);
            }
        }
        if (plateau.isPresent() && plateau.get().cuts(epoch, metrics)) {
            double cut = plateau.get().cut(rate);
            if (cut < rate) {
                changeTo(cut, epoch);
            }
        }
        if (angle.isPresent() && epoch >= 2) {
            follow(angle.get(), epoch, metrics.gradientAngle(epoch));
        }
    }

    private void follow(Adaptive.Angle rule, int epoch, double degrees) {
        if (degrees > rule.above()) {
            changeTo(rate * rule.shrink(), epoch);
        } else {
            rate = Math.min(rate * rule.grow(), rule.to().orElse(Double.POSITIVE_INFINITY));
        }
    }

    private void changeTo(double next, int epoch) {
        changes.add(new RateSwitch(epoch, rate, next));
        rate = next;
    }

    /** The rate of the update that follows an epoch. */
    double rateAfter(int epoch) {
        double scheduled = decay.isPresent() ? decayed(decay.get(), epoch) : rate;
        return epoch + 1 < warmUp ? scheduled * ((epoch + 1.0) / warmUp) : scheduled;
    }

    ImmutableList<RateSwitch> changes() {
        return ImmutableList.copyOf(changes);
    }

    private double decayed(Decay decay, int epoch) {
        if (decay instanceof Decay.Exponential exponential) {
            return first * IntegerPower.power(exponential.factor(), epoch / exponential.every());
        }
        if (decay instanceof Decay.Inverse inverse) {
            return first / StrictMath.pow(epoch + 1.0, inverse.power());
        }
        Decay.Cosine cosine = (Decay.Cosine) decay;
        if (epoch >= cosine.over()) {
            return cosine.to();
        }
        double share = 0.5 * (1 + StrictMath.cos(Math.PI * epoch / cosine.over()));
        return cosine.to() + (first - cosine.to()) * share;
    }

    /** Counts the epochs since the best, as PyTorch's {@code ReduceLROnPlateau} with a relative threshold does. */
    private static final class Plateau {
        private final Adaptive.Plateau rule;
        private double best = Double.POSITIVE_INFINITY;
        private int since;

        Plateau(Adaptive.Plateau rule) {
            this.rule = rule;
        }

        boolean cuts(int epoch, MetricsRecorder metrics) {
            double loss = metrics.loss(rule.of(), epoch);
            if (loss < best * (1 - rule.minChange())) {
                best = loss;
                since = 0;
            } else {
                since++;
            }
            if (since <= rule.patience()) {
                return false;
            }
            since = 0;
            return true;
        }

        double cut(double rate) {
            return Math.max(rate * rule.factor(), rule.to());
        }
    }

    private record Pending(Trigger when, double rate) {}
}
