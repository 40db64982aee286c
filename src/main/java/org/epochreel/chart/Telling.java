package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What a frame tells beside its numbers.
 *
 * @param event a change of the learning rate that is being told
 * @param notes texts of the author's that are seen now
 * @param notice a sentence over the plot, such as why the run ended
 */
public record Telling(Optional<RateEvent> event, ImmutableList<ShownNote> notes, Optional<String> notice) {

    public static final Telling NOTHING = ofNotice(Optional.empty());

    /** A notice, if there is one, and nothing else. */
    public static Telling ofNotice(Optional<String> notice) {
        return new Telling(Optional.empty(), ImmutableList.of(), notice);
    }
}
