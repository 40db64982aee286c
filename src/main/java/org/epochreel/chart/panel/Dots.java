package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.ColumnRegion;
import org.epochreel.chart.mask.CurvePen;
import org.epochreel.chart.mask.DotPen;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.pen.Palette;

/** The points of a plot as far as they are visible. */
public final class Dots {

    private final ImmutableList<ColumnMask> rims;
    private final ImmutableList<ColumnMask> masks;
    private final Tint ground;
    private final Tint tint;
    private final boolean above;

    private Dots(ImmutableList<ColumnMask> rims, ImmutableList<ColumnMask> masks, Palette palette, boolean above) {
        this.rims = rims;
        this.masks = masks;
        this.ground = new Tint(palette.background());
        this.tint = new Tint(palette.dot());
        this.above = above;
    }

    /**
     * The points that a chart is about.
     *
     * @param pen gives the memory to draw them with
     */
    public static Dots of(PanelSite site, PlotScale scale, CurvePen pen) {
        double[] x = site.spec().points().x().stream().map(scale::pixelX).toArray();
        double[] y = site.spec().points().y().stream().map(scale::pixelY).toArray();
        return of(site, DotLook.of(site.theme(), site.scale(), scale.inside(), x, y), x, y, pen);
    }

    /** Points at given pixels. */
    static Dots of(PanelSite site, DotLook look, double[] x, double[] y, CurvePen pen) {
        ImmutableList<ColumnMask> rims = look.rim() > 0
                ? masks(pen.dots(look.diameter() + 2 * look.rim()), x, y) : ImmutableList.of();
        ImmutableList<ColumnMask> masks = look.isOpaque() ? masks(pen.dots(look.diameter()), x, y)
                : ImmutableList.of(pen.dots(look.diameter()).translucent(x, y, look.opacities()));
        return new Dots(rims, masks, site.theme().palette(), look.above());
    }

    private static ImmutableList<ColumnMask> masks(DotPen pen, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            pen.add(x[i], y[i]);
        }
        return pen.take();
    }

    /** Whether they are so few that they lie above the curves. */
    public boolean lieAbove() {
        return above;
    }

    /** Adds where they lie. */
    public void addTo(ColumnRegion region) {
        rims.forEach(mask -> region.add(mask.spans()));
        masks.forEach(mask -> region.add(mask.spans()));
    }

    public void paint(Canvas canvas, ColumnRegion within) {
        rims.forEach(mask -> mask.paint(canvas, ground, within));
        masks.forEach(mask -> mask.paint(canvas, tint, within));
    }
}
