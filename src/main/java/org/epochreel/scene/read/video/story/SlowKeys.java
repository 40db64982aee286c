package org.epochreel.scene.read.video.story;

import static org.epochreel.scene.key.Types.whole;

import java.util.Optional;
import org.epochreel.scene.Limits;
import org.epochreel.scene.Story.Slow;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;

/** The keys of an item of {@code video.slow}. */
final class SlowKeys extends Group<Slow> {

    private static final NumberType TIMES = new NumberType("a number above 1 and at most 100", 1, false, 100, true);

    private final LastEpoch lastEpoch;
    private final Key<Integer> from = key("from", whole(0, Limits.MAX_EPOCHS)).alsoCalled("start", "begin").required("240",
            "The epoch at which the stretch begins.");
    private final Key<Integer> to = key("to", whole(1, Limits.MAX_EPOCHS)).alsoCalled("end", "until").required("300",
            "The epoch at which it ends; one beyond the last means the last.");
    private final Key<Double> by = key("by", TIMES).alsoCalled("times", "factor").orElse(2.0, "4",
            "How many times longer these epochs take.");

    SlowKeys(LastEpoch lastEpoch) {
        super("video.slow", "Epochs that pass more slowly.");
        this.lastEpoch = lastEpoch;
    }

    @Override
    protected Optional<Slow> read(Section stretch) {
        lastEpoch.check(stretch, from);
        Optional<Integer> start = stretch.find(from);
        Optional<Integer> end = stretch.find(to);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (start.get() >= end.get()) {
            stretch.mistake(to, "epochs " + start.get() + " to " + end.get()
                    + " are no stretch; to must be larger than from");
            return Optional.empty();
        }
        return Optional.of(new Slow(start.get(), end.get(), stretch.get(by)));
    }

    @Override
    protected void write(Slow stretch, Members members) {
        members.put(from, stretch.from()).put(to, stretch.to()).put(by, stretch.by());
    }
}
