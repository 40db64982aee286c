package org.epochreel.chart.pen;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.epochreel.chart.font.Face;

/**
 * The shape of one character in one typeface. A typeface gives the same object for the same character each time, so
 * that whoever fills it may keep what came of it. Lengths in {@link Face#UNITS} to the em.
 *
 * @param outline of straight lines, upwards from the line; not to be changed
 * @param advance how far the next glyph stands from this one
 * @param bounds of the outline
 */
public record Glyph(Path2D outline, double advance, Rectangle2D bounds) {

    Glyph(Path2D outline, double advance) {
        this(outline, advance, outline.getBounds2D());
    }

    /** Whether there is anything to fill. */
    boolean isEmpty() {
        return bounds.isEmpty();
    }
}
