package org.epochreel.chart.panel.fit;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.data.Samples;

/** Finds places for words in a plot, off its dots and curves. */
final class FreePlaces {

    private static final double[] AWAY = {0.75, 1.3, 2.2, 3.5, 5};
    private static final int POSITIONS = 23;
    private static final double MARGIN = 0.35;
    // What counts against a place: being on a dot or a curve above all.
    private static final double HIT = 1000;
    private static final double TOWARDS_DOTS = 2.5;
    private static final double PER_EM = 1;
    private static final double OFF_CENTRE = 3;
    private static final double ON_GRID = 1.5;
    // Where the eye looks first for a remark.
    private static final double CENTRE = 0.62;

    private final Rectangle inside;
    private final double em;
    private final double[] dotX;
    private final double[] dotY;
    private final double[] grid;

    FreePlaces(PanelSite site, PlotScale scale, double em) {
        this.inside = scale.inside();
        this.em = em;
        Samples points = site.spec().points();
        this.dotX = points.x().stream().map(scale::pixelX).toArray();
        this.dotY = points.y().stream().map(scale::pixelY).toArray();
        this.grid = site.theme().palette().grid().isEmpty() ? new double[0]
                : site.layout().plot().yTicks().stream().mapToDouble(tick -> scale.pixelY(tick.value())).toArray();
    }

    /**
     * A place of the size of capitals beside a curve, rather on the side where the dots are not: thither the curve
     * moves. Nothing where every place is taken.
     *
     * @param curve its height in each column
     */
    Optional<Rectangle2D> beside(double[] curve, double width) {
        Rectangle2D best = null;
        double least = HIT;
        for (int i = 1; i <= POSITIONS; i++) {
            double x = inside.x + inside.width * i / (POSITIONS + 1.0);
            double height = curve[Math.min(curve.length - 1, (int) (x - inside.x))];
            if (Double.isNaN(height)) {
                continue;
            }
            for (double away : AWAY) {
                for (int side = -1; side <= 1; side += 2) {
                    double middle = height + side * (away + Typeface.CAP_HEIGHT / 2) * em;
                    Rectangle2D place = place(x, middle, width);
                    double cost = hits(place) + crossings(place, curve) + PER_EM * away
                            + OFF_CENTRE * Math.abs((double) i / (POSITIONS + 1) - CENTRE)
                            + (dotsLie(side, x, height) ? TOWARDS_DOTS : 0);
                    if (cost < least) {
                        least = cost;
                        best = place;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * A place off all dots and a curve, rather at the top; nothing where every place is taken.
     *
     * @param curve its height in each column; may be empty
     */
    Optional<Rectangle2D> apart(double width, double[] curve) {
        Rectangle2D best = null;
        double least = HIT;
        for (int row = 0; row < 8; row++) {
            double middle = inside.y + em + (inside.height - 2 * em) * row / 7.0;
            for (int i = 1; i <= POSITIONS; i++) {
                double x = inside.x + inside.width * i / (POSITIONS + 1.0);
                Rectangle2D place = place(x, middle, width);
                double cost = hits(place) + crossings(place, curve) + Math.min(row, 8 - row)
                        + OFF_CENTRE * Math.abs((double) i / (POSITIONS + 1) - CENTRE);
                if (cost < least) {
                    least = cost;
                    best = place;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** A place beside a point, off all dots and a curve. */
    Optional<Rectangle2D> near(double x, double y, double width, double[] curve) {
        Rectangle2D best = null;
        double least = HIT;
        for (double away : AWAY) {
            for (int turn = 0; turn < 8; turn++) {
                int dx = turn < 3 ? 1 : turn < 6 ? -1 : 0;
                int dy = turn % 3 == 1 ? 0 : turn % 3 == 0 ? -1 : 1;
                if (turn >= 6) {
                    dy = turn == 6 ? -1 : 1;
                }
                Rectangle2D place = place(x + dx * (away * em + width / 2), y + dy * (away + 0.5) * em, width);
                double cost = hits(place) + crossings(place, curve) + away + 0.1 * turn;
                if (cost < least) {
                    least = cost;
                    best = place;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private Rectangle2D place(double x, double middle, double width) {
        double height = Typeface.CAP_HEIGHT * em;
        return new Rectangle2D.Double(x - width / 2, middle - height / 2, width, height);
    }

    private double hits(Rectangle2D place) {
        double margin = MARGIN * em;
        if (place.getMinX() < inside.x + margin || place.getMaxX() > inside.getMaxX() - margin
                || place.getMinY() < inside.y + margin || place.getMaxY() > inside.getMaxY() - margin) {
            return HIT;
        }
        double crossed = 0;
        for (double line : grid) {
            crossed += line > place.getMinY() - 0.15 * em && line < place.getMaxY() + 0.15 * em ? ON_GRID : 0;
        }
        double more = 2 * margin;
        for (int i = 0; i < dotX.length; i++) {
            if (dotX[i] > place.getMinX() - more && dotX[i] < place.getMaxX() + more
                    && dotY[i] > place.getMinY() - more && dotY[i] < place.getMaxY() + more) {
                return HIT;
            }
        }
        return crossed;
    }

    private double crossings(Rectangle2D place, double[] curve) {
        int from = Math.max(0, (int) (place.getMinX() - MARGIN * em - inside.x));
        int end = Math.min(curve.length, (int) (place.getMaxX() + MARGIN * em - inside.x) + 1);
        for (int column = from; column < end; column++) {
            if (curve[column] > place.getMinY() - MARGIN * em && curve[column] < place.getMaxY() + MARGIN * em) {
                return HIT;
            }
        }
        return 0;
    }

    // Whether the dots near a column lie above (-1) or below (1) a height.
    private boolean dotsLie(int side, double x, double height) {
        double sum = 0;
        for (int i = 0; i < dotX.length; i++) {
            if (Math.abs(dotX[i] - x) < 2 * em) {
                sum += dotY[i] - height;
            }
        }
        return side * sum > 0;
    }
}
