package org.epochreel.font;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;

/**
 * The glyphs of one font. Lengths are in {@link #UNITS} to the em, whatever the file counts in, and so scaled that
 * capitals are as high as Inter's. Safe for use by several threads.
 */
public sealed interface Face permits Inter, FontFile {

    /** Units of length to the em. */
    int UNITS = 2048;

    /** Height of a digit or capital above the line. */
    int CAP_HEIGHT = 1490;

    /** The glyph's number in this face; 0 if the character (a code point) has none. */
    int glyph(int codePoint);

    /** How far the next glyph stands from this one. */
    double advance(int glyph);

    /** What to fill, upwards from the line and rightwards from where the glyph stands; it may have curves. */
    Path2D outline(int glyph);

    /** Whether the character (a code point) has a glyph. */
    default boolean has(int codePoint) {
        return glyph(codePoint) != 0;
    }

    /** A glyph with straight lines at most a tenth of a pixel, at 100 pixels an em, away from its curves. */
    default Glyph shape(int glyph) {
        Path2D straight = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Path2D curves = outline(glyph);
        straight.append(new FlatteningPathIterator(curves.getPathIterator(null), 2, 10), false);
        return new Glyph(straight, advance(glyph), curves);
    }
}
