package org.epochreel.sound.pcm;

import org.epochreel.sound.Pcm;

/**
 * Brings sound to a loudness without clipping: one gain for all of it, and a soft knee that bends what would come near
 * full scale. Since the knee takes some loudness away, the gain is measured again.
 */
public final class Levelling {

    /** The loudness that the usual players and platforms bring stereo sound to, in LUFS. */
    public static final double TARGET = -16;

    private static final double KNEE = 0.7;
    private static final double CEILING = 0.85;
    private static final double LARGEST_GAIN = 40;
    private static final double TOLERANCE = 0.05;
    private static final int PASSES = 4;

    private Levelling() {
    }

    /** The same sound at {@link #TARGET}, no sample above 0.85; silence stays silence. */
    public static Pcm level(Pcm sound) {
        double loudness = Loudness.integrated(sound);
        if (loudness <= Loudness.LEAST) {
            return sound;
        }
        double gain = Math.min(LARGEST_GAIN, TARGET - loudness);
        Pcm levelled = amplified(sound, gain);
        for (int pass = 1; pass < PASSES; pass++) {
            double lacking = TARGET - Loudness.integrated(levelled);
            if (Math.abs(lacking) <= TOLERANCE) {
                break;
            }
            gain = Math.min(LARGEST_GAIN, gain + lacking);
            levelled = amplified(sound, gain);
        }
        return levelled;
    }

    private static Pcm amplified(Pcm sound, double gain) {
        double factor = StrictMath.pow(10, gain / 20);
        double[][] channels = new double[sound.channels()][sound.length()];
        for (int c = 0; c < channels.length; c++) {
            double[] samples = sound.channel(c);
            for (int i = 0; i < samples.length; i++) {
                channels[c][i] = bent(factor * samples[i]);
            }
        }
        return new Pcm(sound.sampleRate(), channels);
    }

    private static double bent(double sample) {
        double magnitude = Math.abs(sample);
        if (magnitude <= KNEE) {
            return sample;
        }
        double room = CEILING - KNEE;
        return Math.copySign(KNEE + room * StrictMath.tanh((magnitude - KNEE) / room), sample);
    }
}
