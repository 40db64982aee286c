package org.epochreel.render.pace;

/**
 * How motion comes to its full speed, frame by frame.
 *
 * @param frames that it takes
 * @param grows whether each frame is faster than the one before by the same small ratio, so that no two neighbours differ
 *     much; else the speed rises as a smooth step, which is short
 */
record Ramp(int frames, boolean grows) {

    static final Ramp NONE = new Ramp(0, true);

    /** Each frame moves further than the one before by no more than this. */
    static final double RATIO = 1.12;

    /** The slowest, as a part of the full speed. */
    private static final double SLOWEST = 0.02;

    /** Part of the full speed in step {@code step} of a ramp that has room for only {@code frames} of its frames. */
    double speed(int step, int frames) {
        if (step >= frames) {
            return 1;
        }
        if (grows) {
            double ratio = Math.min(RATIO, StrictMath.pow(SLOWEST, -1.0 / this.frames));
            return StrictMath.pow(ratio, step - frames);
        }
        double part = (step + 0.5) / frames;
        return part * part * (3 - 2 * part);
    }
}
