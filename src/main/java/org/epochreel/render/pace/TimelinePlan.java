package org.epochreel.render.pace;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.VideoSpec.FrameSelection;
import org.epochreel.scene.VideoSpec.Pace;

/**
 * Decides which moment each frame of a film shows: first which moments the scene's pace would show, then where the film
 * rests and how it comes to rest and sets out again, last what is held before and after and whether it goes back.
 *
 * <p>A film that moves evenly is measured by how far apart what neighbouring frames show is, not by the way that training
 * took between them: that of Adam or of rectified neurons winds, and is many times longer. See {@link EvenSteps} for how
 * its frames are laid out. It can be only as even as its {@link MovingPath} knows the way: where epochs have been let go for
 * want of room, or their parameters are not at hand to look between them, that is taken to be straight.
 */
public final class TimelinePlan {

    /** How short and how long a film is whose scene leaves that to the program. */
    public static final Duration SHORTEST = Duration.ofSeconds(10);
    public static final Duration LONGEST = Duration.ofSeconds(30);

    /** How long the last frame of a diverged run stays at least, so that its notice can be read. */
    private static final Duration NOTICE = Duration.ofSeconds(2);

    /** How long a film that moves evenly takes at both ends to its speed, and after a rest; and before a rest. */
    private static final double SETTING_OUT = 0.9;
    private static final double COMING_TO_REST = 0.3;

    private static final Duration BACK = Duration.ofMillis(800);

    private final VideoSpec video;
    private final Run run;
    private final double fps;

    /**
     * What is known of the run that a film goes by.
     *
     * @param lastEpoch the last that is shown
     * @param diverged whether it ended because numbers grew without bounds
     * @param changes epochs at which a change of the rate is told, rising
     * @param motion how far the curve moved to each epoch, for whole epochs at the pace of motion; else it may be empty
     * @param path of what is shown; needed for all paces by motion but that
     */
    public record Run(int lastEpoch, boolean diverged, ImmutableIntArray changes, ImmutableDoubleArray motion,
            Optional<MovingPath> path) {}

    private TimelinePlan(VideoSpec video, Run run) {
        this.video = video;
        this.run = run;
        this.fps = video.fps().perSecond();
    }

    public static Timeline of(VideoSpec video, Run run) {
        return new TimelinePlan(video, run).timeline();
    }

    /** Whether the path of what is shown is needed to plan a film. */
    public static boolean needsPath(VideoSpec video) {
        return video.frames() instanceof FrameSelection.Auto
                || video.frames() instanceof FrameSelection.Count count && count.inBetween() && count.pace() == Pace.MOTION;
    }

    /** Whether a film moves evenly by more frames than it has epochs, so that what lies between them matters. */
    public static boolean wantsBetween(VideoSpec video, int lastEpoch) {
        return lastEpoch > 0 && needsPath(video) && lastEpoch < (video.frames() instanceof FrameSelection.Count count
                ? count.count() : SHORTEST.toSeconds() * video.fps().perSecond());
    }

    private Timeline timeline() {
        Duration last = video.hold().last();
        if (run.diverged && last.compareTo(NOTICE) < 0) {
            last = NOTICE;
        }
        ImmutableDoubleArray positions = positions(frames(video.hold().first()) + frames(last));
        return new Timeline(positions, frames(video.hold().first()), frames(last),
                video.story().loop() ? back(positions) : ImmutableIntArray.of());
    }

    /** The number of frames nearest to a duration. */
    private int frames(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        return Math.toIntExact(Math.round(seconds * video.fps().numerator() / video.fps().denominator()));
    }

    private ImmutableDoubleArray positions(int held) {
        if (video.frames() instanceof FrameSelection.Auto) {
            return automatic(held);
        }
        if (video.frames() instanceof FrameSelection.Count count && count.inBetween()) {
            return between(count.pace(), count.count());
        }
        ImmutableIntArray shown = whole();
        return Whole.positions(shown, video.story().slow(), rests(index -> shown.get(index), shown.length()));
    }

    private ImmutableIntArray whole() {
        Pacing pacing = new Pacing(run.lastEpoch);
        if (video.frames() instanceof FrameSelection.Every every) {
            return pacing.every(every.epochs());
        }
        FrameSelection.Count count = (FrameSelection.Count) video.frames();
        return switch (count.pace()) {
            case EPOCHS -> pacing.evenly(count.count());
            case LOG -> pacing.logarithmically(count.count());
            case MOTION -> pacing.byMotion(count.count(), run.motion);
        };
    }

    private ImmutableDoubleArray automatic(int held) {
        int epochs = run.lastEpoch + 1;
        if (epochs == 1) {
            return ImmutableDoubleArray.of(0);
        }
        int most = Math.max(1, frames(LONGEST) - held);
        int least = Math.max(1, frames(SHORTEST) - held);
        ImmutableList<Rest> rests = rests(index -> index, epochs);
        if (epochs >= least && video.story().slow().isEmpty()) {
            ImmutableDoubleArray every = joined(stretches(rests, epoch -> false), steps -> steps.everyEpoch(), Pace.EPOCHS);
            if (every.length() <= most) {
                return every;
            }
        }
        int moving = epochs < least ? least : most;
        // Rests take their time from the motion, but never more than half of it.
        ImmutableList<Rest> asked = rests(between(Pace.MOTION, moving, ImmutableList.of()));
        int still = asked.stream().mapToInt(rest -> rest.frames() - 1).sum();
        return between(Pace.MOTION, epochs < least ? moving : Math.max(moving - still, moving / 2), asked);
    }

