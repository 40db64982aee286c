package org.epochreel.gallery;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.axis.AxisLimits;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.chart.wall.WallContents;
import org.epochreel.chart.wall.WallDrawer;
import org.epochreel.chart.wall.WallGrid;
import org.epochreel.chart.wall.WallSpec;
import org.epochreel.data.Samples;
import org.epochreel.files.OutputException;
import org.epochreel.files.PendingFile;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.picture.Png;
import org.epochreel.render.FilmFile;
import org.epochreel.render.plan.FrozenAxes;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.run.Ending;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.video.VideoFile;
import org.epochreel.video.VideoFormat;

/**
 * Renders a gallery's members in step into the cells of one video, each as its saved run remembers it, with the same axes in
 * all cells; then all final curves into one plot.
 */
public final class WallRenderer {

    /** Curves of a member that are measured for the common axes at the most. */
    private static final int MAX_CURVES = 1000;

    /** Beyond the points the axes show this share of their height on each side at the most. */
    private static final double MOST_BEYOND = 0.35;

    /** Seconds in which a cell takes on how its run ended. */
    private static final double SETTLING = 0.6;
    private static final double REST = 1.6;
    private static final double GATHERING = 2;
    private static final double GATHERED = 2;

    /** From the last epoch on. */
    static final double SECONDS_AFTER = 2 * SETTLING + REST + GATHERING + GATHERED;

    private final FrameSize size;
    private final WallGrid grid;

    public WallRenderer(FrameSize size, WallGrid grid) {
        this.size = size;
        this.grid = grid;
    }

    /**
     * A member in its cell.
     *
     * @param label names it, such as "seed 7"
     * @param group to which of the groups it belongs whose medians the wall tells
     */
    public record Member(String label, int group, Scene scene, SavedRun run) {}

    /**
     * What is written around the cells.
     *
     * @param columns what varies along a row, or from cell to cell
     * @param groups the names of groups whose medians are told; none if that would tell nothing
     */
    public record Words(String title, WallSpec.Margin columns, Optional<WallSpec.Margin> rows, ImmutableList<String> groups) {

        private ImmutableList<WallSpec.Median> medians(ImmutableList<WallSpec.Member> members) {
            ImmutableList.Builder<WallSpec.Median> medians = ImmutableList.builder();
            for (int i = 0; i < groups.size(); i++) {
                int group = i;
                medians.add(WallSpec.Median.of(groups.get(i), members.stream()
                        .filter(member -> member.group() == group).collect(ImmutableList.toImmutableList())));
            }
            return medians.build();
        }
    }

    /** Level 5.2 of ITU-T H.264, Table A-1, whose rate allows every frame rate that a scene may have. */
    private static final int MOST_MACROBLOCKS = 36_864;

    /** Each cell has at least so many pixels a side, margins included. */
    private static final int LEAST_CELL = 14;

    /** @throws IllegalArgumentException with a sentence if the cells would be too small for a picture, or all is too large */
    static void check(FrameSize size, WallGrid grid) {
        if (size.macroblocks() > MOST_MACROBLOCKS) {
            throw new IllegalArgumentException(
                    "a wall of " + size + " is too large; the largest are those of 4096x2304 and their like");
        }
        if (size.width() / grid.columns() < LEAST_CELL || size.height() / grid.rows() < LEAST_CELL) {
            throw new IllegalArgumentException("a wall of " + size + " is too small for " + grid.rows() + " rows of "
                    + grid.columns() + " cells; choose a larger --wall-size or fewer members");
        }
    }

    /** The visible x of a scene's own video. */
    public static Range x(Scene scene) {
        return FrozenAxes.x(scene.video(), scene.data().dataSet());
    }

    /**
     * Writes the video and, as a picture, the cells when all runs have ended.
     *
     * @param members in the order of the cells; all saved runs have one grid
     * @return the number of frames
     * @throws OutputException if a file cannot be written
     * @throws IOException if a saved run cannot be read
     */
    public int render(List<Member> members, Words words, PendingFile video, PendingFile poster, RenderProgress progress)
            throws IOException {
        Scene first = members.get(0).scene();
        FrameRate rate = first.video().fps();
        Range y = commonY(members);
        WallDrawer drawer = new WallDrawer(spec(members, words, y),
                new Typefaces().with(first.video().font().map(VideoSpec.Font::face)));
        List<WallRun> runs = new ArrayList<>();
        for (Member member : members) {
            runs.add(new WallRun(member, y, rate, drawer.curveX()));
        }
        Times times = Times.of(runs, rate);
        ImmutableList<ImmutableDoubleArray> last = finalCurves(runs, drawer.gatheredX());
        WallRun longest = longest(members, runs);
        VideoFormat.Film film = new VideoFormat.Film(size, rate, VideoFormat.Content.WALL, VideoFile.Encoding.OWN_THREADS);
        try (FilmFile file = new FilmFile(video, VideoFormat.MP4, film)) {
            for (int frame = 0; frame < times.frames(); frame++) {
                RenderInterruptedException.check();
                ImmutableList.Builder<WallContents.Cell> cells = ImmutableList.builder();
                for (WallRun run : runs) {
                    cells.add(run.cell(frame, times.settling()));
                }
                Optional<WallContents.Gathering> gathering = times.gathered(frame)
                        .stream().mapToObj(way -> new WallContents.Gathering(way, last)).findFirst();
                Frame drawn = drawer.draw(
                        new WallContents(longest.epoch(frame), cells.build(), times.complete(frame), gathering));
                file.write(drawn, false);
                if (frame == times.apart()) {
                    poster.write(Png.encode(size, drawn.pixels()));
                }
                progress.drawn(file.stored(), times.frames());
            }
            file.finish();
            progress.drawn(times.frames(), times.frames());
        }
        return times.frames();
    }

