package org.epochreel.chart.sketch;

import java.awt.geom.Path2D;

/**
 * Curves through the points of a function, none of which reaches beyond its two ends between two points: cubic, with the
 * slopes of M. Steffen, "A simple method for monotonic interpolation in one dimension", 1990.
 */
public final class SmoothPath {

    private SmoothPath() {}

    /**
     * @param x ascending
     * @param y of each x; NaN leaves a gap
     */
    public static Path2D through(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        for (int from = 0; from < x.length; ) {
            int end = from;
            while (end < x.length && !Double.isNaN(y[end])) {
                end++;
            }
            if (end > from) {
                addPart(path, x, y, from, end);
            }
            from = end + 1;
        }
        return path;
    }

    private static void addPart(Path2D path, double[] x, double[] y, int from, int end) {
        path.moveTo(x[from], y[from]);
        if (end == from + 1) {
            path.lineTo(x[from], y[from]);
        }
        for (int i = from; i + 1 < end; i++) {
            double third = (x[i + 1] - x[i]) / 3;
            double near = slope(x, y, i, from, end);
            double far = slope(x, y, i + 1, from, end);
            boolean straight = !Double.isFinite(near + far) || near == far && near == between(x, y, i);
            if (straight) {
                path.lineTo(x[i + 1], y[i + 1]);
            } else {
                path.curveTo(x[i] + third, y[i] + third * near, x[i + 1] - third, y[i + 1] - third * far,
                        x[i + 1], y[i + 1]);
            }
        }
    }

    private static double between(double[] x, double[] y, int i) {
        return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
    }

    private static double slope(double[] x, double[] y, int i, int from, int end) {
        if (i == from) {
            return between(x, y, i);
        }
        if (i == end - 1) {
            return between(x, y, i - 1);
        }
        double before = between(x, y, i - 1);
        double after = between(x, y, i);
        double left = x[i] - x[i - 1];
        double right = x[i + 1] - x[i];
        double mean = (before * right + after * left) / (left + right);
        double least = Math.min(Math.min(Math.abs(before), Math.abs(after)), Math.abs(mean) / 2);
        return (Math.signum(before) + Math.signum(after)) * least;
    }
}
