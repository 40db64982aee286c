package org.epochreel.render.pace;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run's model gives at a few places, at evenly spaced epochs from 0 on and at the last, in bounded memory: when
 * there are too many, every second one is let go and the spacing doubles.
 */
public final class MotionSamples {

    /** Numbers kept at the most, 8 MiB of them, but never fewer than {@link #FEWEST} epochs. */
    private static final int MOST_NUMBERS = 2 << 20;

    private static final int FEWEST = 64;

    private final double middle;
    private final double span;
    private final int capacity;
    private final List<float[]> kept = new ArrayList<>();
    private int spacing = 1;
    private float[] latest;
    private int latestEpoch = -1;

    /**
     * @param places at which the model is looked at
     * @param middle of the values that are expected; numbers are kept by their distance from it
     * @param span of those values, above 0
     */
    public MotionSamples(int places, double middle, double span) {
        this.middle = middle;
        this.span = span;
        this.capacity = capacity(places);
        this.latest = new float[places];
    }

    /** Epochs that can be taken before any is let go. */
    public static int capacity(int places) {
        return Math.max(FEWEST, MOST_NUMBERS / Math.max(1, places));
    }

    /** Takes a copy of what the model gives at the next epoch. */
    public void add(double[] values) {
        latestEpoch++;
        float[] sample = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            sample[i] = (float) ((values[i] - middle) / span);
        }
        latest = sample;
        if (latestEpoch % spacing != 0) {
            return;
        }
        if (kept.size() == capacity) {
            for (int i = 1; 2 * i < kept.size(); i++) {
                kept.set(i, kept.get(2 * i));
            }
            kept.subList((kept.size() + 1) / 2, kept.size()).clear();
            spacing *= 2;
            if (latestEpoch % spacing != 0) {
                return;
            }
        }
        kept.add(sample);
    }

    public int lastEpoch() {
        return latestEpoch;
    }

    /** How many epochs lie between two samples but the last. */
    public int spacing() {
        return spacing;
    }

    /** What is known of an epoch, or of the nearest before it; after the last epoch that of the last. */
    private float[] sample(int epoch) {
        return epoch >= latestEpoch ? latest : kept.get(epoch / spacing);
    }

    /** Puts the values at an epoch, each cut to those from {@code low} to {@code high}, into {@code into}. */
    void copy(int epoch, double low, double high, float[] into, int at) {
        float[] values = sample(epoch);
        float from = (float) ((low - middle) / span);
        float to = (float) ((high - middle) / span);
        for (int i = 0; i < values.length; i++) {
            into[at + i] = Float.isNaN(values[i]) ? to : Math.max(from, Math.min(to, values[i]));
        }
    }

    /** The mean distance of an epoch's values from the middle between two limits, in distances of these. */
    double away(int epoch, double low, double high) {
        float[] values = sample(epoch);
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value * span + middle - (low + high) / 2) / (high - low);
        }
        return sum / values.length;
    }

    double span() {
        return span;
    }

    int places() {
        return latest.length;
    }
}
