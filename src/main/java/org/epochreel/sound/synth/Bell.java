package org.epochreel.sound.synth;

/** A bell, whose partials are not multiples of each other and fade the sooner the higher they are. */
final class Bell {

    private static final double[] RATIOS = {1, 2, 2.76, 5.4, 8.93};
    private static final double[] WEIGHTS = {1, 0.6, 0.5, 0.25, 0.12};
    private static final double[] DECAYS = {0.9, 0.6, 0.4, 0.18, 0.07};
    private static final double ATTACK = 0.002;
    private static final double LONGEST = 5;
    private static final double HIGHEST = 16_000;
    private static final double LOUDNESS = 0.14;

    private Bell() {
    }

    /** Strikes it at a sample: the one before is silent, the one after is not. */
    static void strike(Mix mix, int start, double hertz) {
        int attack = (int) (ATTACK * Mix.RATE);
        int end = (int) Math.min(mix.length(), start + LONGEST * Mix.RATE);
        for (int p = 0; p < RATIOS.length && hertz * RATIOS[p] < HIGHEST; p++) {
            double turnsPerSample = hertz * RATIOS[p] / Mix.RATE;
            double kept = StrictMath.exp(-1 / (DECAYS[p] * Mix.RATE));
            double envelope = LOUDNESS * WEIGHTS[p];
            for (int i = start; i < end && envelope > 1e-6; i++) {
                double rise = Math.min(1, (i - start + 1.0) / attack);
                // It ends softly, also where the film does while it rings.
                double fall = Math.min(1, (double) (end - i) / (20 * attack));
                double sample = envelope * rise * fall * Sines.cosine(turnsPerSample * (i - start));
                mix.add(i, sample, sample);
                envelope *= kept;
            }
        }
    }
}
