package org.epochreel.chart;

import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import org.epochreel.scene.VideoSpec.Range;

/**
 * The values at the edges of the pixels in which data are drawn, a little less than the visible ranges where spines
 * cover the rest.
 */
record PlotScale(Range x, Range y) {

    static PlotScale of(ChartSpec spec, PlotLayout layout) {
        Rectangle2D box = layout.box();
        Rectangle inside = layout.inside();
        return new PlotScale(
                part(spec.x(), (inside.getMinX() - box.getMinX()) / box.getWidth(),
                        (box.getMaxX() - inside.getMaxX()) / box.getWidth()),
                part(spec.y(), (box.getMaxY() - inside.getMaxY()) / box.getHeight(),
                        (inside.getMinY() - box.getMinY()) / box.getHeight()));
    }

    private static Range part(Range range, double lowerCut, double upperCut) {
        double span = range.to() - range.from();
        return new Range(range.from() + lowerCut * span, range.to() - upperCut * span);
    }

    /**
     * Ascending x at about every {@code step} pixels of {@code width}, and one on each side {@code beyond} pixels outside
     * so that a line's end is never seen.
     */
    ImmutableDoubleArray curveX(int width, double step, double beyond) {
        int count = (int) Math.ceil(width / step);
        double pixel = (x.to() - x.from()) / width;
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(count + 2);
        values.add(x.from() - beyond * pixel);
        for (int i = 0; i < count; i++) {
            values.add(x.from() + (i + 0.5) * ((double) width / count) * pixel);
        }
        values.add(x.to() + beyond * pixel);
        return values.build();
    }
}
