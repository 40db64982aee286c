package org.epochreel.sound.pcm;

import org.epochreel.sound.Pcm;

/**
 * Brings sound to another rate by a sinc under a Kaiser window (J. O. Smith, "Digital Audio Resampling"): flat within
 * 0.01 dB up to 0.9 of the lower rate's band, 100 dB down where it would fold back. Every output sample has weights of its
 * own phase, computed once.
 */
public final class Resampler {

    /** Zero crossings of the sinc on either side. */
    private static final int ZERO_CROSSINGS = 48;
    /** Of the Kaiser window, for 100 dB. */
    private static final double BETA = 10.06;
    /** Middle of the transition, as a part of the lower rate's band. */
    private static final double CUTOFF = 0.955;
    /** Most weights kept; rates without a large common divisor have theirs computed anew. */
    private static final int LARGEST_TABLE = 4_000_000;

    private final int up;
    private final int down;
    private final double scale;
    private final int reach;
    private final double[][] phases;

    private Resampler(int from, int to) {
        int divisor = greatestCommonDivisor(from, to);
        up = to / divisor;
        down = from / divisor;
        scale = CUTOFF * Math.min(1, (double) to / from);
        reach = (int) Math.ceil(ZERO_CROSSINGS / scale);
        phases = (long) up * 2 * reach <= LARGEST_TABLE ? new double[up][] : null;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** The same sound at {@code sampleRate}, as many samples as its time takes, rounded up. */
    public static Pcm resample(Pcm sound, int sampleRate) {
        if (sound.sampleRate() == sampleRate) {
            return sound;
        }
        Resampler resampler = new Resampler(sound.sampleRate(), sampleRate);
        double[][] channels = new double[sound.channels()][];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = resampler.resample(sound.channel(c));
        }
        return new Pcm(sampleRate, channels);
    }

    private double[] resample(double[] samples) {
        double[] target = new double[Math.toIntExact(((long) samples.length * up + down - 1) / down)];
        for (int i = 0; i < target.length; i++) {
            long position = (long) i * down;
            int phase = (int) (position % up);
            int first = (int) (position / up) - reach + 1;
            double[] weights = weights(phase);
            int from = Math.max(0, -first);
            int to = Math.min(weights.length, samples.length - first);
            double sum = 0;
            for (int k = from; k < to; k++) {
                sum += weights[k] * samples[first + k];
            }
            target[i] = sum;
        }
        return target;
    }

    private double[] weights(int phase) {
        if (phases == null) {
            return computed(phase);
        }
        if (phases[phase] == null) {
            phases[phase] = computed(phase);
        }
        return phases[phase];
    }

    /** Weights of the samples around a point that lies {@code phase / up} after one of them; their sum is 1. */
    private double[] computed(int phase) {
        double[] weights = new double[2 * reach];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double distance = k - reach + 1 - (double) phase / up;
            weights[k] = sinc(StrictMath.PI * scale * distance) * kaiser(distance / reach);
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(x) / x;
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : besselI0(BETA * Math.sqrt(1 - x * x));
    }

    /** The modified Bessel function of the first kind and order 0, by its power series. */
    private static double besselI0(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-18 * sum; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
