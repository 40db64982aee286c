package org.epochreel.chart.pen;

import com.google.common.collect.ImmutableList;

/**
 * A line of text as glyphs, from left to right. Lengths in {@link Typeface#UNITS} to the em.
 *
 * @param width from the start of the first glyph to where another text could follow
 */
public record GlyphLine(ImmutableList<Placed> glyphs, double width) {

    /**
     * A glyph on the line.
     *
     * @param x from the line's start
     * @param y upwards from the line
     */
    public record Placed(Glyph glyph, double x, double y) {}
}
