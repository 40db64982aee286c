package org.epochreel.render.pace;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Map;
import java.util.TreeMap;
import org.epochreel.chart.RateEvent;
import org.epochreel.scene.Story;
import org.epochreel.scene.Story.HoldAt;

/**
 * A moment at which a film stands still.
 *
 * @param frames in which nothing moves, that one included in which it arrives; at least 1
 */
record Rest(int epoch, int frames) {

    /** Seconds of film between two changes of the rate from which on both are told at rest. */
    private static final double APART = 2;

    /** The shortest rest in which a change can be read; what gets less has none. */
    private static final double LEAST = 0.4;

    /** Part of the film without rests that these may add for changes of the rate; one of them may always rest. */
    private static final double MOST = 0.4;

    /** Where the frames of a film without rests are. */
    interface Positions {
        double at(int index);
    }

    /**
     * The rests of a film, by their epochs.
     *
     * @param changes of the rate, rising; those that would act only after the last epoch are no matter
     * @param count frames of the film without rests
     */
    static ImmutableList<Rest> of(
            Story story, ImmutableIntArray changes, int lastEpoch, Positions positions, int count, double fps) {
        Map<Integer, Integer> frames = new TreeMap<>();
        if (story.events()) {
            events(changes, lastEpoch, positions, count, fps, frames);
        }
        for (HoldAt hold : story.holds()) {
            if (hold.epoch() <= lastEpoch) {
                frames.merge(hold.epoch(), 1 + (int) Math.round(hold.time().toNanos() / 1e9 * fps), Math::max);
            }
        }
        return frames.entrySet().stream().map(each -> new Rest(each.getKey(), Math.max(1, each.getValue())))
                .collect(ImmutableList.toImmutableList());
    }

    private static void events(ImmutableIntArray changes, int lastEpoch, Positions positions, int count, double fps,
            Map<Integer, Integer> frames) {
        double[] seconds = new double[changes.length()];
        double all = 0;
        for (int i = 0; i < seconds.length; i++) {
            double apart = i + 1 == seconds.length ? APART
                    : (first(positions, count, changes.get(i + 1)) - first(positions, count, changes.get(i))) / fps;
            seconds[i] = changes.get(i) >= lastEpoch ? 0 : RateEvent.SETS_OUT * Math.min(1, apart / APART);
            all += seconds[i] < LEAST ? 0 : seconds[i];
        }
        double part = Math.min(1, Math.max(RateEvent.SETS_OUT, MOST * count / fps) / Math.max(all, Double.MIN_NORMAL));
        for (int i = 0; i < seconds.length; i++) {
            if (seconds[i] * part >= LEAST) {
                frames.put(changes.get(i), (int) Math.ceil(seconds[i] * part * fps));
            }
        }
    }

    /** The first frame at an epoch or later. */
    private static int first(Positions positions, int count, int epoch) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (positions.at(middle) < epoch) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
