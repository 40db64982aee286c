package org.epochreel.sound.aac.decode;

import org.epochreel.sound.aac.code.DamagedBitsException;

/** What two channels share: noise, mid and side, intensity (ISO/IEC 14496-3, 4.6.13 and 4.6.8). */
final class Stereo {

    private static final int MULTIPLIER = 1664525;
    private static final int INCREMENT = 1013904223;

    private int random = 1;

    /** Puts noise where only its energy is coded. */
    void addNoise(ChannelStream channel) throws DamagedBitsException {
        channel.windows().forEach((band, from, to) -> {
            if (channel.book(band) == ChannelStream.NOISE) {
                fill(channel, band, from, to);
            }
        });
    }

    private void fill(ChannelStream channel, int band, int from, int to) {
        double[] lines = channel.lines();
        double energy = 0;
        for (int i = from; i < to; i++) {
            random = random * MULTIPLIER + INCREMENT;
            lines[i] = random;
            energy += lines[i] * lines[i];
        }
        scale(lines, from, to, StrictMath.pow(2, channel.scaleFactor(band) / 4.0) / Math.sqrt(energy));
    }

    private static void scale(double[] lines, int from, int to, double factor) {
        for (int i = from; i < to; i++) {
            lines[i] *= factor;
        }
    }

    /** @param used by band, whether ms_used is set */
    void join(ChannelStream left, ChannelStream right, boolean[] used) throws DamagedBitsException {
        addNoise(left);
        addNoise(right);
        left.windows().forEach((band, from, to) -> {
            double[] l = left.lines();
            double[] r = right.lines();
            boolean bothNoise = left.book(band) == ChannelStream.NOISE && right.book(band) == ChannelStream.NOISE;
            if (right.isIntensity(band)) {
                boolean inverted = right.book(band) == ChannelStream.INTENSITY_OUT_OF_PHASE != used[band];
                double factor = StrictMath.pow(2, -right.scaleFactor(band) / 4.0) * (inverted ? -1 : 1);
                System.arraycopy(l, from, r, from, to - from);
                scale(r, from, to, factor);
            } else if (used[band] && bothNoise) {
                // The same noise, each with its own energy.
                System.arraycopy(l, from, r, from, to - from);
                scale(r, from, to,
                        StrictMath.pow(2, (right.scaleFactor(band) - left.scaleFactor(band)) / 4.0));
            } else if (used[band] && left.book(band) != ChannelStream.NOISE
                    && right.book(band) != ChannelStream.NOISE) {
                for (int i = from; i < to; i++) {
                    double mid = l[i];
                    l[i] = mid + r[i];
                    r[i] = mid - r[i];
                }
            }
        });
    }
}
