package org.epochreel.render.train;

import org.epochreel.run.TrainingRun;
import org.epochreel.training.EpochObserver;

/** What a run comes from, which gives the same numbers each time: a training, or the recording of one. */
interface Course {

    /**
     * Goes from epoch 0 to the run's end.
     *
     * @param observer hears of every epoch
     * @param threads that may compute at the same time
     */
    TrainingRun run(EpochObserver observer, int threads);
}
