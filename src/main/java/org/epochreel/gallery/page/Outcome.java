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
        /** All its epochs are done. */
        FINISHED("ran all epochs"),
        /** Its stop condition held. */
        STOPPED("stopped by rule"),
        /** No step lowered its loss any more. */
        CONVERGED("converged"),
        /** All its epochs are done, and its loss has grown beyond measure. */
        DIVERGING("still diverging"),
        /** It left the finite numbers. */
        DIVERGED("diverged");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** What the page says of it. */
        String words() {
            return words;
        }

        /** The word for it in the page's JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the final loss can be compared with others. */
        boolean isBounded() {
            return this != DIVERGING && this != DIVERGED;
        }
    }

    /** What the page says of the end, such as "diverged at 12". */
    String words() {
        return state == State.DIVERGED ? state.words + " at " + Digits.count(epochs) : state.words;
    }

    /**
     * @param last after the last epoch
     * @param lowest of all epochs
     * @param lowestEpoch at which it was reached first
     */
    public record TestLoss(double last, double lowest, int lowestEpoch) {}
}
