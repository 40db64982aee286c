package org.epochreel.gallery.page;

import java.util.Locale;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param epochs run, from 0
 * @param firstTrainLoss at epoch 0
 * @param finalTrainLoss after the last epoch; not finite where the run diverged before it was bounded
 * @param test losses on the test set, if the scene has one
 */
public record Outcome(int epochs, State state, double firstTrainLoss, double finalTrainLoss, Optional<TestLoss> test) {

    public Outcome {
        if (epochs < 0) {
            throw new IllegalArgumentException("a run has " + epochs + " epochs instead of at least 0");
        }
    }

    /** Why a run went no further. */
    public enum State {
        /** Its loss had come to rest, or its stop condition held. */
        CONVERGED,
        /** Its epochs were used up before that. */
        STOPPED,
        /** It left the finite numbers. */
        DIVERGED;

        /** The word for it in the page and in its JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param last after the last epoch
     * @param lowest of all epochs
     * @param lowestEpoch at which it was reached first
     */
    public record TestLoss(double last, double lowest, int lowestEpoch) {}
}
