package org.epochreel.print;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Optional;
import org.epochreel.font.GlyphLine;

/** One thing on a {@link Sheet}. Colours may be translucent; nothing is drawn outside of a clip. Not to be changed. */
public sealed interface Instruction {

    /** Where it may leave ink; everywhere if there is none. */
    Optional<Rectangle> clip();

    /** A full shape, by its path's winding rule. */
    record Fill(Path2D shape, Color color, Optional<Rectangle> clip) implements Instruction {}

    /**
     * Lines with round joins and ends, or with ends cut off where they are dashed.
     *
     * @param gap between dashes; a line without gaps is solid
     */
    record Line(Path2D path, double width, double dash, double gap, Color color, Optional<Rectangle> clip)
            implements Instruction {

        public boolean isDashed() {
            return gap > 0;
        }
    }

    /** Equal full circles around points. */
    record Dots(ImmutableList<Point2D> centres, double diameter, Color color, Optional<Rectangle> clip)
            implements Instruction {}

    /**
     * A line of text.
     *
     * @param face the name of its typeface
     * @param size pixels per em
     * @param x where it begins
     * @param y where its letters stand
     * @param upwards whether it is read upwards instead of rightwards
     */
    record Words(GlyphLine line, String face, double size, double x, double y, boolean upwards, Color color,
            Optional<Rectangle> clip) implements Instruction {}

    /**
     * Pixels.
     *
     * @param area that they fill
     * @param pixels row by row, 0xFFRRGGBB, or 0 where nothing is drawn
     */
    record Pixels(Rectangle area, int[] pixels) implements Instruction {

        @Override
        public Optional<Rectangle> clip() {
            return Optional.empty();
        }
    }
}
