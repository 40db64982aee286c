package org.epochreel.sound.synth;

/** Follows a value smoothly: after each time constant, a part of 1/e of the distance is left. */
final class Glide {

    private final double kept;
    private double value;
    private boolean started;

    /** @param seconds the time constant */
    Glide(double seconds) {
        kept = StrictMath.exp(-Controls.STEP / (seconds * Mix.RATE));
    }

    /** The value one step of controls later; the first is taken as it is. */
    double next(double target) {
        value = started ? target + kept * (value - target) : target;
        started = true;
        return value;
    }
}
