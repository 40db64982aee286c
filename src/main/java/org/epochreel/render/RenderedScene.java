package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.epochreel.frame.FrameRate;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.train.NamedRun;
import org.epochreel.run.Metrics;
import org.epochreel.run.TrainingRun;
import org.epochreel.text.ConsoleNumber;

/** What to tell of a scene that was just rendered. */
public final class RenderedScene {

    private final ImmutableList<NamedRun> runs;
    private final int frames;
    private final FrameRate rate;
    private final StageTimes times;

    RenderedScene(ImmutableList<NamedRun> runs, Timeline timeline, FrameRate rate, StageTimes times) {
        this.runs = runs;
        this.frames = timeline.frameCount();
        this.rate = rate;
        this.times = times;
    }

    /** Such as {@code 664 frames at 15 fps; 663 epochs, loss 1234 to 0.5678}. */
    public String summary() {
        return frames + " frames at " + rate + " fps; " + summary(runs);
    }

    /** How long training, drawing and encoding took. */
    public String times() {
        return times.toString();
    }

    static String summary(ImmutableList<NamedRun> runs) {
        return runs.stream().map(each -> (each.name().isEmpty() ? "" : each.name() + " ") + summary(each.run()))
                .collect(Collectors.joining("; "));
    }

    private static String summary(TrainingRun run) {
        Metrics metrics = run.metrics();
        int last = metrics.lastEpoch();
        String end = switch (run.ending()) {
            case EPOCHS -> "";
            case STOP -> ", stopped there by its condition";
            case DIVERGED -> ", diverged there";
            case CONVERGED -> ", no step lowers it any more";
        };
        return last + (last == 1 ? " epoch, loss " : " epochs, loss ")
                + ConsoleNumber.loss(metrics.trainLoss().get(0)) + " to "
                + ConsoleNumber.loss(metrics.trainLoss().get(last)) + end + overflow(metrics);
    }

    private static String overflow(Metrics metrics) {
        OptionalInt epoch = metrics.testOverflow();
        return epoch.isEmpty() ? ""
                : "; the test loss is too large for a number at epoch " + epoch.getAsInt()
                        + ", and is left empty there";
    }
}
