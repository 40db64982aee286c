package org.epochreel.scene.read.training;

import static org.epochreel.scene.key.Types.whole;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.scene.Limits;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Watched;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;

/** The keys of {@code training.stop}. */
final class StopKeys extends ConditionKeys<Condition> {

    private final LossKeys onLoss = new LossKeys("Ends the run");
    private final Key<Condition.NoImprovement> noImprovement;
    private final ImmutableList<Key<?>> when;

    StopKeys(WatchedLoss losses) {
        super("training.stop", "A condition that ends the run early.");
        noImprovement = key("no-improvement", new NoImprovementKeys(losses)).alsoCalled("patience", "early-stopping",
                "plateau").orNothing("", "{over: 20, of: train}", "Ends the run once no loss of the last epochs was"
                + " below the best before them.");
        when = exactlyOneOf(onLoss.below, onLoss.changeBelow, noImprovement);
    }

    @Override
    protected Optional<Condition> read(Section stop) {
        return stop.only(when).flatMap(key -> key == noImprovement
                ? stop.find(noImprovement).map(rule -> rule)
                : onLoss.read(key, stop));
    }

    @Override
    protected void write(Condition condition, Members members) {
        if (condition instanceof Condition.NoImprovement rule) {
            members.put(noImprovement, rule);
        } else {
            onLoss.write(condition, members);
        }
    }

    private static final class NoImprovementKeys extends Group<Condition.NoImprovement> {

        private final WatchedLoss losses;
        private final Key<Integer> over = key("over", whole(1, Limits.MAX_EPOCHS)).alsoCalled("patience", "epochs")
                .orElse(10, "50", "Epochs without an improvement after which the run ends.");
        private final Key<Double> by = key("by", NumberType.AT_LEAST_0).alsoCalled("min-delta", "min-change",
                "threshold", "tolerance").orElse(1e-4, "1e-3", "The least that a loss must be below the best to count"
                + " as an improvement; the best moves only then.");
        private final Key<Watched> of = key("of", WatchedLoss.type()).alsoCalled("loss", "monitor", "metric")
                .orElse(Watched.TEST, "train", "The loss that is watched; test needs a test set.");

        NoImprovementKeys(WatchedLoss losses) {
            super("training.stop.no-improvement", "Early stopping: the end of a run that no longer improves.");
            this.losses = losses;
        }

        @Override
        protected Optional<Condition.NoImprovement> read(Section rule) {
            return Optional.of(new Condition.NoImprovement(rule.get(over), rule.get(by), losses.read(rule, of)));
        }

        @Override
        protected void write(Condition.NoImprovement rule, Members members) {
            members.put(over, rule.over()).put(by, rule.by()).put(of, rule.of());
        }
    }
}
