package org.epochreel.sound.synth;

/** Puts a level on a scale's notes; one that lingers between two of them does not flutter. */
final class Steps {

    /** How far beyond the middle between two notes the level must go to change them, in steps. */
    private static final double HYSTERESIS = 0.175;

    private final int count;
    private int step;
    private boolean started;

    Steps(Tuning tuning) {
        count = tuning.steps();
    }

    /** The note of a level, in steps above the lowest. */
    int at(double level) {
        double place = level * count;
        if (!started || Math.abs(place - step) > 0.5 + HYSTERESIS) {
            step = (int) Math.round(place);
            started = true;
        }
        return step;
    }
}
