package org.epochreel.gallery;

import org.epochreel.scene.VideoSpec.Range;

/**
 * Where a {@link SavedRun} samples curves: at both ends of {@code x} and evenly in between.
 *
 * @param samples of every frame's curve, at least 2
 * @param fine samples of the last one, at least 2
 */
public record CurveGrid(Range x, int samples, int fine) {

    public CurveGrid {
        if (samples < 2 || fine < 2) {
            throw new IllegalArgumentException("a curve needs at least 2 samples, not " + Math.min(samples, fine));
        }
    }

    double[] all() {
        return at(samples);
    }

    double[] allFine() {
        return at(fine);
    }

    private double[] at(int count) {
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = x.from() + i * ((x.to() - x.from()) / (count - 1));
        }
        return all;
    }

    /** The value at {@code at} of the straight line between the samples around it, of as many as there are, or on beyond the last. */
    public double interpolate(double[] y, double at) {
        double position = (at - x.from()) / (x.to() - x.from()) * (y.length - 1);
        int left = Math.max(0, Math.min(y.length - 2, (int) position));
        return y[left] + (position - left) * (y[left + 1] - y[left]);
    }
}
