package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.ColumnSpans;
import org.epochreel.chart.mask.DotPen;
import org.epochreel.chart.mask.Tint;
import org.epochreel.data.Samples;

/** The points of a plot as far as they are visible. */
final class Dots {

    private final ImmutableList<ColumnMask> masks;
    private final Tint tint;

    Dots(Samples points, PlotScale scale, DotPen pen, Tint tint) {
        for (int i = 0; i < points.count(); i++) {
            pen.add(scale.pixelX(points.x().get(i)), scale.pixelY(points.y().get(i)));
        }
        this.masks = pen.take();
        this.tint = tint;
    }

    void paint(Canvas canvas) {
        masks.forEach(mask -> mask.paint(canvas, tint));
    }

    void paint(Canvas canvas, ColumnSpans within) {
        masks.forEach(mask -> mask.paint(canvas, tint, within));
    }
}
