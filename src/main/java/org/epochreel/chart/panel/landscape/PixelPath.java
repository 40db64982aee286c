package org.epochreel.chart.panel.landscape;

import java.awt.Rectangle;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.landscape.PlanePath;

/** A path in pixels; points far outside of the plot are drawn in towards it, so that no arithmetic overflows. */
record PixelPath(double[] x, double[] y) {

    private static final double FAR = 8;

    static PixelPath of(PlanePath path, PanelLayout layout) {
        Rectangle inside = layout.plot().inside();
        int count = path.lastEpoch() + 1;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = near(layout.pixelX(path.x().get(i)), inside.x, inside.width);
            y[i] = near(layout.pixelY(path.y().get(i)), inside.y, inside.height);
        }
        return new PixelPath(x, y);
    }

    private static double near(double pixel, double from, double size) {
        return Math.max(from - FAR * size, Math.min(from + (1 + FAR) * size, pixel));
    }

    int last() {
        return x.length - 1;
    }

    /** Where the path is between epochs, straight from one to the next; from the last on there. */
    double xAt(double reached) {
        return at(x, reached);
    }

    double yAt(double reached) {
        return at(y, reached);
    }

    private static double at(double[] values, double reached) {
        int from = (int) Math.min(values.length - 1, reached);
        int to = Math.min(values.length - 1, from + 1);
        return values[from] + Math.min(1, reached - from) * (values[to] - values[from]);
    }

    double length() {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            sum += Math.sqrt((x[i] - x[i - 1]) * (x[i] - x[i - 1]) + (y[i] - y[i - 1]) * (y[i] - y[i - 1]));
        }
        return sum;
    }
}
