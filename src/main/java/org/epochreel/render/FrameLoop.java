package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.Optional;
import org.epochreel.chart.Need;
import org.epochreel.chart.draw.ChartDrawer;
import org.epochreel.chart.draw.PanelEntries;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSink;
import org.epochreel.landscape.Landscape;
import org.epochreel.render.StageTimes.Stage;
import org.epochreel.render.plan.FrameSequence;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.plan.RenderInterruptedException;
import org.epochreel.render.plan.RenderProgress;
import org.epochreel.render.plan.Timeline;
import org.epochreel.scene.VideoSpec;

/** Draws a plan's frames one after the other. */
final class FrameLoop {

    private final Plan plan;
    private final ChartDrawer drawer;
    private final FrameSequence sequence;
    private Frame latest;
    private int epoch;

    /** @param landscape what the scene's panel of that kind shows, if it has one */
    FrameLoop(Plan plan, Optional<Landscape> landscape, Typefaces typefaces) {
        this.plan = plan;
        this.drawer = new ChartDrawer(FitPicture.spec(plan, landscape),
                typefaces.with(plan.scene().video().font().map(VideoSpec.Font::face)));
        this.sequence = new FrameSequence(plan, drawer.curveX(), drawer.wanted());
    }

    /**
     * Draws all frames of the video and writes each.
     *
     * @param film stays open and unfinished
     * @param listener hears of each training frame before it is drawn
     */
    void run(FrameSink film, FrameListener listener, RenderProgress progress, StageTimes times) throws IOException {
        Timeline timeline = plan.timeline();
        play(timeline, (index, shownEpoch, parameters) -> {
            long from = System.nanoTime();
            epoch = shownEpoch;
            sequence.advance(shownEpoch, ImmutableList.of(parameters));
            listener.frame(shownEpoch, parameters);
            for (int frame = timeline.firstFrameOf(index); frame < timeline.endOf(index); frame++) {
                RenderInterruptedException.check();
                latest = drawer.draw(sequence.at(frame));
                from = times.add(Stage.DRAWING, from);
                film.write(latest, sequence.rateChangesAt(frame));
                from = times.add(Stage.ENCODING, from);
                progress.drawn(film.stored(), timeline.frameCount());
            }
        });
    }

    private void play(Timeline timeline, Plan.Player player) throws IOException {
        if (PanelEntries.needs(plan.scene().video().panelKinds()).contains(Need.PARAMETERS)) {
            plan.playEveryEpoch(timeline, drawer::addEpoch, player);
        } else {
            plan.play(timeline, player);
        }
    }

    /** Draws one epoch alone, as the video shows it first, or would if it left that epoch out. */
    Frame still(int shownEpoch) throws IOException {
        Timeline timeline = plan.timeline().until(shownEpoch);
        play(timeline, (index, atEpoch, parameters) -> {
            epoch = atEpoch;
            sequence.advance(atEpoch, ImmutableList.of(parameters));
        });
        return drawer.draw(sequence.at(timeline.firstFrameOf(timeline.epochs().length() - 1)));
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
