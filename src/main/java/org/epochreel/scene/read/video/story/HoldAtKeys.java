package org.epochreel.scene.read.video.story;

import static org.epochreel.scene.key.Types.whole;

import java.time.Duration;
import java.util.Optional;
import org.epochreel.scene.Limits;
import org.epochreel.scene.Story.HoldAt;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.read.video.format.TimeType;

/** The keys of an item of {@code video.holds}. */
final class HoldAtKeys extends Group<HoldAt> {

    private final LastEpoch lastEpoch;
    private final Key<Integer> atEpoch = key("at-epoch", whole(0, Limits.MAX_EPOCHS)).alsoCalled("epoch", "at", "when")
            .required("252", "The epoch at which the film stands still.");
    private final Key<Duration> time = key("for", new TimeType()).alsoCalled("time", "duration", "seconds").orElse(
            Duration.ofMillis(1500), "1.5s", "How long it stands.");

    HoldAtKeys(LastEpoch lastEpoch) {
        super("video.holds", "A moment at which the film stands still.");
        this.lastEpoch = lastEpoch;
    }

    @Override
    protected Optional<HoldAt> read(Section hold) {
        lastEpoch.check(hold, atEpoch);
        return hold.find(atEpoch).map(epoch -> new HoldAt(epoch, hold.get(time)));
    }

    @Override
    protected void write(HoldAt hold, Members members) {
        members.put(atEpoch, hold.epoch()).put(time, hold.time());
    }
}
