package org.epochreel.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * The shape of one character in one typeface. A typeface gives the same object for the same character each time, so
 * that whoever fills it may keep what came of it. Lengths in {@link Face#UNITS} to the em.
 *
 * @param outline of straight lines, upwards from the line; not to be changed
 * @param advance how far the next glyph stands from this one
 * @param bounds of the outline
 */
public record Glyph(Path2D outline, double advance, Rectangle2D bounds) {

    public Glyph(Path2D outline, double advance) {
        this(outline, advance, outline.getBounds2D());
    }

    /** The glyph of a heavier cut: edges further out on all sides by {@code distance}. */
    public Glyph heavier(double distance) {
        return outline.getCurrentPoint() == null || distance == 0
                ? this : new Glyph(Boldness.heavier(outline, distance), advance + distance);
    }

    /** The glyph in the middle of another advance. */
    public Glyph centredIn(double wider) {
        Path2D moved = new Path2D.Double(outline, AffineTransform.getTranslateInstance((wider - advance) / 2, 0));
        return new Glyph(moved, wider);
    }

    /** The glyph at a fraction of its size, {@code height} above the line. */
    public Glyph raised(double size, double height) {
        return new Glyph(new Path2D.Double(outline, new AffineTransform(size, 0, 0, size, 0, height)), size * advance);
    }
}
