package org.epochreel.chart.panel.field;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.Stamp;

/**
 * How large points are drawn, in pixels.
 *
 * @param radius of a disc; other shapes cover as much
 * @param rim margin of the ground around a filled one
 * @param stroke width of a hollow one's line
 * @param ring width of the ring around one that is wrong
 */
record PointStyle(double radius, double rim, double stroke, double ring) {

    private static final double RADIUS = 7;
    private static final double RING = 1.85;
    private static final double LEAST = 2.2;
    /** Pixels of a plot in a picture of scale 1 for each point, from which on points are as large as they may be. */
    private static final double ROOM = 1900;
    // Smaller points have no room for a margin.
    private static final double RIMMED = 3;

    /** @param count points that share {@code plot} */
    static PointStyle of(double scale, int count, Rectangle plot) {
        double room = (double) plot.width * plot.height / (scale * scale) / Math.max(1, count);
        double crowded = Math.min(1, Math.sqrt(room / ROOM));
        double radius = Math.max(LEAST * Math.max(scale, 0.5), RADIUS * scale * crowded);
        double part = radius / RADIUS;
        return new PointStyle(radius, radius < RIMMED ? 0 : 1.5 * part, Math.max(0.9, 2.6 * part), Math.max(1, 2.4 * part));
    }

    /** One point of a class in its colour, over the ground's. */
    ImmutableList<Mark> marks(int index, boolean filled, double x, double y, Tint color, Tint ground) {
        if (filled) {
            Mark body = new Stamp(ClassShapes.filled(index, radius, x, y), color);
            return rim == 0 ? ImmutableList.of(body) : ImmutableList.of(
                    new Stamp(ClassShapes.filled(index, ClassShapes.grown(index, radius, rim), x, y), ground), body);
        }
        double outer = ClassShapes.grown(index, radius, stroke / 4);
        double inner = Math.max(0, ClassShapes.grown(index, outer, -stroke));
        return ImmutableList.of(new Stamp(ClassShapes.filled(index, outer, x, y), ground),
                new Stamp(ClassShapes.hollow(index, inner, outer, x, y), color));
    }

    /** The ring around a wrong one. */
    ColumnMask ringMask(double x, double y) {
        return ClassShapes.hollow(0, RING * radius - ring / 2, RING * radius + ring / 2, x, y);
    }
}
