package org.epochreel.chart.mask;

import java.awt.Rectangle;

/** Draws lines through any points of an area as masks. Not for several threads at a time. */
public final class PolylinePen {

    private final AreaSums sums;

    public PolylinePen(Rectangle area) {
        this.sums = new AreaSums(area);
    }

    /** The mask of the line through points in pixels; NaN leaves a gap. */
    public ColumnMask mask(double[] x, double[] y, PolylineStroke stroke) {
        stroke.begin(sums);
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                stroke.finishLine();
            } else {
                stroke.addPoint(x[i], y[i]);
            }
        }
        stroke.finishLine();
        return sums.take();
    }
}
