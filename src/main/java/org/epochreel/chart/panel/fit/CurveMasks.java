package org.epochreel.chart.panel.fit;

import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.util.Arrays;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.CurvePen;
import org.epochreel.chart.mask.PolylineStroke;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.scene.VideoSpec.Range;

/** Where a chart's curves lie in the picture. Not for several threads at a time. */
final class CurveMasks {

    // Curves are cut this many times the visible range away from it: no number overflows, no visible slope changes.
    private static final double FAR = 8;

    private final PlotScale scale;
    private final Range y;
    private final double[] x;
    private final CurvePen pen;

    CurveMasks(PanelSite site, PlotScale scale) {
        this.scale = scale;
        this.y = site.spec().y();
        this.x = site.curveX().stream().map(scale::pixelX).toArray();
        this.pen = new CurvePen(scale.inside(), x);
    }

    CurvePen pen() {
        return pen;
    }

    /** A value, or the nearest that is worth drawing. */
    double cut(double value) {
        double far = FAR * (y.to() - y.from());
        return Math.max(y.from() - far, Math.min(y.to() + far, value));
    }

    ImmutableDoubleArray cut(ImmutableDoubleArray curve) {
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(curve.length());
        curve.forEach(value -> values.add(cut(value)));
        return values.build();
    }

    ColumnMask mask(ImmutableDoubleArray curve, PolylineStroke stroke) {
        double[] pixels = pen.y();
        if (curve.length() != pixels.length) {
            throw new IllegalArgumentException(
                    "a curve of " + curve.length() + " values does not match " + pixels.length + " x");
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = scale.pixelY(cut(curve.get(i)));
        }
        return pen.mask(stroke);
    }

    /** The curve's height in the middle of each of the plot's columns, in pixels; NaN where there is none. */
    double[] columns(ImmutableDoubleArray curve) {
        Rectangle inside = scale.inside();
        double[] heights = new double[inside.width];
        Arrays.fill(heights, Double.NaN);
        int i = 0;
        for (int column = 0; column < heights.length; column++) {
            double at = inside.x + column + 0.5;
            while (i + 2 < x.length && x[i + 1] < at) {
                i++;
            }
            if (i + 1 < x.length && x[i] <= at && at <= x[i + 1]) {
                double part = (at - x[i]) / (x[i + 1] - x[i]);
                double from = scale.pixelY(cut(curve.get(i)));
                heights[column] = from + part * (scale.pixelY(cut(curve.get(i + 1))) - from);
            }
        }
        return heights;
    }

    /** The curve's height in pixels at a place in pixels; NaN where there is none. */
    double height(ImmutableDoubleArray curve, double at) {
        int found = Arrays.binarySearch(x, at);
        if (found >= 0) {
            return scale.pixelY(cut(curve.get(found)));
        }
        int next = -found - 1;
        if (next == 0 || next == x.length) {
            return Double.NaN;
        }
        double from = scale.pixelY(cut(curve.get(next - 1)));
        return from + (at - x[next - 1]) / (x[next] - x[next - 1]) * (scale.pixelY(cut(curve.get(next))) - from);
    }

    /** Where a curve leaves the plot on its right, in pixels from the top. */
    double end(ImmutableDoubleArray curve) {
        int last = curve.length() - 1;
        while (last > 0 && x[last] > scale.inside().getMaxX()) {
            last--;
        }
        return last < 0 ? Double.NaN : scale.pixelY(cut(curve.get(last)));
    }
}
