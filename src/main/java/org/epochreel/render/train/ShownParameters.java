package org.epochreel.render.train;

import java.util.HashMap;
import java.util.Map;
import org.epochreel.render.pace.Timeline;
import org.epochreel.training.EpochObserver;

/** The parameters of one of several runs at the epochs that a film shows; after its last epoch, those of the last. */
public final class ShownParameters {

    private final TrainedRun run;
    private final Map<Integer, double[]> kept;

    private ShownParameters(TrainedRun run, Map<Integer, double[]> kept) {
        this.run = run;
        this.kept = kept;
    }

    /** Those that a run's history has, or, where it has lost some, those of the shown epochs, for which it is trained again. */
    public static ShownParameters of(TrainedRun run, Timeline shown) {
        Map<Integer, double[]> kept = new HashMap<>();
        if (!run.firstRun().history().isComplete()) {
            for (int i = 0; i < shown.length(); i++) {
                kept.put(Math.min(shown.epoch(i), run.lastEpoch()), null);
                kept.put(Math.min((int) Math.ceil(shown.position(i)), run.lastEpoch()), null);
            }
            EpochObserver keeping = (epoch, parameters) -> {
                RenderInterruptedException.check();
                if (kept.containsKey(epoch)) {
                    kept.put(epoch, parameters.clone());
                }
            };
            run.replay(keeping);
        }
        return new ShownParameters(run, kept);
    }

    /** The parameters at a position; not to be changed. */
    public double[] at(double position) {
        int epoch = (int) position;
        return position == epoch || epoch >= run.lastEpoch() ? at(epoch) : between(at(epoch), at(epoch + 1), position - epoch);
    }

    /** Parameters so far on the straight line from one to another. */
    public static double[] between(double[] from, double[] to, double part) {
        double[] between = new double[from.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = from[i] + part * (to[i] - from[i]);
        }
        return between;
    }

    private double[] at(int epoch) {
        int own = Math.min(epoch, run.lastEpoch());
        return kept.isEmpty() ? run.firstRun().history().at(own) : kept.get(own);
    }
}
