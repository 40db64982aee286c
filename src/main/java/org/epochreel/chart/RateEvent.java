package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * A change of the learning rate while it is told: first what moves comes to rest at the change's epoch, then the new
 * rate is named, then the curve sets out and leaves a ghost of itself. The constants are the event's clock, in seconds
 * since the first frame at rest.
 *
 * @param epoch whose state was the last before the new rate
 * @param from rate before, as text
 * @param to rate after, as text
 * @param rose whether the rate became larger
 * @param seconds since the first frame at rest on the change's epoch; at most {@link #GONE}
 * @param ghosts each run's curve at the change, in the order of the runs, at the drawer's x
 * @throws IllegalArgumentException if {@code seconds} is not from 0 to {@link #GONE}
 */
public record RateEvent(
        int epoch,
        String from,
        String to,
        boolean rose,
        double seconds,
        ImmutableList<ImmutableDoubleArray> ghosts) {

    /** Before second 0: how long the motion takes to come to rest. */
    public static final double EASE_TO_REST = 0.3;

    /** The old rate leaves its place and the new one comes, from here ... */
    public static final double RATE_SLIDES_FROM = 0.15;

    /** ... to here. */
    public static final double RATE_SLIDES_TO = 0.45;

    /** The band of the new rate wipes in and its name fades in, from here ... */
    public static final double BAND_WIPES_FROM = 0.25;

    /** ... to here. */
    public static final double BAND_WIPES_TO = 0.75;

    /** Until here nothing moves; then the curve sets out. */
    public static final double SETS_OUT = 1.3;

    /** How long the curve takes to its full speed. */
    public static final double EASE_OUT = 0.9;

    /** From here on the rate's colour goes back to that of text, and the ghost fades. */
    public static final double FADES_FROM = 2;

    /** Nothing is left. */
    public static final double GONE = 5;

    public RateEvent {
        if (!(seconds >= 0 && seconds <= GONE)) {
            throw new IllegalArgumentException("a change of rate is told from 0 to " + GONE + " s, not at " + seconds);
        }
    }
}
