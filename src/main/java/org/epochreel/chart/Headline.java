package org.epochreel.chart;

import java.util.Optional;

/**
 * The lines of text that a picture carries.
 *
 * @param title above everything
 * @param subtitle in smaller letters under the title
 * @param caption under everything
 */
public record Headline(Optional<String> title, Optional<String> subtitle, Optional<String> caption) {

    public static final Headline NONE = of(Optional.empty());

    /** A title, if there is one, and nothing else. */
    public static Headline of(Optional<String> title) {
        return new Headline(title, Optional.empty(), Optional.empty());
    }
}
