package org.epochreel.chart.panel.network;

import java.util.HashMap;
import java.util.Map;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.PolylinePen;
import org.epochreel.chart.mask.PolylineStroke;

/**
 * A line whose width is a parameter's size and whose colour its sign: an edge, or the ring of a bias. Its masks are kept
 * by their width, in quarters of a pixel.
 */
final class Strand {

    private static final int QUARTERS = 4;
    private static final int PIECES = 40;
    private static final int MOST_KEPT = 24;

    private final int parameter;
    private final double[] x;
    private final double[] y;
    private final double least;
    private final double most;
    private final Map<Integer, ColumnMask> masks = new HashMap<>();

    /**
     * How a strand looks.
     *
     * @param quarters its width
     */
    record Shape(int quarters, boolean negative) {}

    private Strand(int parameter, double[] x, double[] y, double least, double most) {
        this.parameter = parameter;
        this.x = x;
        this.y = y;
        this.least = least;
        this.most = most;
    }

    /**
     * A cubic Bezier curve with level ends.
     *
     * @param least pixels of width that a weight of nothing has
     * @param most pixels that are added for the largest weight
     */
    static Strand edge(int parameter, double x0, double y0, double x1, double y1, double least, double most) {
        double[] x = new double[PIECES + 1];
        double[] y = new double[PIECES + 1];
        for (int i = 0; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            double s = 1 - t;
            x[i] = s * s * s * x0 + 1.5 * s * s * t * (x0 + x1) + 1.5 * s * t * t * (x0 + x1) + t * t * t * x1;
            y[i] = s * s * (s + 3 * t) * y0 + t * t * (t + 3 * s) * y1;
        }
        return new Strand(parameter, x, y, least, most);
    }

    /** A circle. */
    static Strand ring(int parameter, double middleX, double middleY, double radius, double least, double most) {
        double[] x = new double[PIECES + 1];
        double[] y = new double[PIECES + 1];
        for (int i = 0; i <= PIECES; i++) {
            double angle = 2 * Math.PI * i / PIECES;
            x[i] = middleX + radius * StrictMath.cos(angle);
            y[i] = middleY + radius * StrictMath.sin(angle);
        }
        return new Strand(parameter, x, y, least, most);
    }

    /** @param reach the size of the largest parameter */
    Shape shape(double[] parameters, double reach) {
        double value = parameters[parameter];
        double part = Math.min(1, Math.abs(value) / reach);
        int quarters = (int) Math.rint(QUARTERS * (least + part * most));
        return new Shape(Double.isNaN(value) ? 0 : Math.max(1, quarters), value < 0);
    }

    ColumnMask mask(Shape shape, PolylinePen pen) {
        if (masks.size() > MOST_KEPT && !masks.containsKey(shape.quarters)) {
            masks.clear();
        }
        return masks.computeIfAbsent(shape.quarters,
                quarters -> pen.mask(x, y, new PolylineStroke((double) quarters / QUARTERS)));
    }
}
