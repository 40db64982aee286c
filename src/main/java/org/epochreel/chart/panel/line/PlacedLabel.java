package org.epochreel.chart.panel.line;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.epochreel.chart.panel.Annotations;

/**
 * A text in free space, from an epoch on.
 *
 * @param place of its letters
 * @param leader where what it names is, if that is not beside it
 */
record PlacedLabel(int epoch, String text, Rectangle2D place, Optional<Point2D> leader, Color color) {

    private static final double[] AWAY = {0.7, 1.1, 1.7, 2.5, 3.5, 4.5, 5.5, 7};
    private static final double BESIDE = 1.2;
    private static final double AIR = 0.25;
    private static final double OWN = 0.6;

    /** A text near a point, as near as free space allows. */
    static Optional<PlacedLabel> near(int epoch, String text, double x, double y, Color color, FreeSpace space,
            Annotations pen) {
        double em = pen.em();
        double width = pen.width(text);
        double height = pen.capHeight();
        List<Rectangle2D> places = new ArrayList<>();
        for (double away : AWAY) {
            double left = x - away * em - width;
            double right = x + away * em;
            double above = y - away * em - height;
            double below = y + away * em;
            for (double[] corner : new double[][] {{x - width / 2, above}, {x - width / 2, below},
                    {x - 0.85 * width, above}, {x - 0.85 * width, below}, {x - 0.15 * width, above},
                    {x - 0.15 * width, below}, {left, y - height / 2}, {right, y - height / 2}, {left, above},
                    {left, below}, {right, above}, {right, below}}) {
                places.add(new Rectangle2D.Double(Math.rint(corner[0]), Math.rint(corner[1]), width, height));
            }
        }
        List<Rectangle2D> reached = places.stream()
                .filter(place -> isBeside(nearest(place, x, y), x, y, em) || isReached(place, x, y, em, space))
                .collect(Collectors.toList());
        return space.take(reached, AIR * em).map(place -> {
            boolean beside = isBeside(nearest(place, x, y), x, y, em);
            return new PlacedLabel(epoch, text, place,
                    beside ? Optional.empty() : Optional.of(new Point2D.Double(x, y)), color);
        });
    }

    private static Point2D nearest(Rectangle2D place, double x, double y) {
        return new Point2D.Double(Math.max(place.getMinX(), Math.min(place.getMaxX(), x)),
                Math.max(place.getMinY(), Math.min(place.getMaxY(), y)));
    }

    private static boolean isBeside(Point2D nearest, double x, double y, double em) {
        return nearest.distance(x, y) <= BESIDE * em;
    }

    // What lies close to the point is its own line.
    private static boolean isReached(Rectangle2D place, double x, double y, double em, FreeSpace space) {
        Point2D from = nearest(place, x, y);
        double part = 1 - OWN * em / from.distance(x, y);
        return space.isFreeLine(from.getX(), from.getY(),
                from.getX() + part * (x - from.getX()), from.getY() + part * (y - from.getY()));
    }

    void draw(Annotations pen, int shownEpoch) {
        if (shownEpoch < epoch) {
            return;
        }
        leader.ifPresent(end -> pen.leader(place, end.getX(), end.getY(), color));
        pen.letters(text, place, color);
    }
}