    /**
     * The wall's course, in frames.
     *
     * @param ended the first frame in which all runs have ended
     * @param settling how long a cell takes on how its run ended
     * @param apart the last frame of the cells
     * @param gathering how long the curves fly
     */
    private record Times(int ended, int settling, int apart, int gathering, int frames) {

        static Times of(List<WallRun> runs, FrameRate rate) {
            int ended = runs.stream().mapToInt(WallRun::end).max().orElseThrow();
            int settling = frames(SETTLING, rate);
            int apart = ended + 2 * settling + frames(REST, rate);
            boolean gathers = runs.stream().anyMatch(run -> !run.departed());
            int gathering = gathers ? frames(GATHERING, rate) : 0;
            return new Times(ended, settling, apart, gathering,
                    apart + 1 + gathering + (gathers ? frames(GATHERED, rate) : 0));
        }

        private static int frames(double seconds, FrameRate rate) {
            return (int) Math.max(1, Math.rint(seconds * rate.perSecond()));
        }

        double complete(int frame) {
            return Math.max(0, Math.min(1, (frame - ended - settling + 1.0) / settling));
        }

        OptionalDouble gathered(int frame) {
            return frame <= apart || gathering == 0
                    ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, (double) (frame - apart) / gathering));
        }
    }

    private WallSpec spec(List<Member> members, Words words, Range y) {
        Scene first = members.get(0).scene();
        VideoSpec video = first.video();
        ImmutableList<WallSpec.Member> shown = members.stream()
                .map(member -> new WallSpec.Member(member.label(), member.group(), member.scene().data().dataSet().train(),
                        finalLoss(member), divergedAt(member)))
                .collect(ImmutableList.toImmutableList());
        AxisTexts axes = new AxisTexts(video.axes().xLabel(), video.axes().yLabel(), Optional.empty());
        int epochs = members.stream().mapToInt(member -> member.run().summary().epochs()).max().orElseThrow();
        return new WallSpec(size, Theme.of(video.theme()), words.title(), grid, words.columns(), words.rows(), shown,
                members.get(0).run().grid().x(), y, axes, epochs, words.medians(shown));
    }

    private static OptionalDouble finalLoss(Member member) {
        RunSummary summary = member.run().summary();
        return summary.departed() ? OptionalDouble.empty() : OptionalDouble.of(summary.finalTrainLoss());
    }

    private static OptionalInt divergedAt(Member member) {
        RunSummary summary = member.run().summary();
        return summary.ending() == Ending.DIVERGED ? OptionalInt.of(summary.epochs()) : OptionalInt.empty();
    }

    private static ImmutableList<ImmutableDoubleArray> finalCurves(List<WallRun> runs, ImmutableDoubleArray x)
            throws IOException {
        ImmutableList.Builder<ImmutableDoubleArray> curves = ImmutableList.builder();
        for (WallRun run : runs) {
            curves.add(run.finalCurve(x));
        }
        return curves.build();
    }

    // The first of those with the most epochs, whose epoch the wall tells.
    private static WallRun longest(List<Member> members, List<WallRun> runs) {
        int longest = 0;
        for (int i = 1; i < runs.size(); i++) {
            if (members.get(i).run().summary().epochs() > members.get(longest).run().summary().epochs()) {
                longest = i;
            }
        }
        return runs.get(longest);
    }

    /** The scenes' own limits if they all give the same, or limits that fit nearly all curves of all members. */
    private static Range commonY(List<Member> members) throws IOException {
        Optional<Range> given = members.get(0).scene().video().axes().y();
        if (given.isPresent() && members.stream().allMatch(member -> member.scene().video().axes().y().equals(given))) {
            return given.get();
        }
        ImmutableDoubleArray.Builder points = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder lows = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder highs = ImmutableDoubleArray.builder();
        boolean allDiverged = members.stream().allMatch(member -> finalLoss(member).isEmpty());
        for (Member member : members) {
            points.addAll(member.scene().data().dataSet().train().y());
            // Runs that leave the picture anyway ask for no room.
            if (!allDiverged && finalLoss(member).isEmpty()) {
                continue;
            }
            SavedRun run = member.run();
            double[] curve = new double[run.grid().samples()];
            int frames = run.summary().trainingFrames();
            int step = (frames + MAX_CURVES - 1) / MAX_CURVES;
            for (int i = 0; i < frames; i += step) {
                run.curve(i, curve);
                lows.add(Arrays.stream(curve).min().orElseThrow());
                highs.add(Arrays.stream(curve).max().orElseThrow());
            }
        }
        ImmutableDoubleArray y = points.build();
        Range all = AxisLimits.all(new Samples(y, y), lows.build(), highs.build());
        double least = y.stream().filter(Double::isFinite).min().orElse(all.from());
        double greatest = y.stream().filter(Double::isFinite).max().orElse(all.to());
        double beyond = MOST_BEYOND * (greatest - least);
        return beyond > 0
                ? new Range(Math.max(all.from(), least - beyond), Math.min(all.to(), greatest + beyond)) : all;
    }
}
