package org.epochreel.scene.read.training;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;

/** The keys of {@code training.stop}. */
final class StopKeys extends ConditionKeys<Condition> {

    private final LossKeys onLoss = new LossKeys("Ends the run");
    private final ImmutableList<Key<?>> when = exactlyOneOf(onLoss.below, onLoss.changeBelow);

    StopKeys() {
        super("training.stop", "A condition that ends the run early.");
    }

    @Override
    protected Optional<Condition> read(Section stop) {
        return stop.only(when).flatMap(key -> onLoss.read(key, stop));
    }

    @Override
    protected void write(Condition condition, Members members) {
        onLoss.write(condition, members);
    }
}
