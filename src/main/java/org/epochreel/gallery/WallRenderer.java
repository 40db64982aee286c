package org.epochreel.gallery;

import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.axis.AxisLimits;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.data.Samples;
import org.epochreel.files.OutputException;
import org.epochreel.files.PendingFile;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.picture.Png;
import org.epochreel.render.FilmFile;
import org.epochreel.render.plan.FrozenAxes;
import org.epochreel.render.plan.RenderInterruptedException;
import org.epochreel.render.plan.RenderProgress;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.video.VideoFile;
import org.epochreel.video.VideoFormat;

/**
 * Renders a gallery's members in step into the cells of one video, each as its saved run remembers it, with the same axes in
 * all cells. A member whose video ends before the longest keeps its last frame.
 */
public final class WallRenderer {

    /** Curves of a member that are measured for the common axes at the most. */
    private static final int MAX_CURVES = 1000;

    private final WallLayout layout;

    public WallRenderer(WallLayout layout) {
        this.layout = layout;
    }

    /**
     * A member in its cell.
     *
     * @param label names it, such as "seed 7"
     */
    public record Member(String label, Scene scene, SavedRun run) {}

    /** The visible x of a scene's own video. */
    public static Range x(Scene scene) {
        return FrozenAxes.x(scene.video(), scene.data().dataSet());
    }

    /**
     * Writes the video and its last frame as a picture.
     *
     * @param members in the order of the cells; all saved runs have one grid
     * @return the number of frames
     * @throws OutputException if a file cannot be written
     * @throws IOException if a saved run cannot be read
     */
    public int render(List<Member> members, PendingFile video, PendingFile poster, RenderProgress progress)
            throws IOException {
        FrameRate rate = members.get(0).scene().video().fps();
        Range y = commonY(members);
        Typefaces typefaces = new Typefaces();
        List<WallCell> cells = new ArrayList<>();
        for (Member member : members) {
            cells.add(new WallCell(member, layout.cell(), y, rate, typefaces));
        }
        int frames = cells.stream().mapToInt(WallCell::frameCount).max().orElseThrow();
        int[] pixels = new int[layout.size().pixels()];
        Arrays.fill(pixels, background(members.get(0).scene()));
        VideoFormat.Film film = new VideoFormat.Film(
                layout.size(), rate, VideoFormat.Content.WALL, VideoFile.Encoding.OWN_THREADS);
        try (FilmFile file = new FilmFile(video, VideoFormat.MP4, film)) {
            for (int frame = 0; frame < frames; frame++) {
                RenderInterruptedException.check();
                file.write(new Frame(layout.size(), pixels, draw(cells, frame, pixels)), false);
                progress.drawn(frame + 1, frames);
            }
            file.finish();
        }
        poster.write(Png.encode(layout.size(), pixels));
        return frames;
    }

    private MacroblockSet draw(List<WallCell> cells, int frame, int[] pixels) throws IOException {
        MacroblockSet touched = frame == 0 ? MacroblockSet.allOf(layout.size()) : MacroblockSet.noneOf(layout.size());
        for (int i = 0; i < cells.size(); i++) {
            Optional<Frame> drawn = cells.get(i).draw(frame);
            if (drawn.isPresent()) {
                copy(drawn.get(), layout.left(i), layout.top(i), pixels, touched);
            }
        }
        return touched;
    }

    /** Copies the part of a cell's picture that changed to the cell's place in the wall. */
    private void copy(Frame cell, int left, int top, int[] pixels, MacroblockSet touched) {
        FrameSize size = cell.size();
        cell.touched().forEach(number -> {
            int x = number % size.macroblockColumns() * 16;
            int y = number / size.macroblockColumns() * 16;
            int width = Math.min(16, size.width() - x);
            int height = Math.min(16, size.height() - y);
            for (int row = y; row < y + height; row++) {
                System.arraycopy(cell.pixels(), row * size.width() + x, pixels,
                        (top + row) * layout.size().width() + left + x, width);
            }
            touched.addPixels(left + x, top + y, left + x + width - 1, top + y + height - 1);
        });
    }

    private static int background(Scene scene) {
        return Theme.of(scene.video().theme()).palette().background().getRGB() & 0xFFFFFF;
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
        for (Member member : members) {
            points.addAll(member.scene().data().dataSet().train().y());
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
        return AxisLimits.all(new Samples(y, y), lows.build(), highs.build());
    }
}
