package org.epochreel.sound.synth;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.OptionalInt;
import org.epochreel.sound.FilmTime;

/**
 * What the frames of a film tell of a training.
 *
 * @param values the quantity that is to be heard (loss, gradient norm, learning rate or motion), one a frame, not
 *     negative; NaN or infinite where there is none, as before the first gradient: its neighbour's is then taken
 * @param rateChanges frames at which the learning rate changes by a cut-off, ascending
 * @param end the frame that first shows the last epoch: after it the picture stands still, if the film goes on at all
 * @param divergence the frame at which training left the finite numbers, if it did
 */
public record TrainingTimeline(FilmTime film, ImmutableDoubleArray values, ImmutableIntArray rateChanges, int end,
        OptionalInt divergence) {

    public TrainingTimeline {
        if (values.length() != film.frames()) {
            throw new IllegalArgumentException(values.length() + " values for " + film.frames() + " frames");
        }
        if (end < 0 || end >= film.frames() || divergence.isPresent()
                && (divergence.getAsInt() < 0 || divergence.getAsInt() >= film.frames())) {
            throw new IllegalArgumentException("an end at " + end + " or " + divergence + " of " + film.frames()
                    + " frames");
        }
        for (int i = 0; i < values.length(); i++) {
            if (values.get(i) < 0) {
                throw new IllegalArgumentException("frame " + i + " has the value " + values.get(i));
            }
        }
        for (int i = 0; i < rateChanges.length(); i++) {
            if (rateChanges.get(i) < (i == 0 ? 0 : rateChanges.get(i - 1)) || rateChanges.get(i) >= film.frames()) {
                throw new IllegalArgumentException("changes of the rate at frames " + rateChanges);
            }
        }
    }
}