    private ImmutableDoubleArray between(Pace pace, int count) {
        return between(pace, count, rests(between(pace, count, ImmutableList.of())));
    }

    private ImmutableDoubleArray between(Pace pace, int count, ImmutableList<Rest> rests) {
        Optional<MovingPath> path = pace == Pace.MOTION ? run.path : Optional.empty();
        if (count < 3 || run.lastEpoch == 0) {
            return Whole.positions(new Pacing(run.lastEpoch).evenly(count), ImmutableList.of(), rests);
        }
        if (path.isPresent() && jumpsAllTheTime(path.get(), count)) {
            double[] steps = IntStream.rangeClosed(0, run.lastEpoch).mapToDouble(e -> e == 0 ? 0 : path.get().step(e)).toArray();
            return Whole.positions(new Pacing(run.lastEpoch).byMotion(count, ImmutableDoubleArray.copyOf(steps)),
                    video.story().slow(), rests);
        }
        return joined(stretches(rests, epoch -> path.isPresent() && path.get().jumps(epoch)),
                steps -> steps.spread(count), pace);
    }

    // Between jumps there is nothing to be even about; such films show whole epochs.
    private boolean jumpsAllTheTime(MovingPath path, int count) {
        long jumps = IntStream.rangeClosed(1, run.lastEpoch).filter(path::jumps).count();
        return 2 * jumps > run.lastEpoch || 4 * jumps > count;
    }

    private interface Spreading {
        ImmutableList<double[]> of(EvenSteps steps);
    }

    /** The frames of all stretches and rests one after the other. */
    private ImmutableDoubleArray joined(ImmutableList<Stretch> stretches, Spreading spreading, Pace pace) {
        ImmutableList<double[]> parts =
                spreading.of(new EvenSteps(new Way(pace, run.lastEpoch, run.path, video.story().slow()), stretches));
        ImmutableDoubleArray.Builder all = ImmutableDoubleArray.builder();
        boolean arrived = false;
        for (int i = 0; i < parts.size(); i++) {
            double[] part = parts.get(i);
            all.addAll(Arrays.copyOfRange(part, arrived ? 1 : 0, part.length));
            for (int rest = 1; rest < stretches.get(i).restAfter(); rest++) {
                all.add(part[part.length - 1]);
            }
            arrived = stretches.get(i).restAfter() > 0;
        }
        return all.build();
    }

    private interface Jumps {
        boolean to(int epoch);
    }

    private ImmutableList<Stretch> stretches(ImmutableList<Rest> rests, Jumps jumps) {
        List<Integer> jumping = new ArrayList<>();
        for (int epoch = 1; epoch <= run.lastEpoch; epoch++) {
            if (jumps.to(epoch)) {
                jumping.add(epoch);
            }
        }
        Ramp gentle = new Ramp((int) Math.round(SETTING_OUT * fps), true);
        Ramp brief = new Ramp((int) Math.round(COMING_TO_REST * fps), false);
        ImmutableList.Builder<Stretch> stretches = ImmutableList.builder();
        int from = 0;
        int next = 0;
        Ramp in = gentle;
        for (Rest rest : rests) {
            while (next < jumping.size() && jumping.get(next) <= rest.epoch()) {
                stretches.add(new Stretch(from, jumping.get(next) - 1.0, in, Ramp.NONE, 0));
                from = jumping.get(next);
                in = Ramp.NONE;
                next++;
            }
            stretches.add(new Stretch(from, rest.epoch(), in, brief, rest.frames()));
            from = rest.epoch();
            in = gentle;
        }
        for (; next < jumping.size(); next++) {
            stretches.add(new Stretch(from, jumping.get(next) - 1.0, in, Ramp.NONE, 0));
            from = jumping.get(next);
            in = Ramp.NONE;
        }
        return stretches.add(new Stretch(from, run.lastEpoch, in, gentle, 1)).build();
    }

    private ImmutableList<Rest> rests(ImmutableDoubleArray begun) {
        return rests(begun::get, begun.length());
    }

    private ImmutableList<Rest> rests(Rest.Positions positions, int count) {
        return Rest.of(video.story(), run.changes, run.lastEpoch, positions, count, fps);
    }

    /** Training frames on the way back, which begins and ends gently and leaves rests out. */
    private ImmutableIntArray back(ImmutableDoubleArray positions) {
        List<Integer> moving = new ArrayList<>();
        for (int i = 0; i < positions.length(); i++) {
            if (i == 0 || positions.get(i) != positions.get(i - 1)) {
                moving.add(i);
            }
        }
        int frames = frames(BACK);
        ImmutableIntArray.Builder back = ImmutableIntArray.builder();
        for (int i = 1; i <= frames; i++) {
            double part = i / (frames + 1.0);
            double eased = part * part * (3 - 2 * part);
            back.add(moving.get((int) Math.round(Doubles.constrainToRange((1 - eased), 0, 1) * (moving.size() - 1))));
        }
        return back.build();
    }
}
