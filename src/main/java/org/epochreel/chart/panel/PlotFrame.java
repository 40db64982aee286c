package org.epochreel.chart.panel;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.epochreel.chart.axis.LetteredAxis;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.pen.Theme;
import org.jfree.chart.ui.RectangleEdge;

/** Draws grid lines, spines and ticks of a panel that JFreeChart does not draw, in the way of those that it does. */
public final class PlotFrame {

    private final Theme theme;
    private final double scale;
    private final PanelLayout layout;
    private final LetteredAxis.Style style;

    public PlotFrame(PanelSite site) {
        this.theme = site.theme();
        this.scale = site.scale();
        this.layout = site.layout();
        this.style = LetteredAxis.Style.of(theme, scale, layout.plot(), site.typefaces());
    }

    /** Draws horizontal lines, which every column of the plot has alike. */
    public void drawGrid(Graphics2D g) {
        Rectangle inside = layout.plot().inside();
        int line = (int) Math.max(1, Math.rint(theme.lines().grid() * scale));
        theme.palette().grid().ifPresent(color -> {
            g.setPaint(color);
            g.setClip(inside);
            for (Tick tick : layout.plot().yTicks()) {
                if (tick.isMinor()) {
                    continue;
                }
                int y = (int) Math.floor(layout.pixelY(tick.value()) - (line - 1) / 2.0);
                g.fillRect(inside.x, y, inside.width, line);
            }
            g.setClip(null);
        });
    }

    public void drawAxes(Graphics2D g) {
        Rectangle inside = layout.plot().inside();
        new LetteredAxis(layout.x().from(), layout.x().to(), layout.plot().xTicks(), style)
                .draw(g, 0, inside, inside, RectangleEdge.BOTTOM, null);
        new LetteredAxis(layout.y().from(), layout.y().to(), layout.plot().yTicks(), style)
                .draw(g, 0, inside, inside, RectangleEdge.LEFT, null);
    }
}
