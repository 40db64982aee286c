package org.epochreel.sound.aac.decode;

import java.util.Arrays;
import org.epochreel.sound.aac.spectrum.FilterBank;
import org.epochreel.sound.aac.spectrum.Mdct;
import org.epochreel.sound.aac.spectrum.WindowSequence;

/** Makes samples of one channel's lines: transforms, windows and overlaps them (ISO/IEC 14496-3, 4.6.11). */
final class Synthesis {

    private static final int LONG = FilterBank.LONG;
    private static final int SHORT = FilterBank.SHORT;
    private static final int SHORT_START = (LONG - SHORT) / 2;

    private final Mdct longTransform = new Mdct(LONG);
    private final Mdct shortTransform = new Mdct(SHORT);
    private final Slopes sine = new Slopes(sineSlope(LONG), sineSlope(SHORT));
    private final Slopes kaiserBessel =
            new Slopes(FilterBank.kaiserBesselSlope(LONG, 4), FilterBank.kaiserBesselSlope(SHORT, 6));
    private final double[] samples = new double[2 * LONG];
    private final double[] window = new double[2 * SHORT];
    private final double[] overlap = new double[LONG];
    private Slopes previous = sine;
    private boolean started;

    /** The rising halves of a shape's long and short windows. */
    private record Slopes(double[] ofLong, double[] ofShort) {
    }

    private static double[] sineSlope(int length) {
        double[] slope = new double[length];
        for (int i = 0; i < length; i++) {
            slope[i] = StrictMath.sin(StrictMath.PI / (2 * length) * (i + 0.5));
        }
        return slope;
    }

    /** The 1024 samples that a frame completes, full scale 32768. */
    double[] next(double[] lines, Windows windows) {
        Slopes current = windows.kaiserBessel() ? kaiserBessel : sine;
        if (!started) {
            previous = current;
            started = true;
        }
        if (windows.isShort()) {
            transformShort(lines, current);
        } else {
            transformLong(lines, windows.sequence(), current);
        }
        double[] complete = new double[LONG];
        for (int i = 0; i < LONG; i++) {
            complete[i] = samples[i] + overlap[i];
        }
        System.arraycopy(samples, LONG, overlap, 0, LONG);
        previous = current;
        return complete;
    }

    private void transformLong(double[] lines, WindowSequence sequence, Slopes current) {
        longTransform.inverse(lines, 0, samples);
        boolean shortLeft = sequence == WindowSequence.LONG_STOP;
        boolean shortRight = sequence == WindowSequence.LONG_START;
        for (int i = 0; i < LONG; i++) {
            samples[i] *= slope(previous, shortLeft, i);
            samples[2 * LONG - 1 - i] *= slope(current, shortRight, i);
        }
    }

    private static double slope(Slopes slopes, boolean shortened, int i) {
        if (!shortened) {
            return slopes.ofLong[i];
        }
        return i < SHORT_START ? 0 : i < SHORT_START + SHORT ? slopes.ofShort[i - SHORT_START] : 1;
    }

    private void transformShort(double[] lines, Slopes current) {
        Arrays.fill(samples, 0);
        for (int w = 0; w < LONG / SHORT; w++) {
            shortTransform.inverse(lines, w * SHORT, window);
            double[] left = (w == 0 ? previous : current).ofShort;
            int start = SHORT_START + w * SHORT;
            for (int i = 0; i < SHORT; i++) {
                samples[start + i] += window[i] * left[i];
                samples[start + SHORT + i] += window[SHORT + i] * current.ofShort[SHORT - 1 - i];
            }
        }
    }
}
