package org.epochreel.sound.aac.spectrum;

/**
 * Windows and transforms a frame (ISO/IEC 14496-3, 4.6.11). All windows are Kaiser-Bessel derived, with alpha 4 for long
 * slopes and 6 for short ones: of the two shapes it separates tones better.
 */
public final class FilterBank {

    /** Lines of a long window, and samples by which frames advance. */
    public static final int LONG = 1024;
    static final int SHORT = 128;
    static final int SHORT_WINDOWS = LONG / SHORT;

    /** First sample of the first short window within the frame, and of the short slopes of start and stop windows. */
    private static final int SHORT_START = (LONG - SHORT) / 2;

    private final double[] longSlope = kaiserBesselSlope(LONG, 4);
    private final double[] shortSlope = kaiserBesselSlope(SHORT, 6);
    private final Mdct longTransform = new Mdct(LONG);
    private final Mdct shortTransform = new Mdct(SHORT);
    private final double[] windowed = new double[2 * LONG];

    /**
     * Lines of the 2048 samples from {@code from} on: 1024 of one window, or 128 each of eight, one after the other.
     */
    void analyse(double[] samples, int from, WindowSequence sequence, double[] lines) {
        if (sequence == WindowSequence.EIGHT_SHORT) {
            for (int w = 0; w < SHORT_WINDOWS; w++) {
                int start = from + SHORT_START + w * SHORT;
                for (int i = 0; i < SHORT; i++) {
                    windowed[i] = samples[start + i] * shortSlope[i];
                    windowed[SHORT + i] = samples[start + SHORT + i] * shortSlope[SHORT - 1 - i];
                }
                shortTransform.transform(windowed, 0, lines, w * SHORT);
            }
            return;
        }
        boolean shortLeft = sequence == WindowSequence.LONG_STOP;
        boolean shortRight = sequence == WindowSequence.LONG_START;
        for (int i = 0; i < LONG; i++) {
            windowed[i] = samples[from + i] * slope(shortLeft, i);
            windowed[2 * LONG - 1 - i] = samples[from + 2 * LONG - 1 - i] * slope(shortRight, i);
        }
        longTransform.transform(windowed, 0, lines, 0);
    }

    private double slope(boolean shortened, int i) {
        if (!shortened) {
            return longSlope[i];
        }
        return i < SHORT_START ? 0 : i < SHORT_START + SHORT ? shortSlope[i - SHORT_START] : 1;
    }

    /** The rising half of a window (4.6.11.3.2). */
    static double[] kaiserBesselSlope(int length, double alpha) {
        double[] slope = new double[length];
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += kernel(i, length, alpha);
            slope[i] = sum;
        }
        double all = sum + kernel(length, length, alpha);
        for (int i = 0; i < length; i++) {
            slope[i] = Math.sqrt(slope[i] / all);
        }
        return slope;
    }

    private static double kernel(int i, int length, double alpha) {
        double x = 2.0 * i / length - 1;
        return besselI0(StrictMath.PI * alpha * Math.sqrt(1 - x * x));
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
