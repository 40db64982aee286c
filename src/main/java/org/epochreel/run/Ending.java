package org.epochreel.run;

/** Why a training run ended. */
public enum Ending {
    /** All epochs are done. */
    EPOCHS,
    /** The stop rule held. */
    STOP,
    /** The next state would not have been finite. */
    DIVERGED,
    /** No step lowers the loss any more. */
    CONVERGED
}
