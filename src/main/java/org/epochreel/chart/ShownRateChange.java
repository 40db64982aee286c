package org.epochreel.chart;

import java.util.Optional;

/**
 * The learning rate has just changed; drawn as a chip that fades in, stays, shrinks to the new rate and fades out.
 *
 * @param from rate before, as text
 * @param to rate after, as text
 * @param progress how much of the chip's time has passed, from 0 to 1; at both ends nothing is seen
 * @throws IllegalArgumentException if {@code progress} is not from 0 to 1
 */
public record ShownRateChange(String from, String to, double progress) {

    private static final double SECONDS = 3;

    /** The chip of an event, while there is one to be seen. */
    public static Optional<ShownRateChange> of(RateEvent event) {
        double progress = event.seconds() / SECONDS;
        return progress > 1 ? Optional.empty() : Optional.of(new ShownRateChange(event.from(), event.to(), progress));
    }

    public ShownRateChange {
        if (!(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException("a rate change's progress is from 0 to 1, not " + progress);
        }
    }
}
