package org.epochreel.sound.aac.spectrum;

import java.util.List;

/**
 * Codes each band as left and right or as their mid and side (ISO/IEC 14496-3, 4.6.8.1), whichever has the lower product
 * of energies over thresholds, which is what bits grow with. Noise of mid and side adds up in both ears, so each may have
 * half of what the more sensitive ear allows.
 *
 * @param channels one channel, or what is coded as first and second of two
 * @param midSide by band, whether it is mid and side; no entries for one channel
 */
public record StereoChoice(List<ChannelSpectrum> channels, boolean[] midSide) {

    public static StereoChoice mono(ChannelSpectrum channel) {
        return new StereoChoice(List.of(channel), new boolean[0]);
    }

    /**
     * Chooses for each band; changes the lines and thresholds in place.
     *
     * @param quality how many times less noise than the thresholds is wanted
     */
    public static StereoChoice of(ChannelSpectrum left, ChannelSpectrum right, double quality) {
        BandLayout layout = left.layout();
        boolean[] midSide = new boolean[layout.bands()];
        for (int b = 0; b < midSide.length; b++) {
            double mid = 0;
            double side = 0;
            for (int i = layout.start(b); i < layout.end(b); i++) {
                double m = (left.lines()[i] + right.lines()[i]) / 2;
                double s = (left.lines()[i] - right.lines()[i]) / 2;
                mid += m * m;
                side += s * s;
            }
            double threshold = Math.min(left.thresholds()[b], right.thresholds()[b]) / 2;
            midSide[b] = demand(mid, threshold, quality) * demand(side, threshold, quality)
                    < demand(left.energy(b), left.thresholds()[b], quality)
                    * demand(right.energy(b), right.thresholds()[b], quality);
            if (midSide[b]) {
                turn(left, right, b, threshold);
            }
        }
        return new StereoChoice(List.of(left, right), midSide);
    }

    private static double demand(double energy, double threshold, double quality) {
        return 1 + quality * energy / threshold;
    }

    private static void turn(ChannelSpectrum left, ChannelSpectrum right, int band, double threshold) {
        for (int i = left.layout().start(band); i < left.layout().end(band); i++) {
            double mid = (left.lines()[i] + right.lines()[i]) / 2;
            right.lines()[i] = (left.lines()[i] - right.lines()[i]) / 2;
            left.lines()[i] = mid;
        }
        left.thresholds()[band] = threshold;
        right.thresholds()[band] = threshold;
    }

    /** ms_mask_present: 0 for no band, 1 where the bands tell, 2 for all. */
    public int maskPresent() {
        int count = 0;
        for (boolean band : midSide) {
            count += band ? 1 : 0;
        }
        return count == 0 ? 0 : count == midSide.length ? 2 : 1;
    }

    /** Bits of ms_used, which are there only where the bands tell. */
    public int maskBits() {
        return maskPresent() == 1 ? midSide.length : 0;
    }
}
