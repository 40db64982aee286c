package org.epochreel.chart.font;

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
}
