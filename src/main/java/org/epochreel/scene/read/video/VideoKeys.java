package org.epochreel.scene.read.video;

import static org.epochreel.scene.key.Types.distinct;
import static org.epochreel.scene.key.Types.list;
import static org.epochreel.scene.key.Types.text;
import static org.epochreel.scene.key.Types.truth;
import static org.epochreel.scene.key.Types.whole;
import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.epochreel.data.DataSource;
import org.epochreel.data.recorded.RecordedLog;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.AudioSpec;
import org.epochreel.scene.FilmFormat;
import org.epochreel.scene.FilmFormat.Kind;
import org.epochreel.scene.Limits;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.VideoSpec.Axes;
import org.epochreel.scene.VideoSpec.Font;
import org.epochreel.scene.VideoSpec.FrameSelection;
import org.epochreel.scene.VideoSpec.Hold;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.scene.VideoSpec.ThemeName;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.model.LearnerKeys;
import org.epochreel.scene.read.video.format.FormatKeys;
import org.epochreel.scene.read.video.format.FormatsType;
import org.epochreel.scene.read.video.format.FrameRateType;
import org.epochreel.scene.read.video.format.FrameSizeType;
import org.epochreel.scene.read.video.format.TimeType;
import org.epochreel.scene.read.video.story.StoryKeys;

/** The keys of {@code video}. */
public final class VideoKeys extends Group<VideoSpec> {

    private static final int MAX_TRAILS = 50;
    private static final int MAX_PANELS = 9;

    private final Key<FrameSize> size = key("size", new FrameSizeType()).alsoCalled("resolution", "frame-size",
            "dimensions").orElse(new FrameSize(1280, 720), "1080p", "Width and height of a frame in pixels, both"
            + " even.");
    private final Key<FrameRate> fps = key("fps", new FrameRateType()).alsoCalled("frame-rate", "framerate", "rate")
            .orElse(FrameRate.of(30), "30000/1001", "Frames a second; 29.97 means 30000/1001, exactly.");
    private final Key<FrameSelection> frames = key("frames", new FramesKeys()).orNothing("auto; in the theme blog,"
            + " {every: 1}", "{every: 10}", "Which moments of the training become frames; the first and the last always do."
            + " auto makes a film of 10 to 30 seconds: every epoch where that fits; where there are fewer, also the curve"
            + " in between; of more, frames between which the curve moves about as far.");
    private final Key<Hold> hold = key("hold", new HoldKeys()).alsoCalled("pause").orNothing("its defaults",
            "{first: 0s, last: 2s}", "Still time added before and after the training.");
    private final Key<ThemeName> theme = key("theme", word(ThemeName.class, ImmutableMap.of("dark", "midnight",
            "black", "midnight", "night", "midnight", "light", "paper", "white", "paper", "default", "paper")))
            .alsoCalled("style", "look", "colours", "colors").orElse(ThemeName.PAPER, "midnight",
                    "Colours and type: paper is light, midnight dark, blog as matplotlib drew the blog's videos.");
    private final Key<Integer> trails = key("trails", whole(0, MAX_TRAILS)).alsoCalled("ghosts").orElse(0, "12",
            "How many of the curves drawn before stay visible, each paler than the next.");
    private final Key<Boolean> neurons = key("neurons", truth()).orElse(false, "true",
            "Whether each hidden neuron's contribution to the curve is drawn, too.");
    private final Key<ImmutableList<Readout>> readout = key("readout", distinct(word(Readout.class,
            ImmutableMap.of("lr", "learning-rate", "rate", "learning-rate", "epochs", "epoch")), "[epoch, loss]"))
            .alsoCalled("readouts", "labels", "show").orElse(ImmutableList.of(Readout.EPOCH, Readout.LOSS,
                    Readout.LEARNING_RATE), "[epoch, loss, seed]", "The numbers beside the title, in this order.");
    private final Key<Axes> axes = key("axes", new AxesKeys(theme)).alsoCalled("limits", "axis").orNothing(
            "found from the run", "{x: [-10, 10], y: [-60, 80]}",
            "Limits of the axes of x and y, which stay the same over the whole video, and what the axes are called.");
    private final Key<ImmutableList<PanelSpec>> panels = key("panels", list(new PanelKeys(), 1, MAX_PANELS,
            "[fit, loss]")).alsoCalled("panel", "plots", "charts").orNothing("fit for curves, else what shows the data",
                    "[fit, loss, gradient-norm]", "The charts of a frame, each once, laid out in a grid in this order; fit and field are larger.");

