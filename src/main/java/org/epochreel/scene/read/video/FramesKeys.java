package org.epochreel.scene.read.video;

import static org.epochreel.scene.key.Types.truth;
import static org.epochreel.scene.key.Types.whole;
import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.scene.Limits;
import org.epochreel.scene.VideoSpec.FrameSelection;
import org.epochreel.scene.VideoSpec.Pace;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** The keys of {@code video.frames}. */
final class FramesKeys extends Group<FrameSelection> {

    private static final String AUTO = "auto";

    private final Key<Integer> every = key("every", whole(1, Limits.MAX_EPOCHS)).alsoCalled("each", "step").orNothing("", "10", "Epochs 0, this, twice this and so on are drawn, and the last.");
    private final Key<Integer> count = key("count", whole(1, Limits.MAX_FRAMES)).alsoCalled("n", "number", "total")
            .orNothing("", "600", "So many frames over the whole run; where there are fewer epochs, some are"
                    + " shown for several frames.");
    private final Key<Pace> pace = key("pace", word(Pace.class, ImmutableMap.of("linear", "epochs", "even", "epochs",
            "logarithmic", "log"))).beside(count).orElse(Pace.EPOCHS, "motion",
                    "How the frames are spread over the epochs: evenly (epochs), more of them early (log), or so"
                    + " that the curve moves about as far from each frame to the next (motion).");
    private final Key<Boolean> inBetween = key("in-between", truth()).alsoCalled("between", "interpolate", "tween")
            .beside(count).orElse(false, "true", "Whether frames also show the curve between two epochs, so that it moves"
                    + " evenly where there are more frames than epochs; numbers change at whole epochs.");
    private final ImmutableList<Key<?>> kinds = exactlyOneOf(every, count);

    FramesKeys() {
        super("video.frames", "Which epochs become frames.");
    }

    @Override
    protected Optional<FrameSelection> read(Section frames) {
        return frames.only(kinds).flatMap(kind -> kind == every
                ? frames.find(every).map(FrameSelection.Every::new)
                : frames.find(count).map(number -> new FrameSelection.Count(
                        number, frames.get(pace), frames.get(inBetween))));
    }

    @Override
    public Optional<FrameSelection> read(Value value) {
        return value.isMapping() ? super.read(value)
                : value.name(ImmutableList.of(AUTO), ImmutableMap.of("automatic", AUTO, "default", AUTO, "all", "{every: 1}",
                        "every", "{every: 1}", "motion", "{count: 600, pace: motion}"), "{every: 1}", "{count: 600}")
                        .map(word -> new FrameSelection.Auto());
    }

    @Override
    public void write(FrameSelection frames, JsonText json) {
        if (frames instanceof FrameSelection.Auto) {
            json.value(AUTO);
        } else {
            super.write(frames, json);
        }
    }

    @Override
    public String words() {
        return AUTO + ", or a group of keys";
    }

    @Override
    public void schema(JsonText json) {
        json.key("anyOf").beginArray().beginObject().key("const").value(AUTO).endObject().beginObject();
        super.schema(json);
        json.endObject().endArray();
    }

    @Override
    protected void write(FrameSelection frames, Members members) {
        if (frames instanceof FrameSelection.Every step) {
            members.put(every, step.epochs());
        } else {
            FrameSelection.Count counted = (FrameSelection.Count) frames;
            members.put(count, counted.count()).put(pace, counted.pace());
            // Left out where it says nothing, so that films from before the key are still known as theirs.
            members.put(inBetween, Optional.of(counted.inBetween()).filter(between -> between));
        }
    }
}
