package org.epochreel.chart;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * A text of the author's in a frame.
 *
 * @param at what it belongs to
 * @param opacity above 0, at most 1: notes fade in and out
 * @param curve the first run's as the note came, at the drawer's x, so that its place stays; may be empty
 * @throws IllegalArgumentException if {@code opacity} is not in that range
 */
public record ShownNote(String text, At at, double opacity, ImmutableDoubleArray curve) {

    /** A note beside no curve. */
    public ShownNote(String text, At at, double opacity) {
        this(text, at, opacity, ImmutableDoubleArray.of());
    }

    /** The same beside a curve. */
    public ShownNote beside(ImmutableDoubleArray shown) {
        return new ShownNote(text, at, opacity, shown);
    }

    public ShownNote {
        if (!(opacity > 0 && opacity <= 1)) {
            throw new IllegalArgumentException("a note's opacity is above 0 and at most 1, not " + opacity);
        }
    }

    /** What a note belongs to. */
    public sealed interface At {

        /** The curve of the first run, wherever there is free space for text. */
        record Curve() implements At {}

        /** A place in the plot, in the data's own units. */
        record Point(double x, double y) implements At {}

        /** Nothing in the plot: the line under it. */
        record Caption() implements At {}
    }
}