    private final Key<String> subtitle = key("subtitle", new TitleType()).orNothing("none",
            "\"a year of days, epoch {epoch}\"", "One line under the title, with the same placeholders.");
    private final Key<String> caption = key("caption", new TitleType()).alsoCalled("footer", "source").orNothing("none",
            "\"Data: my own thermometer\"", "One line under everything, with the title's placeholders.");
    private final Key<Font> font = key("font", new FontKeys()).alsoCalled("typeface", "font-file", "fonts").orNothing(
            "Inter", "{file: NotoSansJP.otf}", "Typeface of title, labels and numbers; what it lacks is taken from the"
                    + " built-in one.");
    private final Key<AudioSpec> audio = key("audio", new AudioKeys()).alsoCalled("sound", "music", "soundtrack")
            .orNothing("a silent film", "{from: loss}", "The film's sound: a track of your own, or the training made"
                    + " audible.");
    private final Key<ImmutableList<FilmFormat>> formats = key("formats", new FormatsType(new FormatKeys()))
            .alsoCalled("format", "output", "outputs").orElse(VideoSpec.USUAL_FORMATS, "[mp4, gif]",
                    "What the film is written in: a video (mp4), a GIF, an animated PNG (apng), a folder with a PNG a frame"
                            + " (frames), a page with the video in it (html).");

    private final Key<Duration> keyframeEvery = key("keyframe-every", new TimeType()).alsoCalled("keyframes", "gop")
            .orElse(VideoSpec.USUAL_KEYFRAMES, "500ms", "How far keyframes are apart at the most, in the MP4: players jump to"
                    + " them, and each makes the file larger.");
    private final StoryKeys story;
    private final LearnerKeys learners;

    /**
     * @param learners keys of the scene that say what learns, and from which points
     * @param training of the scene
     */
    public VideoKeys(LearnerKeys learners, Key<TrainingSpec> training) {
        super("video", "What the frames show and how long they are shown.");
        this.learners = learners;
        this.story = new StoryKeys(this::key, training, font);
    }

    @Override
    protected Optional<VideoSpec> read(Section video) {
        FrameSize pixels = video.get(size);
        FrameRate rate = video.get(fps);
        video.value(size).filter(value -> pixels.macroblocks() > Limits.MAX_MACROBLOCKS
                || pixels.macroblocks() * rate.perSecond() > Limits.MAX_MACROBLOCKS_PER_SECOND)
                .ifPresent(value -> value.mistake(pixels + " at " + rate + " frames a second is more than H.264 video can"
                        + " hold", "choose a smaller size, such as 2160p, or fewer frames a second"));
        Optional<Integer> gifWidth = video.get(formats).stream().flatMap(format -> format.width().stream()).findFirst();
        video.value(formats).filter(value -> gifWidth.filter(width -> width > pixels.width()).isPresent())
                .ifPresent(value -> value.mistake("a GIF of " + gifWidth.get() + " pixels is wider than the video, "
                        + pixels.width(), "choose a smaller width, or none for the video's own"));
        video.value(formats).ifPresent(value -> warn(value, video.get(formats), rate, video.find(audio).isPresent()));
        video.value(keyframeEvery).filter(value -> video.get(keyframeEvery).isZero()).ifPresent(value ->
                value.mistake("keyframes cannot be 0 seconds apart", "write a time above 0, such as 500ms"));
        ThemeName look = video.get(theme);
        return Optional.of(new VideoSpec(
                pixels,
                rate,
                video.find(frames).orElse(VideoSpec.usualFrames(look)),
                video.group(hold),
                look,
                video.get(trails),
                video.get(neurons),
                readout(video),
                video.group(axes),
                panels(video),
                video.find(subtitle),
                video.find(caption),
                video.find(font),
                video.find(audio),
                video.get(formats),
                story.read(video, look),
                video.get(keyframeEvery)));
    }

