package org.epochreel.training;

/** Watches a training run go by. */
public interface EpochObserver {

    /**
     * Called once for every epoch from 0 to the last, in order, with the finite state after it.
     *
     * @param parameters in the model's flat order; training's own array, valid during the call and not to be written to
     */
    void epoch(int epoch, double[] parameters);
}
