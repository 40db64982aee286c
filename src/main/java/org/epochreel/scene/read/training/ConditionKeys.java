package org.epochreel.scene.read.training;

import static org.epochreel.scene.key.Types.whole;

import java.util.Optional;
import org.epochreel.scene.Limits;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;

/** A group that holds a condition on the training loss, among others. */
abstract class ConditionKeys<T> extends Group<T> {

    ConditionKeys(String place, String sentence) {
        super(place, sentence);
    }

    /** The keys of the conditions on the loss. */
    final class LossKeys {

        final Key<Double> below;
        final Key<Double> changeBelow;
        private final Key<Integer> over;
        private final Key<Integer> notBefore;

        /** @param what happens once the condition holds, such as "Fires" */
        LossKeys(String what) {
            below = key("loss-below", NumberType.ABOVE_0).alsoCalled("loss").orNothing("", "0.5",
                    what + " at the first epoch at which the training loss is below this.");
            changeBelow = key("loss-change-below", NumberType.ABOVE_0).alsoCalled("change-below", "loss-change",
                    "min-delta", "tolerance", "tol").orNothing("", "10", what + " at the first epoch at which the"
                    + " training loss differs by less than this from that of 'over' epochs before.");
            over = key("over", whole(1, Limits.MAX_EPOCHS)).beside(changeBelow).orElse(6, "10",
                    "Epochs between the two losses that loss-change-below compares.");
            notBefore = key("not-before", whole(0, Limits.MAX_EPOCHS)).beside(changeBelow).orElse(8, "100",
                    "The first epoch at which loss-change-below is asked; never before epoch 'over'.");
        }

        /** @param chosen one of the two conditions */
        Optional<Condition> read(Key<?> chosen, Section section) {
            return chosen == below
                    ? section.find(below).map(Condition.LossBelow::new)
                    : section.find(changeBelow).map(change -> new Condition.LossChangeBelow(
                            change, section.get(over), section.get(notBefore)));
        }

        void write(Condition condition, Members members) {
            if (condition instanceof Condition.LossBelow loss) {
                members.put(below, loss.value());
            } else {
                Condition.LossChangeBelow change = (Condition.LossChangeBelow) condition;
                members.put(changeBelow, change.change()).put(over, change.over()).put(notBefore, change.notBefore());
            }
        }
    }
}
