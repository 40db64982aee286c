package org.epochreel.render;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.util.Optional;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Need;
import org.epochreel.chart.draw.ChartDrawer;
import org.epochreel.chart.draw.PanelEntries;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSink;
import org.epochreel.landscape.Landscape;
import org.epochreel.print.Sheet;
import org.epochreel.render.StageTimes.Stage;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.sequence.FrameSequence;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.VideoSpec;

/** Draws a plan's frames one after the other. */
final class FrameLoop {

    private final Plan plan;
    private final ChartDrawer drawer;
    private final FrameSequence sequence;
    private Frame latest;
    private Frame poster;
    private int epoch;

    FrameLoop(Plan plan, Typefaces typefaces) {
        this(plan, new ChartDrawer(FitPicture.spec(plan), faces(plan, typefaces)));
    }

    /** A loop that draws one still, of which a sheet is made. */
    static FrameLoop forPrint(Plan plan, Typefaces typefaces) {
        return new FrameLoop(plan, ChartDrawer.forPrint(FitPicture.spec(plan), faces(plan, typefaces)));
    }

    /** A loop that draws moments without the texts around them. */
    static FrameLoop ofMoments(Plan plan, Typefaces typefaces) {
        return new FrameLoop(plan, new ChartDrawer(FitPicture.spec(plan).bare(), faces(plan, typefaces)));
    }

    /** What the scene's panel of that kind shows, if it has one. */
    Optional<Landscape> landscape() {
        return drawer.spec().panels().landscape();
    }

    private FrameLoop(Plan plan, ChartDrawer drawer) {
        this.plan = plan;
        this.drawer = drawer;
        this.sequence = new FrameSequence(plan, drawer.curveX(), drawer.wanted());
    }

    private static Typefaces faces(Plan plan, Typefaces typefaces) {
        return typefaces.with(plan.scene().video().font().map(VideoSpec.Font::face));
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
            times.add(Stage.REPLAY);
            epoch = shownEpoch;
            sequence.advance(timeline, index, parameters);
            listener.frame(shownEpoch, parameters.get(0));
            for (int frame = timeline.firstFrameOf(index); frame < timeline.endOf(index); frame++) {
                RenderInterruptedException.check();
                write(sequence.at(frame), sequence.rateChangesAt(frame), film, times);
                if (frame == plan.posterFrame()) {
                    poster = new Frame(latest.size(), latest.pixels().clone(), latest.touched());
                }
                progress.drawn(film.stored(), timeline.frameCount());
            }
        });
        times.add(Stage.REPLAY);
        for (int frame = timeline.firstBack(); frame < timeline.frameCount(); frame++) {
            RenderInterruptedException.check();
            write(sequence.back(frame), false, film, times);
            progress.drawn(film.stored(), timeline.frameCount());
        }
    }

    private void write(FrameContents contents, boolean keyframe, FrameSink film, StageTimes times) throws IOException {
        latest = drawer.draw(contents);
        times.add(Stage.DRAWING);
        film.write(latest, keyframe);
        times.add(Stage.ENCODING);
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
            sequence.advance(timeline, index, parameters);
        });
        return drawer.draw(sequence.at(timeline.firstFrameOf(timeline.length() - 1)));
    }

    /** Hears of a frame, whose pixels hold until the next one is drawn. */
    interface MomentListener {
        void drawn(int atEpoch, Frame frame);
    }

    /** Draws some epochs, which rise, each as the video shows it first. */
    void moments(ImmutableIntArray epochs, MomentListener listener) throws IOException {
        Timeline timeline = new Timeline(epochs, 0, 0);
        play(timeline, (index, atEpoch, parameters) -> {
            RenderInterruptedException.check();
            epoch = atEpoch;
            sequence.advance(timeline, index, parameters);
            listener.drawn(atEpoch, drawer.draw(sequence.at(plan.timeline().frameOf(atEpoch))));
        });
    }

    /** How the still that was drawn {@link #forPrint} came about. */
    Sheet sheet() {
        return drawer.sheet();
    }

    /** The picture that stands for the film, once that is drawn. */
    Frame poster() {
        return poster;
    }

    /** The epoch drawn last, for reports of what went wrong. */
    int epoch() {
        return epoch;
    }
}
