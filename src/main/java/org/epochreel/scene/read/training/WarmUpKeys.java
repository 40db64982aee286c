package org.epochreel.scene.read.training;

import static org.epochreel.scene.key.Types.whole;

import java.util.Optional;
import org.epochreel.scene.Limits;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;

/** The keys of {@code training.warm-up}. */
final class WarmUpKeys extends Group<Integer> {

    private final Key<Integer> epochs = key("epochs", whole(1, Limits.MAX_EPOCHS)).alsoCalled("over", "steps",
            "updates").required("20", "The update to epoch e, up to this one, uses e/epochs of the rate.");

    WarmUpKeys() {
        super("training.warm-up", "A rate that grows in even steps first.");
    }

    @Override
    protected Optional<Integer> read(Section warmUp) {
        return warmUp.find(epochs);
    }

    @Override
    protected void write(Integer value, Members members) {
        members.put(epochs, value);
    }
}
