package org.epochreel.font;

import com.google.common.collect.ImmutableList;

/**
 * A line of text as glyphs, from left to right but for marks, which follow their letter. Lengths in
 * {@link org.epochreel.font.Face#UNITS} to the em.
 *
 * @param width from the start of the first glyph to where another text could follow
 */
public record GlyphLine(ImmutableList<Placed> glyphs, double width) {

    /**
     * A glyph on the line.
     *
     * @param character the code point that it stands for
     * @param x from the line's start
     * @param y upwards from the line, for marks on high letters
     */
    public record Placed(Glyph glyph, int character, double x, double y) {}
}
