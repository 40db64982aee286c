package org.epochreel.chart.mask;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;

/**
 * Shapes whose curves are cut into straight lines before they are filled: versions of the platform's rasteriser agree
 * on the pixels of straight outlines, and not on those of all curves.
 */
public final class Outlines {

    // A twentieth of a pixel is below what antialiasing can show.
    private static final double FLATNESS = 0.05;
    // Distance of a Bezier quarter circle's control points from its ends, in radii: 4/3 (sqrt 2 - 1).
    private static final double CIRCLE = 0.5522847498307936;
    private static final int MOST_HALVINGS = 10;

    private Outlines() {}

    /** A circle around the origin. */
    public static Path2D circle(double diameter) {
        return straight(new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter), FLATNESS);
    }

    public static Path2D roundRectangle(double x, double y, double width, double height, double radius) {
        double right = x + width;
        double bottom = y + height;
        double near = radius * (1 - CIRCLE);
        Path2D path = new Path2D.Double();
        path.moveTo(x + radius, y);
        path.lineTo(right - radius, y);
        path.curveTo(right - near, y, right, y + near, right, y + radius);
        path.lineTo(right, bottom - radius);
        path.curveTo(right, bottom - near, right - near, bottom, right - radius, bottom);
        path.lineTo(x + radius, bottom);
        path.curveTo(x + near, bottom, x, bottom - near, x, bottom - radius);
        path.lineTo(x, y + radius);
        path.curveTo(x, y + near, x + near, y, x + radius, y);
        path.closePath();
        return straight(path, FLATNESS);
    }

    /** {@code shape} with straight lines at most {@code flatness} away from its curves. */
    public static Path2D straight(Shape shape, double flatness) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.append(new FlatteningPathIterator(shape.getPathIterator(null), flatness, MOST_HALVINGS), false);
        return path;
    }
}