    /** The numbers that are asked for, each of which there must be, or those of the usual ones that there are. */
    private ImmutableList<Readout> readout(Section video) {
        Optional<Learner.Replay> replay = learners.read(video.parent().orElseThrow())
                .filter(Learner.Replay.class::isInstance).map(Learner.Replay.class::cast);
        ImmutableList<Readout> wanted = video.get(readout);
        if (replay.isEmpty()) {
            return wanted;
        }
        boolean rate = replay.get().recording().log().of(RecordedLog.Quantity.LEARNING_RATE).isPresent();
        ImmutableList<Readout> there = wanted.stream().filter(quantity -> quantity != Readout.SEED
                && (rate || quantity != Readout.LEARNING_RATE)).collect(ImmutableList.toImmutableList());
        if (video.has(readout) && !there.equals(wanted)) {
            video.mistake(readout, "what was trained elsewhere has " + (rate ? "no seed; remove it"
                    : "neither a seed nor, without a column learning_rate in replay.metrics, a learning rate; remove them"));
        }
        return there;
    }

    /** The panels that are asked for, each of which the scene must be able to fill, or the usual ones. */
    private ImmutableList<PanelSpec> panels(Section video) {
        Section scene = video.parent().orElseThrow();
        Optional<DataSource> points = scene.find(learners.data());
        Optional<ImmutableList<PanelSpec>> asked = video.find(panels);
        if (asked.isEmpty() || points.isEmpty()) {
            return asked.orElseGet(() -> points.map(PanelChoice::usual).orElse(ImmutableList.of(PanelSpec.of(PanelKind.FIT))));
        }
        Optional<Learner> learner = learners.read(scene);
        for (int i = 0; i < asked.get().size(); i++) {
            PanelSpec one = asked.get().get(i);
            PanelKind kind = one.kind();
            Value item = video.value(panels).orElseThrow().item(i);
            if (kind != PanelKind.LANDSCAPE && asked.get().stream().limit(i).anyMatch(panel -> panel.kind() == kind)) {
                item.mistake("the panel " + one.word() + " is in the list twice", "each may occur once");
            }
            PanelChoice.whyNot(kind, points.get(), learner).ifPresent(why ->
                    item.mistake("this scene has nothing for a panel " + one.word(), why));
        }
        return asked.get();
    }

    /** Says what of the film a format cannot show. */
    private static void warn(Value value, ImmutableList<FilmFormat> formats, FrameRate rate, boolean sound) {
        Set<Kind> kinds = formats.stream().map(FilmFormat::kind).collect(Collectors.toSet());
        int oneIn = rate.oneInForAtMost(FrameRate.MOST_OF_A_GIF);
        if (kinds.contains(Kind.GIF) && oneIn > 1) {
            value.warn("a GIF can tell no more than " + FrameRate.MOST_OF_A_GIF + " frames a second; of the video's " + rate
                    + " it shows one in " + oneIn);
        }
        if (sound && !kinds.contains(Kind.MP4)) {
            value.warn("the film's sound is only in an MP4, which is not among its formats");
        }
    }

    /** Says where a run of so many epochs has no frame between its first and its last. */
    public static void warn(Optional<Value> asked, VideoSpec video, int epochs) {
        if (asked.isPresent() && epochs > 1 && video.frames() instanceof FrameSelection.Every step
                && step.epochs() >= epochs) {
            asked.get().warn("frames: {every: " + step.epochs() + "} draws only the first and the last of " + epochs
                    + " epochs; the larger the number, the fewer frames");
        }
    }

