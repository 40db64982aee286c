package org.epochreel.render.pace;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;

/** Chooses the epochs, from 0 to the last, that become the training frames of a video. */
final class Pacing {

    /** With fewer frames than first, last and two between there is nothing to pace. */
    private static final int FEWEST_PACED = 4;

    private final int lastEpoch;

    Pacing(int lastEpoch) {
        this.lastEpoch = lastEpoch;
    }

    /** Epochs 0, k, 2k, ... and the last. */
    ImmutableIntArray every(int step) {
        ImmutableIntArray.Builder epochs = ImmutableIntArray.builder(lastEpoch / step + 2);
        for (long epoch = 0; epoch < lastEpoch; epoch += step) {
            epochs.add((int) epoch);
        }
        return epochs.add(lastEpoch).build();
    }

    /** {@code count} frames at equal distances in epochs; epochs repeat where there are too few. */
    ImmutableIntArray evenly(int count) {
        int[] epochs = new int[count];
        for (int i = 1; i < count - 1; i++) {
            epochs[i] = (int) (((long) i * lastEpoch * 2 + (count - 1)) / (2L * (count - 1)));
        }
        epochs[count - 1] = lastEpoch;
        return ImmutableIntArray.copyOf(epochs);
    }

    /** {@code count} frames at equal ratios of epoch + 1, one epoch a frame while the ratio asks for less. */
    ImmutableIntArray logarithmically(int count) {
        if (lastEpoch < count || count < FEWEST_PACED) {
            return evenly(count);
        }
        int[] epochs = new int[count];
        for (int i = 1; i < count; i++) {
            int previous = epochs[i - 1];
            double ratio = StrictMath.pow((lastEpoch + 1.0) / (previous + 1.0), 1.0 / (count - i));
            epochs[i] = Math.max(previous + 1, (int) Math.rint((previous + 1.0) * ratio - 1));
        }
        epochs[count - 1] = lastEpoch;
        return ImmutableIntArray.copyOf(epochs);
    }

    /**
     * {@code count} frames between which the curve moves by about the same distance. A single epoch that moves it further
     * is a frame of its own.
     *
     * @param distance how far the curve moved from epoch e - 1 to epoch e; one entry an epoch, entry 0 is not used
     */
    ImmutableIntArray byMotion(int count, ImmutableDoubleArray distance) {
        double low = 0;
        double high = 0;
        for (int epoch = 1; epoch <= lastEpoch; epoch++) {
            high += distance.get(epoch);
        }
        if (lastEpoch < count || count < FEWEST_PACED || high == 0) {
            return evenly(count);
        }
        // 100 halvings reach neighbouring doubles; more frames than asked for at low, no more at high.
        for (int i = 0; i < 100; i++) {
            double middle = low + (high - low) / 2;
            if (framesAt(middle, distance, null) > count) {
                low = middle;
            } else {
                high = middle;
            }
        }
        int[] epochs = new int[count];
        int found = framesAt(high, distance, epochs);
        return ImmutableIntArray.copyOf(fillWidestGaps(epochs, found));
    }

    /** Counts, and where {@code epochs} is given also lists, the frames with at least {@code quota} of motion between them. */
    private int framesAt(double quota, ImmutableDoubleArray distance, int[] epochs) {
        int frames = 1;
        double moved = 0;
        for (int epoch = 1; epoch <= lastEpoch; epoch++) {
            moved += distance.get(epoch);
            boolean jumpsNext = epoch < lastEpoch && distance.get(epoch + 1) > quota;
            if (moved >= quota || jumpsNext || epoch == lastEpoch) {
                if (epochs != null) {
                    epochs[frames] = epoch;
                }
                frames++;
                moved = 0;
            }
        }
        return frames;
    }

    /** Spends the frames that the quota left over where most epochs are skipped at once. */
    private static int[] fillWidestGaps(int[] epochs, int found) {
        int[] filled = Arrays.copyOf(epochs, epochs.length);
        for (int used = found; used < filled.length; used++) {
            int widest = 1;
            for (int i = 2; i < used; i++) {
                if (filled[i] - filled[i - 1] > filled[widest] - filled[widest - 1]) {
                    widest = i;
                }
            }
            int middle = filled[widest - 1] + (filled[widest] - filled[widest - 1]) / 2;
            System.arraycopy(filled, widest, filled, widest + 1, used - widest);
            filled[widest] = middle;
        }
        return filled;
    }
}
