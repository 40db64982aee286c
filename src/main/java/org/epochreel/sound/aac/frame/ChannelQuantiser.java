package org.epochreel.sound.aac.frame;

import org.epochreel.sound.aac.code.Quantiser;
import org.epochreel.sound.aac.code.ScaleFactorBook;
import org.epochreel.sound.aac.spectrum.BandLayout;
import org.epochreel.sound.aac.spectrum.ChannelSpectrum;

/**
 * Quantises a channel's frame, first as finely as its thresholds ask, then more coarsely by one step for all bands, so
 * that the excess over the thresholds is the same everywhere.
 */
public final class ChannelQuantiser {

    private static final int STEPS_DOWN = 8;
    private static final int STEPS_UP = 5;
    private static final double ZERO = 1e-9;

    private final BandLayout layout;
    private final double[] lines;
    private final double[] magnitudes;
    private final double[] compressed;
    /** By band: what the threshold asks for, and the range in which the largest line can be coded and does not vanish. */
    private final int[] wanted;
    private final int[] least;
    private final int[] greatest;
    private final boolean[] audible;

    /** @param quality how many times less noise than the thresholds is wanted */
    ChannelQuantiser(ChannelSpectrum spectrum, double quality) {
        layout = spectrum.layout();
        lines = spectrum.lines();
        magnitudes = new double[lines.length];
        compressed = new double[lines.length];
        int bands = layout.bands();
        wanted = new int[bands];
        least = new int[bands];
        greatest = new int[bands];
        audible = new boolean[bands];
        for (int b = 0; b < bands; b++) {
            fit(b, spectrum.thresholds()[b], quality);
        }
    }

    private void fit(int band, double threshold, double quality) {
        int from = layout.start(band);
        int to = layout.end(band);
        double energy = 0;
        double roots = 0;
        double largest = 0;
        for (int i = from; i < to; i++) {
            double magnitude = Math.abs(lines[i]);
            double root = Math.sqrt(magnitude);
            magnitudes[i] = magnitude;
            compressed[i] = root * Math.sqrt(root);
            energy += magnitude * magnitude;
            roots += root;
            largest = Math.max(largest, compressed[i]);
        }
        audible[band] = energy > threshold;
        if (largest < ZERO) {
            wanted[band] = Quantiser.SCALE_FACTORS - 1;
            least[band] = wanted[band];
            greatest[band] = -1;
            return;
        }
        least[band] = Quantiser.least(largest);
        greatest[band] = Quantiser.greatest(largest);
        double target = threshold / quality;
        if (energy <= target) {
            wanted[band] = Quantiser.SCALE_FACTORS - 1;
            return;
        }
        int scaleFactor = Math.min(Quantiser.estimate(target, roots), greatest[band]);
        wanted[band] = refine(Math.max(scaleFactor, least[band]), target, band);
    }

    private int refine(int estimate, double target, int band) {
        int scaleFactor = estimate;
        int from = layout.start(band);
        int to = layout.end(band);
        if (Quantiser.noise(magnitudes, compressed, from, to, scaleFactor) > target) {
            int end = Math.max(least[band], scaleFactor - STEPS_DOWN);
            while (scaleFactor > end) {
                scaleFactor--;
                if (Quantiser.noise(magnitudes, compressed, from, to, scaleFactor) <= target) {
                    break;
                }
            }
            return scaleFactor;
        }
        int end = Math.min(greatest[band], scaleFactor + STEPS_UP);
        while (scaleFactor < end
                && Quantiser.noise(magnitudes, compressed, from, to, scaleFactor + 1) <= target) {
            scaleFactor++;
        }
        return scaleFactor;
    }

    /**
     * The frame with every scale factor raised by {@code shift}.
     *
     * @param holes whether audible bands may vanish; else each of them keeps at least its largest line
     */
    CodedChannel quantise(int shift, boolean holes) {
        int bands = layout.bands();
        int[] scaleFactors = new int[bands];
        int highest = 0;
        for (int b = 0; b < bands; b++) {
            int scaleFactor = Math.min(Quantiser.SCALE_FACTORS - 1, wanted[b] + shift);
            if (audible[b] && !holes) {
                scaleFactor = Math.min(scaleFactor, Math.max(wanted[b], greatest[b]));
            }
            scaleFactors[b] = scaleFactor;
            if (scaleFactor <= greatest[b]) {
                highest = Math.max(highest, scaleFactor);
            }
        }
        int[] quantised = new int[lines.length];
        boolean[] occupied = new boolean[bands];
        for (int b = 0; b < bands; b++) {
            // Differences are limited; a loud band must not be clipped, so a quiet one becomes coarser.
            scaleFactors[b] = Math.max(scaleFactors[b], highest - ScaleFactorBook.LARGEST);
            if (scaleFactors[b] <= greatest[b]) {
                occupied[b] = quantise(quantised, b, scaleFactors[b]);
            }
        }
        return new CodedChannel(layout, scaleFactors, quantised, occupied, Sections.of(layout, quantised));
    }

    private boolean quantise(int[] quantised, int band, int scaleFactor) {
        boolean occupied = false;
        for (int i = layout.start(band); i < layout.end(band); i++) {
            int magnitude = Quantiser.quantise(compressed[i], scaleFactor);
            quantised[i] = lines[i] < 0 ? -magnitude : magnitude;
            occupied |= magnitude != 0;
        }
        return occupied;
    }
}
