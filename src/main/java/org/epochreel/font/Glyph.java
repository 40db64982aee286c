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
 * @param curves the outline before its curves were cut into straight lines, where it had any; not to be changed
 */
public record Glyph(Path2D outline, double advance, Rectangle2D bounds, Path2D curves) {

    public Glyph(Path2D outline, double advance) {
        this(outline, advance, outline);
    }

    public Glyph(Path2D outline, double advance, Path2D curves) {
        this(outline, advance, outline.getBounds2D(), curves);
    }

    /** The glyph of a heavier cut: edges further out on all sides by {@code distance}. */
    public Glyph heavier(double distance) {
        return outline.getCurrentPoint() == null || distance == 0
                ? this : new Glyph(Boldness.heavier(outline, distance), advance + distance);
    }

    /** The glyph in the middle of another advance. */
    public Glyph centredIn(double wider) {
        AffineTransform move = AffineTransform.getTranslateInstance((wider - advance) / 2, 0);
        return new Glyph(new Path2D.Double(outline, move), wider, new Path2D.Double(curves, move));
    }

    /** The glyph at a fraction of its size, {@code height} above the line. */
    public Glyph raised(double size, double height) {
        return new Glyph(new Path2D.Double(outline, new AffineTransform(size, 0, 0, size, 0, height)), size * advance);
    }
}
