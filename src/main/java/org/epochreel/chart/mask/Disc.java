package org.epochreel.chart.mask;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Optional;
import org.epochreel.chart.sketch.DrawnShape;
import org.epochreel.print.Instruction;

/** A full circle as an outline of straight lines. */
@SuppressWarnings("serial") // nobody serialises a drawing
public final class Disc extends Path2D.Double implements DrawnShape {

    private final transient Point2D centre;
    private final transient double diameter;

    public Disc(double x, double y, double diameter) {
        super(Outlines.circle(diameter), AffineTransform.getTranslateInstance(x, y));
        this.centre = new Point2D.Double(x, y);
        this.diameter = diameter;
    }

    @Override
    public Instruction instruction(Color color, Optional<Rectangle> clip) {
        return new Instruction.Dots(ImmutableList.of(centre), diameter, color, clip);
    }
}
