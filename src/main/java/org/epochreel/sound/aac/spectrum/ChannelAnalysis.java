package org.epochreel.sound.aac.spectrum;

import java.util.Arrays;

/**
 * Lines and thresholds of one channel's frame. Start, stop and short windows smear tones over bands in which nothing
 * hides noise; their thresholds are therefore never above those of an ordinary long window on the same samples.
 */
public final class ChannelAnalysis {

    /** Between the scales of a long transform and a short one, and between a frame and one of its eight windows. */
    private static final double LONG_TO_SHORT = FilterBank.SHORT_WINDOWS * FilterBank.SHORT_WINDOWS;

    /** How much weaker a short window's noise is in the next band, at least: there, too, it must stay inaudible. */
    private static final double LEAKAGE = 30;

    private final FilterBank filterBank = new FilterBank();
    private final PsychoacousticModel longModel;
    private final PsychoacousticModel shortModel;
    private final double[] windows = new double[FilterBank.LONG];
    private final double[] ordinary = new double[FilterBank.LONG];

    public ChannelAnalysis(int sampleRate) {
        longModel = new PsychoacousticModel(false, sampleRate);
        shortModel = new PsychoacousticModel(true, sampleRate);
    }

    /** Analyses the 2048 samples from {@code from} on. */
    public ChannelSpectrum analyse(double[] samples, int from, BandLayout layout) {
        WindowSequence sequence = layout.shape().sequence();
        filterBank.analyse(samples, from, sequence, windows);
        double[] thresholds;
        if (sequence == WindowSequence.ONLY_LONG) {
            thresholds = longModel.thresholds(windows, 0);
        } else {
            filterBank.analyse(samples, from, WindowSequence.ONLY_LONG, ordinary);
            double[] limits = longModel.thresholds(ordinary, 0);
            thresholds = layout.shape().isShort()
                    ? shortThresholds(layout, limits) : least(longModel.thresholds(windows, 0), limits);
        }
        return new ChannelSpectrum(layout, layout.arrange(windows), Arrays.copyOf(thresholds, layout.bands()));
    }

    private static double[] least(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.min(a[i], b[i]);
        }
        return a;
    }

    /** One scale factor serves all windows of a group, so the most sensitive of them decides. */
    private double[] shortThresholds(BandLayout layout, double[] longLimits) {
        double[] limits = perShortWindow(longLimits);
        double[] thresholds = new double[layout.bands()];
        int window = 0;
        for (int g = 0; g < layout.groups(); g++) {
            int length = layout.shape().groups().get(g);
            double[] group = limits.clone();
            for (int w = window; w < window + length; w++) {
                least(group, shortModel.thresholds(windows, w * FilterBank.SHORT));
            }
            for (int b = 0; b < layout.bandsPerGroup(); b++) {
                thresholds[g * layout.bandsPerGroup() + b] = length * group[b];
            }
            window += length;
        }
        return thresholds;
    }

    /** Noise spreads evenly within a short band, so the most sensitive long band within it decides. */
    private static double[] perShortWindow(double[] longThresholds) {
        int[] longEdges = BandLayout.edges(false);
        int[] shortEdges = BandLayout.edges(true);
        double[] limits = new double[shortEdges.length - 1];
        for (int b = 0, longBand = 0; b < limits.length; b++) {
            double least = Double.POSITIVE_INFINITY;
            int end = FilterBank.SHORT_WINDOWS * shortEdges[b + 1];
            while (longBand < longThresholds.length && longEdges[longBand] < end) {
                int width = longEdges[longBand + 1] - longEdges[longBand];
                least = Math.min(least, longThresholds[longBand] / width);
                longBand++;
            }
            longBand -= longEdges[longBand] > end ? 1 : 0;
            limits[b] = least * FilterBank.SHORT_WINDOWS / LONG_TO_SHORT;
        }
        for (int b = 1; b < limits.length; b++) {
            limits[b] = Math.min(limits[b], LEAKAGE * limits[b - 1]);
        }
        for (int b = limits.length - 2; b >= 0; b--) {
            limits[b] = Math.min(limits[b], LEAKAGE * limits[b + 1]);
        }
        for (int b = 0; b < limits.length; b++) {
            limits[b] *= shortEdges[b + 1] - shortEdges[b];
        }
        return limits;
    }
}
