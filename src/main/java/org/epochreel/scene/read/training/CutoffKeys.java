package org.epochreel.scene.read.training;

import static org.epochreel.scene.key.Types.whole;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.scene.Limits;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Cutoff;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;

/** The keys of an item of {@code training.cutoffs}. */
final class CutoffKeys extends ConditionKeys<Cutoff> {

    private final Key<Integer> atEpoch = key("at-epoch", whole(0, Limits.MAX_EPOCHS)).alsoCalled("epoch", "at", "after")
            .orNothing("", "255", "Fires at this epoch; updates numbered one more and up use the new rate.");
    private final LossKeys onLoss = new LossKeys("Fires");
    private final Key<Double> angleAbove = key("angle-above", NumberType.DEGREES).alsoCalled("angle").orNothing("", "90",
            "Fires at the first epoch at which the angle between the last two gradients, in degrees, is above this.");
    private final Key<Double> learningRate = key("learning-rate", NumberType.ABOVE_0)
            .alsoCalled("lr", "rate", "eta").required("1e-4", "The new learning rate.");
    private final ImmutableList<Key<?>> when = exactlyOneOf(atEpoch, onLoss.below, onLoss.changeBelow, angleAbove);

    CutoffKeys() {
        super("training.cutoffs", "One condition, and the learning rate once it has fired.");
    }

    @Override
    protected Optional<Cutoff> read(Section cutoff) {
        Optional<Double> rate = cutoff.find(learningRate);
        return cutoff.only(when).flatMap(key -> key == atEpoch ? cutoff.find(atEpoch).map(Condition.AtEpoch::new)
                        : key == angleAbove ? cutoff.find(angleAbove).map(Condition.AngleAbove::new)
                        : onLoss.read(key, cutoff))
                .flatMap(condition -> rate.map(value -> new Cutoff(condition, value)));
    }

    @Override
    protected void write(Cutoff cutoff, Members members) {
        if (cutoff.when() instanceof Condition.AtEpoch at) {
            members.put(atEpoch, at.epoch());
        } else if (cutoff.when() instanceof Condition.AngleAbove above) {
            members.put(angleAbove, above.degrees());
        } else {
            onLoss.write(cutoff.when(), members);
        }
        members.put(learningRate, cutoff.learningRate());
    }
}
