package org.epochreel.sound.aac.spectrum;

/**
 * How much noise each scale factor band of a window can hide: its energy less an offset that is larger for tones than for
 * noise, spread over the bands beside it, and never below the threshold in quiet (after J. D. Johnston, "Transform coding
 * of audio signals using perceptual noise criteria", 1988, and 3GPP TS 26.403, 5.4). Whether a band is tonal or noisy is
 * told by the flatness of X[k]^2 + (X[k+1] - X[k-1])^2, which unlike X[k]^2 does not swing with the phase of a tone.
 */
public final class PsychoacousticModel {

    /** Decibels below its energy that hide beneath noise, and beneath a tone at 0 Bark; there 0.7 are added a Bark. */
    private static final double NOISE_OFFSET = 7;
    private static final double TONE_OFFSET = 14.5;
    private static final double TONE_OFFSET_PER_BARK = 0.7;
    /** Short windows are too coarse to tell tones from noise. */
    private static final double SHORT_OFFSET = 9;
    private static final double SPREAD_UP = 15;
    private static final double SPREAD_DOWN = 30;
    /** A flatness of so many decibels is a pure tone's. */
    private static final double TONE_FLATNESS = -25;
    /** Bands of fewer lines are judged with their neighbours. */
    private static final int FLATNESS_LINES = 16;
    /** The level of a full-scale sine, in decibels of sound pressure. */
    private static final double FULL_SCALE = 96;
    private static final double FLOOR = 1e-9;

    private final int[] edges;
    private final int lines;
    private final boolean isShort;
    private final double[] quiet;
    private final double[] toneOffset;
    private final double[] up;
    private final double[] down;
    private final double[] blurred;

    PsychoacousticModel(boolean isShort, int sampleRate) {
        this.isShort = isShort;
        edges = BandLayout.edges(isShort);
        int bands = edges.length - 1;
        lines = edges[bands];
        quiet = new double[bands];
        toneOffset = new double[bands];
        up = new double[bands];
        down = new double[bands];
        blurred = new double[lines];
        double width = sampleRate / (2.0 * lines);
        // By Parseval, a sine of amplitude 2^15 has the energy 2^30 / 2 a sample in M samples, times 2 M of the transform.
        double fullScale = Math.scalb((double) lines * lines, 30);
        double previous = 0;
        for (int b = 0; b < bands; b++) {
            double middle = bark((edges[b] + edges[b + 1]) / 2.0 * width);
            double least = Math.min(quietLevel((edges[b] + 0.5) * width), quietLevel((edges[b + 1] - 0.5) * width));
            quiet[b] = fullScale * power(least - FULL_SCALE);
            toneOffset[b] = TONE_OFFSET + TONE_OFFSET_PER_BARK * middle;
            if (b > 0) {
                up[b] = power(-SPREAD_UP * (middle - previous));
                down[b - 1] = power(-SPREAD_DOWN * (middle - previous));
            }
            previous = middle;
        }
    }

    private static double power(double decibels) {
        return StrictMath.pow(10, decibels / 10);
    }

    /** Zwicker and Terhardt's critical-band rate, in Bark. */
    static double bark(double hertz) {
        return 13 * StrictMath.atan(0.00076 * hertz) + 3.5 * StrictMath.atan(hertz / 7500 * (hertz / 7500));
    }

    /** Terhardt's threshold in quiet, in decibels of sound pressure. */
    static double quietLevel(double hertz) {
        double f = Math.max(hertz, 20) / 1000;
        return 3.64 * StrictMath.pow(f, -0.8) - 6.5 * StrictMath.exp(-0.6 * (f - 3.3) * (f - 3.3))
                + 1e-3 * f * f * f * f;
    }

    int bands() {
        return quiet.length;
    }

    /** The threshold in quiet of a band. */
    double quiet(int band) {
        return quiet[band];
    }

    /**
     * Energies of noise that are just inaudible, by band.
     *
     * @param spectrum holds the window's lines from {@code from} on, by {@link Mdct}'s scale
     */
    double[] thresholds(double[] spectrum, int from) {
        double[] thresholds = new double[quiet.length];
        if (!isShort) {
            blur(spectrum, from);
        }
        for (int b = 0; b < thresholds.length; b++) {
            double energy = 0;
            for (int i = from + edges[b]; i < from + edges[b + 1]; i++) {
                energy += spectrum[i] * spectrum[i];
            }
            double offset = isShort ? SHORT_OFFSET : longOffset(b);
            thresholds[b] = energy * power(-offset);
        }
        for (int b = 1; b < thresholds.length; b++) {
            thresholds[b] = Math.max(thresholds[b], up[b] * thresholds[b - 1]);
        }
        for (int b = thresholds.length - 2; b >= 0; b--) {
            thresholds[b] = Math.max(thresholds[b], down[b] * thresholds[b + 1]);
        }
        for (int b = 0; b < thresholds.length; b++) {
            thresholds[b] = Math.max(thresholds[b], quiet[b]);
        }
        return thresholds;
    }

    private double longOffset(int band) {
        double tonality = Math.max(0, Math.min(1, flatness(band) / TONE_FLATNESS));
        return tonality * toneOffset[band] + (1 - tonality) * NOISE_OFFSET;
    }

    private void blur(double[] spectrum, int from) {
        for (int k = 0; k < lines; k++) {
            double before = k == 0 ? 0 : spectrum[from + k - 1];
            double after = k == lines - 1 ? 0 : spectrum[from + k + 1];
            double line = spectrum[from + k];
            blurred[k] = line * line + (after - before) * (after - before) + FLOOR;
        }
    }

    /** Geometric over arithmetic mean of a band's powers, in decibels, at most 0. */
    private double flatness(int band) {
        int wanted = Math.max(FLATNESS_LINES, edges[band + 1] - edges[band]);
        int start = Math.max(0, Math.min(lines - wanted, (edges[band] + edges[band + 1] - wanted) / 2));
        double sum = 0;
        double product = 1;
        int exponent = 0;
        for (int k = start; k < start + wanted; k++) {
            sum += blurred[k];
            // One logarithm for the product of all: its exponent is counted apart lest it overflow.
            product *= blurred[k];
            int e = Math.getExponent(product);
            product = Math.scalb(product, -e);
            exponent += e;
        }
        double logarithm = (StrictMath.log10(product) + exponent * LOG10_2) / wanted;
        return 10 * (logarithm - StrictMath.log10(sum / wanted));
    }

    private static final double LOG10_2 = StrictMath.log10(2);
}
