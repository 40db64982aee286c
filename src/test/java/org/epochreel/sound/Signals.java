package org.epochreel.sound;

import java.util.function.IntToDoubleFunction;

/** Sounds to test with. */
public final class Signals {

    private Signals() {
    }

    public static double[] of(int length, IntToDoubleFunction sample) {
        double[] samples = new double[length];
        for (int i = 0; i < length; i++) {
            samples[i] = sample.applyAsDouble(i);
        }
        return samples;
    }

    public static double[] sine(int length, int sampleRate, double hertz, double amplitude) {
        return of(length, i -> amplitude * StrictMath.sin(2 * StrictMath.PI * hertz * i / sampleRate));
    }

    /** Uniform noise by a linear congruence. */
    public static double[] noise(int length, double amplitude, long seed) {
        long[] state = {seed};
        return of(length, i -> {
            state[0] = state[0] * 6364136223846793005L + 1442695040888963407L;
            return amplitude * (state[0] >> 11) / (double) (1L << 52);
        });
    }

    public static double[] sum(double[] a, double[] b) {
        return of(a.length, i -> a[i] + b[i]);
    }

    /** Decibels of the signal over the difference, from {@code from} up to but without {@code to}. */
    public static double signalToNoise(double[] signal, double[] decoded, int from, int to) {
        double energy = 0;
        double noise = 0;
        for (int i = from; i < to; i++) {
            energy += signal[i] * signal[i];
            noise += (signal[i] - decoded[i]) * (signal[i] - decoded[i]);
        }
        return 10 * StrictMath.log10(energy / noise);
    }

    /** Decibels of the mean square, full scale being 0. */
    public static double level(double[] samples, int from, int to) {
        double energy = 0;
        for (int i = from; i < to; i++) {
            energy += samples[i] * samples[i];
        }
        return 10 * StrictMath.log10(energy / (to - from) + 1e-20);
    }
}
