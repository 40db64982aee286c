package org.epochreel.render.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.render.train.ShownParameters;
import org.epochreel.training.EpochObserver;

/** Goes along every epoch of a run and shows the training frames of a film as soon as their position is reached. */
final class EveryEpoch implements EpochObserver {

    private final Timeline shown;
    private final int lastEpoch;
    private final EpochObserver observer;
    private final Shown player;
    private double[] before = {};
    private int next;

    /** Hears of the training frames. */
    interface Shown {
        void show(int index, double position, double[] parameters) throws IOException;
    }

    /**
     * @param lastEpoch of the run, whose parameters are shown in what frames come after it
     * @param observer hears of every epoch up to the last one shown, before it is shown
     */
    EveryEpoch(Timeline shown, int lastEpoch, EpochObserver observer, Shown player) {
        this.shown = shown;
        this.lastEpoch = lastEpoch;
        this.observer = observer;
        this.player = player;
    }

    @Override
    public void epoch(int epoch, double[] parameters) {
        RenderInterruptedException.check();
        while (next < shown.length() && shown.position(next) < epoch) {
            double part = shown.position(next) - (epoch - 1);
            show(ShownParameters.between(before, parameters, part));
        }
        if (next < shown.length()) {
            observer.epoch(epoch, parameters);
        }
        while (next < shown.length() && (shown.position(next) == epoch || epoch == lastEpoch)) {
            show(parameters);
        }
        if (next < shown.length() && shown.position(next) < epoch + 1.0) {
            before = parameters.clone();
        }
    }

    private void show(double[] parameters) {
        try {
            player.show(next, shown.position(next), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        next++;
    }
}
