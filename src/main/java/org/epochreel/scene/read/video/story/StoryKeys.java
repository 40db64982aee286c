package org.epochreel.scene.read.video.story;

import static org.epochreel.scene.key.Types.list;
import static org.epochreel.scene.key.Types.truth;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.scene.Story;
import org.epochreel.scene.Story.HoldAt;
import org.epochreel.scene.Story.Note;
import org.epochreel.scene.Story.Poster;
import org.epochreel.scene.Story.Slow;
import org.epochreel.scene.Story.Strip;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.VideoSpec.Font;
import org.epochreel.scene.VideoSpec.ThemeName;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Type;

/** Those keys of {@code video} that say what a film tells over time. */
public final class StoryKeys {

    private static final int MOST = 100;

    private final LastEpoch lastEpoch;
    private final Key<Strip> strip;
    private final Key<Boolean> events;
    private final Key<Boolean> residuals;
    private final Key<ImmutableList<Note>> notes;
    private final Key<ImmutableList<HoldAt>> holds;
    private final Key<ImmutableList<Slow>> slow;
    private final Key<Poster> poster;
    private final Key<Boolean> loop;

    /** Declares a key of the group around. */
    public interface Declaring {
        <V> Key.Declaration<V> key(String name, Type<V> type);
    }

    /**
     * @param training of the group around video
     * @param font of video
     */
    public StoryKeys(Declaring video, Key<TrainingSpec> training, Key<Font> font) {
        lastEpoch = new LastEpoch(training);
        strip = video.key("strip", new StripType()).alsoCalled("timeline", "time-strip").orElse(Strip.AUTO, "true",
                        "Loss so far and the learning rates over time, under a lone panel; auto is true, but false in the"
                                + " theme blog.");
        events = video.key("events", truth()).alsoCalled("announce", "tell").orNothing("true; in the theme blog, false",
                "false", "Whether a change of the learning rate is told before it acts: what moves comes to rest, the new"
                        + " rate is named, and the curve sets out from a ghost of itself.");
        residuals = video.key("residuals", truth()).alsoCalled("errors", "sticks").orElse(false, "true",
                "Whether a stick goes from each point to the curve.");
        notes = video.key("notes", list(new NoteKeys(lastEpoch, font), 0, MOST, "[{at-epoch: 252, text: \"here the rate rises\"}]"))
                .alsoCalled("note", "annotations", "comments").orElse(ImmutableList.of(),
                        "[{at-epoch: 252, text: \"here the rate rises\", for: 3s}]",
                        "Texts that are seen for a while from an epoch on.");
        holds = video.key("holds", list(new HoldAtKeys(lastEpoch), 0, MOST, "[{at-epoch: 252, for: 1.5s}]")).alsoCalled("pauses",
                "stops").orElse(ImmutableList.of(), "[{at-epoch: 252, for: 1.5s}]",
                        "Moments at which the film stands still for a while.");
        slow = video.key("slow", list(new SlowKeys(lastEpoch), 0, MOST, "[{from: 240, to: 300, by: 4}]")).alsoCalled(
                "slow-motion", "slower").orElse(ImmutableList.of(), "[{from: 240, to: 300, by: 4}]",
                        "Stretches of epochs that pass more slowly than the pace has it.");
        poster = video.key("poster", new PosterType()).alsoCalled("thumbnail", "cover").orNothing("telling; in the theme"
                + " blog, last", "last", "The moment that the poster shows: telling is the largest motion after a change"
                        + " of the rate, or else where the loss has come down to a tenth of its way.");
        loop = video.key("loop", truth()).alsoCalled("rewind").orElse(false, "true",
                "Whether the film goes back to its beginning, in 0.8 s at its end, so that it can be repeated.");
    }

    public Story read(Section video, ThemeName theme) {
        Story usual = Story.usual(theme);
        Story story = new Story(
                video.get(strip),
                video.find(events).orElse(usual.events()),
                video.get(residuals),
                video.get(notes),
                video.get(holds),
                video.get(slow),
                video.find(poster).orElse(usual.poster()),
                video.get(loop));
        check(story, video);
        return story;
    }

    private void check(Story story, Section video) {
        for (int i = 1; i < story.slow().size(); i++) {
            Slow each = story.slow().get(i);
            for (Slow before : story.slow().subList(0, i)) {
                if (each.from() < before.to() && before.from() < each.to()) {
                    video.value(slow).orElseThrow().item(i).mistake("epochs " + each.from() + " to " + each.to()
                            + " overlap " + before.from() + " to " + before.to(), "an epoch may be slowed down once");
                }
            }
        }
        if (story.poster() instanceof Poster.Epoch at) {
            video.value(poster).ifPresent(asked -> lastEpoch.check(asked, at.epoch(), video));
        }
    }

    /** What differs from what is usual, so that films from before these keys are still known as theirs. */
    public void write(Story story, ThemeName theme, Members members) {
        Story usual = Story.usual(theme);
        members.put(strip, other(story.strip(), usual.strip())).put(events, other(story.events(), usual.events()));
        members.put(residuals, other(story.residuals(), usual.residuals()));
        members.put(notes, other(story.notes(), usual.notes())).put(holds, other(story.holds(), usual.holds()));
        members.put(slow, other(story.slow(), usual.slow())).put(poster, other(story.poster(), usual.poster()));
        members.put(loop, other(story.loop(), usual.loop()));
    }

    private static <V> Optional<V> other(V value, V usual) {
        return Optional.of(value).filter(chosen -> !chosen.equals(usual));
    }
}
