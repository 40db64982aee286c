package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.Defaults;
import org.epochreel.scene.FrameRateText;
import org.epochreel.scene.FrameSizeName;
import org.epochreel.scene.HoldTime;
import org.epochreel.scene.Limits;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.VideoSpec.Axes;
import org.epochreel.scene.VideoSpec.FrameSelection;
import org.epochreel.scene.VideoSpec.Hold;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.scene.VideoSpec.ThemeName;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.text.NearestName;

/** Reads {@code video}. */
final class VideoReader {

    private VideoReader() {}

    static VideoSpec read(Section video) {
        ThemeName theme = video.choice("theme", Defaults.THEME);
        FrameSize size = video.optional("size").flatMap(VideoReader::size).orElse(Defaults.SIZE);
        FrameRate fps = video.optional("fps").flatMap(VideoReader::fps).orElse(Defaults.FPS);
        video.optional("size").ifPresent(value -> checkAmount(value, size, fps));
        return new VideoSpec(
                size,
                fps,
                video.optional("frames").flatMap(value -> frames(value.section(SectionKind.FRAMES)))
                        .orElse(Defaults.FRAMES),
                video.optional("hold").map(value -> hold(value.section(SectionKind.HOLD)))
                        .orElse(new Hold(Defaults.HOLD_FIRST, Defaults.HOLD_LAST)),
                theme,
                video.integer("trails", 0, Limits.MAX_TRAILS, Defaults.TRAILS),
                video.truth("neurons", Defaults.NEURONS),
                video.optional("readout").map(VideoReader::readout).orElse(Defaults.READOUT),
                video.optional("axes").map(value -> axes(value.section(SectionKind.AXES), theme))
                        .orElse(new Axes(Optional.empty(), Optional.empty(), Defaults.fit(theme))),
                video.optional("panels").map(VideoReader::panels).orElse(Defaults.PANELS));
    }

    private static Optional<FrameSize> size(Value value) {
        String text = value.anyText().orElse("");
        Optional<FrameSize> size = FrameSizeName.parse(text);
        if (size.isEmpty() && FrameSizeName.isWrittenIn(text)) {
            value.mistake(text + " has a side that is odd or out of range", FrameSizeName.ALLOWED);
        } else if (size.isEmpty()) {
            String hint = NearestName.of(text, FrameSizeName.names())
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse("");
            value.mistake(value.shown() + " is not a frame size", FrameSizeName.ALLOWED + hint);
        }
        return size;
    }

    private static void checkAmount(Value value, FrameSize size, FrameRate fps) {
        if (size.macroblocks() > Limits.MAX_MACROBLOCKS
                || size.macroblocks() * fps.perSecond() > Limits.MAX_MACROBLOCKS_PER_SECOND) {
            value.mistake(size + " at " + fps + " frames a second is more than H.264 video can hold",
                    "choose a smaller size, such as 2160p, or fewer frames a second");
        }
    }

    private static Optional<FrameRate> fps(Value value) {
        Optional<String> number = value.plainText().filter(plain -> CoreSchema.number(plain).isPresent());
        Optional<FrameRate> rate = number.or(() -> value.anyText().filter(FrameRateText::isFraction))
                .flatMap(FrameRateText::parse);
        if (rate.isEmpty()) {
            value.mistake(value.shown() + (number.isPresent() ? " is out of range" : " is not a frame rate"),
                    FrameRateText.ALLOWED);
        }
        return rate;
    }

    private static Optional<FrameSelection> frames(Section frames) {
        if (!frames.has("count")) {
            frames.refuse("pace goes with count; add count or remove this key", "pace");
        }
        Optional<Section.Named> kind = frames.onlyKeyOf(ImmutableList.of("every", "count"));
        VideoSpec.Pace pace = frames.choice("pace", Defaults.PACE);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (kind.get().name().equals("every")) {
            OptionalInt every = kind.get().value().integer(1, Limits.MAX_EPOCHS);
            return every.isPresent() ? Optional.of(new FrameSelection.Every(every.getAsInt())) : Optional.empty();
        }
        OptionalInt count = kind.get().value().integer(1, Limits.MAX_FRAMES);
        return count.isPresent() ? Optional.of(new FrameSelection.Count(count.getAsInt(), pace)) : Optional.empty();
    }

    private static Hold hold(Section hold) {
        return new Hold(
                hold.optional("first").flatMap(VideoReader::time).orElse(Defaults.HOLD_FIRST),
                hold.optional("last").flatMap(VideoReader::time).orElse(Defaults.HOLD_LAST));
    }

    private static Optional<Duration> time(Value value) {
        String allowed = "allowed is a number with its unit, such as 900ms or 1.5s, below 1000 seconds";
        Optional<String> text = value.anyText();
        Optional<Duration> time = text.flatMap(HoldTime::parse);
        if (time.isEmpty()) {
            boolean number = text.isPresent() && CoreSchema.number(text.get()).isPresent();
            value.mistake(value.shown() + (number ? " has no unit" : " is not a duration"), allowed);
        }
        return time;
    }

    private static ImmutableList<Readout> readout(Value value) {
        Optional<ImmutableList<Value>> items = value.list(0, Integer.MAX_VALUE, "[epoch, loss]");
        Set<Readout> readout = new LinkedHashSet<>();
        for (Value item : items.orElse(ImmutableList.of())) {
            Optional<Readout> read = item.choice(Readout.class);
            if (read.isPresent() && !readout.add(read.get())) {
                item.mistake(item.shown() + " is in the list twice", "each may occur once");
            }
        }
        return ImmutableList.copyOf(readout);
    }

    private static Axes axes(Section axes, ThemeName theme) {
        return new Axes(
                axes.optional("x").flatMap(VideoReader::range),
                axes.optional("y").flatMap(VideoReader::range),
                axes.choice("fit", Defaults.fit(theme)));
    }

    private static Optional<Range> range(Value value) {
        Optional<ImmutableList<Value>> ends = value.list(2, 2, "[-10, 10]");
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble from = ends.get().get(0).number(Allowed.ANY);
        OptionalDouble to = ends.get().get(1).number(Allowed.ANY);
        return from.isPresent() && to.isPresent()
                        && Intervals.check(ends.get().get(1), from.getAsDouble(), to.getAsDouble())
                ? Optional.of(new Range(from.getAsDouble(), to.getAsDouble()))
                : Optional.empty();
    }

    private static ImmutableList<PanelKind> panels(Value value) {
        Optional<ImmutableList<Value>> items = value.list(1, Limits.MAX_PANELS, "[fit, loss]");
        ImmutableList.Builder<PanelKind> panels = ImmutableList.builder();
        items.orElse(ImmutableList.of()).forEach(item -> item.choice(PanelKind.class).ifPresent(panels::add));
        return panels.build();
    }
}
