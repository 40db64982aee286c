package org.epochreel.sound.pcm;

import java.util.ArrayList;
import java.util.List;
import org.epochreel.sound.Pcm;

/**
 * Programme loudness in LUFS (ITU-R BS.1770-4): the energy of blocks of 0.4 s under the K weighting, each a quarter
 * after the one before; blocks below -70 LUFS do not count, nor those more than 10 below the mean of the others. The
 * weighting's coefficients are given for 48 kHz only; for other rates they come from the analogue filters that those are.
 */
public final class Loudness {

    /** The least that is told; silence has it. */
    public static final double LEAST = -70;

    private static final double OFFSET = -0.691;
    private static final double RELATIVE_GATE = 10;
    private static final double BLOCK_SECONDS = 0.4;
    private static final int BLOCK_QUARTERS = 4;

    private Loudness() {
    }

    /** Integrated loudness of the whole sound; that of sound shorter than a block is of all of it. */
    public static double integrated(Pcm sound) {
        int hop = (int) Math.round(BLOCK_SECONDS / BLOCK_QUARTERS * sound.sampleRate());
        double[] hops = new double[Math.max(1, sound.length() / hop)];
        for (int c = 0; c < sound.channels(); c++) {
            addEnergies(sound, c, hop, hops);
        }
        List<Double> blocks = new ArrayList<>();
        int quarters = Math.min(BLOCK_QUARTERS, hops.length);
        for (int start = 0; start + quarters <= hops.length; start++) {
            double sum = 0;
            for (int q = 0; q < quarters; q++) {
                sum += hops[start + q];
            }
            blocks.add(sum / (quarters * (double) Math.min(hop, sound.length())));
        }
        double absolute = meanAbove(blocks, LEAST);
        return Math.max(LEAST, lufs(meanAbove(blocks, lufs(absolute) - RELATIVE_GATE)));
    }

    private static double lufs(double energy) {
        return OFFSET + 10 * StrictMath.log10(energy + 1e-30);
    }

    private static double meanAbove(List<Double> blocks, double gate) {
        double sum = 0;
        int count = 0;
        for (double block : blocks) {
            if (lufs(block) > gate) {
                sum += block;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static void addEnergies(Pcm sound, int channel, int hop, double[] hops) {
        Biquad shelf = Biquad.highShelf(sound.sampleRate(), 1681.974450955533, 3.999843853973347, 0.7071752369554196);
        Biquad highPass = Biquad.highPass(sound.sampleRate(), 38.13547087602444, 0.5003270373238773);
        double[] samples = sound.channel(channel);
        for (int i = 0; i < Math.min(samples.length, hops.length * hop); i++) {
            double weighted = highPass.filter(shelf.filter(samples[i]));
            hops[i / hop] += weighted * weighted;
        }
    }

    /** A filter of second order, in transposed direct form II. */
    private static final class Biquad {

        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double state1;
        private double state2;

        private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) {
            this.b0 = b0 / a0;
            this.b1 = b1 / a0;
            this.b2 = b2 / a0;
            this.a1 = a1 / a0;
            this.a2 = a2 / a0;
        }

        static Biquad highShelf(int sampleRate, double hertz, double decibels, double q) {
            double k = StrictMath.tan(StrictMath.PI * hertz / sampleRate);
            double high = StrictMath.pow(10, decibels / 20);
            double band = StrictMath.pow(high, 0.4996667741545416);
            return new Biquad(high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k,
                    1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k);
        }

        static Biquad highPass(int sampleRate, double hertz, double q) {
            double k = StrictMath.tan(StrictMath.PI * hertz / sampleRate);
            double a0 = 1 + k / q + k * k;
            // The recommendation leaves the numerator at 1, -2, 1.
            return new Biquad(a0, -2 * a0, a0, a0, 2 * (k * k - 1), 1 - k / q + k * k);
        }

        double filter(double sample) {
            double result = b0 * sample + state1;
            state1 = b1 * sample - a1 * result + state2;
            state2 = b2 * sample - a2 * result;
            return result;
        }
    }
}
