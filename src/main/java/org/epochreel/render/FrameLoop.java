package org.epochreel.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.epochreel.chart.Need;
import org.epochreel.chart.draw.ChartDrawer;
import org.epochreel.chart.draw.PanelEntries;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.Frame;
import org.epochreel.render.StageTimes.Stage;
import org.epochreel.render.plan.FrameSequence;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.plan.RenderInterruptedException;
import org.epochreel.render.plan.RenderProgress;
import org.epochreel.render.plan.Timeline;
import org.epochreel.video.VideoFile;

/** Draws a storyboard's frames one after the other. */
final class FrameLoop {

    private final Plan board;
    private final ChartDrawer drawer;
    private final FrameSequence moments;
    private Frame latest;
    private int epoch;

    FrameLoop(Plan board, Typefaces typefaces) {
        this.board = board;
        this.drawer = new ChartDrawer(FitPicture.spec(board), typefaces);
        this.moments = new FrameSequence(board, drawer.curveX());
    }

    /**
     * Draws all frames of the video and writes each.
     *
     * @param listener hears of each training frame before it is drawn
     * @throws UncheckedIOException if a frame cannot be written
     */
    void film(VideoFile video, FrameListener listener, RenderProgress progress, StageTimes times) {
        Timeline timeline = board.timeline();
        play(timeline, (index, shownEpoch, parameters) -> {
            long from = System.nanoTime();
            epoch = shownEpoch;
            moments.advance(shownEpoch, parameters);
            listener.frame(shownEpoch, parameters);
            for (int frame = timeline.firstFrameOf(index); frame < timeline.endOf(index); frame++) {
                RenderInterruptedException.check();
                latest = drawer.draw(moments.at(frame));
                from = times.add(Stage.DRAWING, from);
                write(video, frame);
                from = times.add(Stage.ENCODING, from);
                progress.drawn(frame + 1, timeline.frameCount());
            }
        });
    }

    private void play(Timeline timeline, Plan.Player player) {
        if (PanelEntries.needs(board.scene().video().panels()).contains(Need.PARAMETERS)) {
            board.playEveryEpoch(timeline, drawer::addEpoch, player);
        } else {
            board.play(timeline, player);
        }
    }

    private void write(VideoFile video, int frame) {
        try {
            video.write(latest, moments.rateChangesAt(frame));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws one epoch alone, as the video shows it first, or would if it left that epoch out. */
    Frame still(int shownEpoch) {
        Timeline timeline = board.timeline().until(shownEpoch);
        play(timeline, (index, atEpoch, parameters) -> {
            epoch = atEpoch;
            moments.advance(atEpoch, parameters);
        });
        return drawer.draw(moments.at(timeline.firstFrameOf(timeline.epochs().length() - 1)));
    }

    /** The frame drawn last; its pixels hold until the next is drawn. */
    Frame latest() {
        return latest;
    }

    /** The epoch drawn last, for reports of what went wrong. */
    int epoch() {
        return epoch;
    }
}
