package org.epochreel.gallery;

import org.epochreel.scene.VideoSpec.Range;

/**
 * Where a {@link SavedRun} samples curves: at both ends of {@code x} and evenly in between.
 *
 * @param samples at least 2
 */
public record CurveGrid(Range x, int samples) {

    public CurveGrid {
        if (samples < 2) {
            throw new IllegalArgumentException("a curve needs at least 2 samples, not " + samples);
        }
    }

    /** The x of sample {@code index}. */
    double at(int index) {
        return x.from() + index * ((x.to() - x.from()) / (samples - 1));
    }

    double[] all() {
        double[] all = new double[samples];
        for (int i = 0; i < samples; i++) {
            all[i] = at(i);
        }
        return all;
    }

    /** The value at {@code at} of the straight line between the samples around it, or on beyond the last. */
    public double interpolate(double[] y, double at) {
        double position = (at - x.from()) / (x.to() - x.from()) * (samples - 1);
        int left = Math.max(0, Math.min(samples - 2, (int) position));
        return y[left] + (position - left) * (y[left + 1] - y[left]);
    }
}