    @Override
    protected void write(VideoSpec video, Members members) {
        members.put(size, video.size()).put(fps, video.fps()).put(frames, video.frames()).put(hold, video.hold());
        members.put(theme, video.theme()).put(trails, video.trails()).put(neurons, video.neurons());
        members.put(readout, video.readout()).put(axes, video.axes()).put(panels, video.panels());
        members.put(subtitle, video.subtitle()).put(caption, video.caption());
        members.put(font, video.font()).put(audio, video.audio());
        // Left out where it says nothing, so that films from before the key are still known as theirs.
        members.put(formats, Optional.of(video.formats()).filter(list -> !list.equals(VideoSpec.USUAL_FORMATS)));
        story.write(video.story(), video.theme(), members);
        members.put(keyframeEvery,
                Optional.of(video.keyframeEvery()).filter(time -> !time.equals(VideoSpec.USUAL_KEYFRAMES)));
    }

    private static final class HoldKeys extends Group<Hold> {

        private final Key<Duration> first = key("first", new TimeType()).alsoCalled("start", "begin", "before").orElse(
                Duration.ofMillis(900), "0s", "How long the first frame, epoch 0, stands still.");
        private final Key<Duration> last = key("last", new TimeType()).alsoCalled("end", "after").orElse(
                Duration.ofSeconds(2), "3s", "How long the last frame stands still.");

        HoldKeys() {
            super("video.hold", "Still time added before and after the training.");
        }

        @Override
        protected Optional<Hold> read(Section hold) {
            return Optional.of(new Hold(hold.get(first), hold.get(last)));
        }

        @Override
        protected void write(Hold hold, Members members) {
            members.put(first, hold.first()).put(last, hold.last());
        }
    }

    private static final class AxesKeys extends Group<Axes> {

        private final Key<ThemeName> theme;
        private final Key<Range> x = key("x", new RangeType()).alsoCalled("xlim", "x-range").orNothing(
                "found as fit says", "[-10, 10]", "Limits of the x axis, the smaller first.");
        private final Key<Range> y = key("y", new RangeType()).alsoCalled("ylim", "y-range").orNothing(
                "found as fit says", "[-60, 80]", "Limits of the y axis, the smaller first.");
        private final Key<Axes.Fit> fit = key("fit", word(Axes.Fit.class)).orNothing("all; in the theme blog, first",
                "first", "What limits that are not given must hold: the points and the first curve (first), or the"
                + " points and the curves of all epochs, but for rare extremes (all).");

        private final Key<String> xLabel = key("x-label", text("day")).alsoCalled("xlabel").orNothing(
                "the csv file's name of the column, or none", "day", "What x is, at its axis; \"\" for nothing.");
        private final Key<String> yLabel = key("y-label", text("\"temperature, \u00B0C\"")).alsoCalled("ylabel").orNothing(
                "the csv file's name of the column, or none", "\"temperature, \u00B0C\"",
                "What y is, at its axis; \"\" for nothing.");

        /** @param theme key of the group around this one; the blog's axes were frozen by its first frame */
        AxesKeys(Key<ThemeName> theme) {
            super("video.axes", "Limits and names of the axes of x and y.");
            this.theme = theme;
        }

        @Override
        protected Optional<Axes> read(Section axes) {
            boolean blog = axes.parent().orElseThrow().get(theme) == ThemeName.BLOG;
            return Optional.of(new Axes(axes.find(x), axes.find(y),
                    axes.find(fit).orElse(blog ? Axes.Fit.FIRST : Axes.Fit.ALL),
                    axes.find(xLabel), axes.find(yLabel)));
        }

        @Override
        protected void write(Axes axes, Members members) {
            members.put(x, axes.x()).put(y, axes.y()).put(fit, axes.fit());
            members.put(xLabel, axes.xLabel()).put(yLabel, axes.yLabel());
        }
    }
}
