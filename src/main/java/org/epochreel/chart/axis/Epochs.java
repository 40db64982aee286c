package org.epochreel.chart.axis;

import com.google.common.primitives.ImmutableDoubleArray;

/** What lines over epochs ask of epochs and their values. */
public final class Epochs {

    private Epochs() {}

    /** Refuses to go back: a line that is drawn stays. */
    public static void checkOrder(int next, int epoch) {
        if (epoch < next - 1) {
            throw new IllegalArgumentException("epoch " + epoch + " was asked for after epoch " + (next - 1));
        }
    }

    /** The first epoch of the least value; -1 if there is none. */
    public static int least(ImmutableDoubleArray values) {
        int least = -1;
        for (int epoch = 0; epoch < values.length(); epoch++) {
            double value = values.get(epoch);
            if (!Double.isNaN(value) && (least < 0 || value < values.get(least))) {
                least = epoch;
            }
        }
        return least;
    }
}
