package org.epochreel.sound.synth;

/** Sines by a table, 130 dB more exact than a full-scale tone is loud. */
final class Sines {

    private static final int SIZE = 4096;
    private static final double[] TABLE = new double[SIZE + 1];

    static {
        for (int i = 0; i <= SIZE; i++) {
            TABLE[i] = StrictMath.sin(2 * StrictMath.PI * i / SIZE);
        }
    }

    private Sines() {
    }

    /** The sine of a phase in turns, at least 0. */
    static double of(double turns) {
        double place = (turns - (long) turns) * SIZE;
        int index = (int) place;
        double low = TABLE[index];
        return low + (place - index) * (TABLE[index + 1] - low);
    }

    /** The cosine of a phase in turns, at least 0. */
    static double cosine(double turns) {
        return of(turns + 0.25);
    }
}
