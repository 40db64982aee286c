package org.epochreel.sound.synth;

/**
 * The end of a training that left the finite numbers: a low cluster of semitones and a tritone, rich in partials, that
 * grates and sinks for a second and a half. Nothing follows it.
 */
final class Breakdown {

    private static final double[] SEMITONES = {0, 1, 6, 7};
    private static final int PARTIALS = 12;
    private static final double SECONDS = 1.5;
    private static final double ATTACK = 0.003;
    private static final double SINKING_OCTAVES = 1;
    private static final double GRATING_HERTZ = 31;
    private static final double LOUDNESS = 0.09;

    private Breakdown() {
    }

    static void play(Mix mix, int start, Tuning tuning) {
        int length = (int) Math.min(mix.length() - (double) start, SECONDS * Mix.RATE);
        int attack = (int) (ATTACK * Mix.RATE);
        double[] phases = new double[SEMITONES.length];
        double[] increments = new double[SEMITONES.length];
        for (int i = 0; i < length; i++) {
            if (i % Controls.STEP == 0) {
                double sunk = SINKING_OCTAVES * i / (SECONDS * Mix.RATE);
                for (int v = 0; v < SEMITONES.length; v++) {
                    increments[v] = tuning.lowest() * StrictMath.pow(2, SEMITONES[v] / 12 - sunk) / Mix.RATE;
                }
            }
            double left = 1 - i / (SECONDS * Mix.RATE);
            double envelope = LOUDNESS * left * left * Math.min(1, (i + 1.0) / attack)
                    * Math.min(1, (double) (length - i) / (20 * attack))
                    * (0.6 + 0.4 * Sines.of(GRATING_HERTZ * i / Mix.RATE));
            double even = 0;
            double odd = 0;
            for (int v = 0; v < phases.length; v++) {
                phases[v] += increments[v];
                phases[v] -= (long) phases[v];
                double tone = tone(phases[v]);
                if (v % 2 == 0) {
                    even += tone;
                } else {
                    odd += tone;
                }
            }
            mix.add(start + i, envelope * (even + 0.6 * odd), envelope * (0.6 * even + odd));
        }
    }

    /** Like a saw, without partials that would fold back. */
    private static double tone(double phase) {
        double twiceCosine = 2 * Sines.cosine(phase);
        double before = 0;
        double sine = Sines.of(phase);
        double sum = 0;
        for (int p = 1; p <= PARTIALS; p++) {
            sum += sine / p;
            double next = twiceCosine * sine - before;
            before = sine;
            sine = next;
        }
        return sum;
    }
}
