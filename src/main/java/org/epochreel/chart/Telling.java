package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;

/**
 * What a frame tells beside its numbers.
 *
 * @param event a change of the learning rate that is being told
 * @param notes texts of the author's that are seen now
 * @param notice a sentence over the plot, such as why the run ended
 * @param lastSeen the last curve that was seen of each run whose curve has left the plot, at the drawer's x; none while
 *     all are seen
 * @param built how much of a lone run's curve its neurons have built up, one after the other, from 0 to 1; 1 while nothing
 *     is told of them
 * @throws IllegalArgumentException if {@code built} is not from 0 to 1
 */
public record Telling(Optional<RateEvent> event, ImmutableList<ShownNote> notes, Optional<String> notice,
        ImmutableList<ImmutableDoubleArray> lastSeen, double built) {

    public Telling {
        if (!(built >= 0 && built <= 1)) {
            throw new IllegalArgumentException("a curve is built up from 0 to 1, not to " + built);
        }
    }

    /** Nothing is told of neurons. */
    public Telling(Optional<RateEvent> event, ImmutableList<ShownNote> notes, Optional<String> notice,
            ImmutableList<ImmutableDoubleArray> lastSeen) {
        this(event, notes, notice, lastSeen, 1);
    }

    public static final Telling NOTHING = ofNotice(Optional.empty());

    /** All curves are seen. */
    public Telling(Optional<RateEvent> event, ImmutableList<ShownNote> notes, Optional<String> notice) {
        this(event, notes, notice, ImmutableList.of());
    }

    /** A notice, if there is one, and nothing else. */
    public static Telling ofNotice(Optional<String> notice) {
        return new Telling(Optional.empty(), ImmutableList.of(), notice);
    }
}
