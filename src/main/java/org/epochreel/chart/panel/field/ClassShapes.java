package org.epochreel.chart.panel.field;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.epochreel.chart.mask.ColumnMask;

/** The shapes by which classes are told apart besides their colours: all as large as a disc of radius 1. */
final class ClassShapes {

    private static final int DISC_CORNERS = 48;
    // Corners and the first one's direction in degrees: up, or half a side further for shapes that stand on one.
    private static final int[][] SHAPES = {{DISC_CORNERS, 0}, {4, 0}, {3, 0}, {4, 45}, {3, 180}, {5, 0}, {6, 0}};

    private ClassShapes() {}

    /** A class's shape of {@code radius}. */
    static ColumnMask filled(int index, double radius, double x, double y) {
        return ColumnMask.filled(path(index, radius, false), AffineTransform.getTranslateInstance(x, y));
    }

    /** Its rim between two radii. */
    static ColumnMask hollow(int index, double inner, double outer, double x, double y) {
        Path2D path = path(index, outer, false);
        path.append(path(index, inner, true), false);
        return ColumnMask.filled(path, AffineTransform.getTranslateInstance(x, y));
    }

    /** The radius of a class's shape with a margin of {@code width} pixels on all sides. */
    static double grown(int index, double radius, double width) {
        int corners = corners(index);
        double apothem = radius * reach(corners) * StrictMath.cos(Math.PI / corners);
        return radius * (apothem + width) / apothem;
    }

    private static int corners(int index) {
        return SHAPES[index % SHAPES.length][0];
    }

    // Of a polygon with the area of a disc of radius 1, which is corners / 2 * reach^2 * sin(2 pi / corners).
    private static double reach(int corners) {
        return Math.sqrt(2 * Math.PI / (corners * StrictMath.sin(2 * Math.PI / corners)));
    }

    private static Path2D path(int index, double radius, boolean backwards) {
        int corners = corners(index);
        double turn = StrictMath.toRadians(SHAPES[index % SHAPES.length][1]);
        double reach = radius * reach(corners);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * (backwards ? -i : i) / corners;
            double x = reach * StrictMath.sin(angle);
            double y = -reach * StrictMath.cos(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }
}
