package org.epochreel.chart.axis;

import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import org.epochreel.chart.ChartSpec;
import org.epochreel.scene.VideoSpec.Range;

/**
 * The values at the edges of the pixels in which data are drawn, a little less than the visible ranges where spines
 * cover the rest.
 */
public record PlotScale(Rectangle inside, Range x, Range y) {

    public static PlotScale of(ChartSpec spec, PlotLayout layout) {
        Rectangle2D box = layout.box();
        Rectangle inside = layout.inside();
        return new PlotScale(inside,
                part(spec.x(), (inside.getMinX() - box.getMinX()) / box.getWidth(),
                        (box.getMaxX() - inside.getMaxX()) / box.getWidth()),
                part(spec.y(), (box.getMaxY() - inside.getMaxY()) / box.getHeight(),
                        (inside.getMinY() - box.getMinY()) / box.getHeight()));
    }

    public double pixelX(double value) {
        return inside.x + (value - x.from()) / (x.to() - x.from()) * inside.width;
    }

    public double pixelY(double value) {
        return inside.y + inside.height - (value - y.from()) / (y.to() - y.from()) * inside.height;
    }

    private static Range part(Range range, double lowerCut, double upperCut) {
        double span = range.to() - range.from();
        return new Range(range.from() + lowerCut * span, range.to() - upperCut * span);
    }

    /**
     * Ascending x at about every {@code step} pixels of {@code width} as far as {@code extent} goes. Where it goes on
     * outside, one more x lies {@code beyond} pixels out, so that the line's end is not seen.
     */
    public ImmutableDoubleArray curveX(Range extent, int width, double step, double beyond) {
        double pixel = (x.to() - x.from()) / width;
        double first = Math.max(extent.from(), x.from() - beyond * pixel);
        double last = Math.min(extent.to(), x.to() + beyond * pixel);
        double from = Math.max(first, x.from());
        double to = Math.min(last, x.to());
        int count = (int) Math.max(1, Math.ceil((to - from) / (step * pixel)));
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(count + 2);
        values.add(first);
        for (int i = 0; i < count; i++) {
            values.add(from + (i + 0.5) * ((to - from) / count));
        }
        values.add(last);
        return values.build();
    }
}
