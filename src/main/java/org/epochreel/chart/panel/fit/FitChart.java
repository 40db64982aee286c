package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.axis.LetteredAxis;
import org.epochreel.chart.axis.PlotLayout;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.pen.Ink;
import org.epochreel.chart.pen.Theme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The JFreeChart chart that lies under points and curves, without a background: axes, grid and the ghosts of the first
 * curves. No font is ever asked for.
 */
final class FitChart {

    private final Rectangle picture;
    private final Rectangle inside;
    private final ImmutableDoubleArray curveX;
    private final XYPlot plot;
    private final JFreeChart chart;

    FitChart(PanelSite site) {
        this.picture = new Rectangle(site.spec().size().width(), site.spec().size().height());
        PlotLayout layout = site.layout().plot();
        this.inside = layout.inside();
        this.curveX = site.curveX();
        Theme theme = site.theme();
        double scale = site.scale();
        LetteredAxis.Style style = LetteredAxis.Style.of(theme, scale, layout, site.typefaces());
        PlotScale ends = PlotScale.of(site.spec(), layout);
        LetteredAxis xAxis = new LetteredAxis(ends.x().from(), ends.x().to(), layout.xTicks(), style);
        LetteredAxis yAxis = new LetteredAxis(ends.y().from(), ends.y().to(), layout.yTicks(), style);
        this.plot = new GriddedPlot(theme.palette().grid(),
                (int) Math.max(1, Math.rint(theme.lines().grid() * scale)));
        plot.setDomainAxis(xAxis);
        plot.setRangeAxis(yAxis);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setFixedDomainAxisSpace(space());
        plot.setFixedRangeAxisSpace(space());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(theme.palette().grid().isPresent());
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        this.chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
    }

    private AxisSpace space() {
        AxisSpace space = new AxisSpace();
        space.setLeft(inside.x);
        space.setTop(inside.y);
        space.setRight(picture.width - inside.getMaxX());
        space.setBottom(picture.height - inside.getMaxY());
        return space;
    }

    /** A curve and its paint and pen. */
    record Inked(ImmutableDoubleArray curve, Ink.Line line) {}

    void showGhosts(ImmutableList<Inked> ghosts) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < ghosts.size(); i++) {
            renderer.setSeriesPaint(i, ghosts.get(i).line.color());
            renderer.setSeriesStroke(i, ghosts.get(i).line.stroke());
        }
        plot.setRenderer(renderer);
        plot.setDataset(new Curves(curveX, ghosts.stream().map(Inked::curve).collect(ImmutableList.toImmutableList())));
    }

    void draw(Graphics2D g) {
        chart.draw(g, picture);
    }

    /** A plot whose horizontal grid lines lie on whole pixels. */
    @SuppressWarnings("serial") // nobody serialises a drawing
    private static final class GriddedPlot extends XYPlot {

        private final transient Optional<Color> color;
        private final int width;

        GriddedPlot(Optional<Color> color, int width) {
            this.color = color;
            this.width = width;
        }

        @Override
        @SuppressWarnings("rawtypes") // as the overridden method
        protected void drawRangeGridlines(Graphics2D g, Rectangle2D area, List ticks) {
            if (color.isEmpty()) {
                return;
            }
            g.setPaint(color.get());
            for (Object tick : ticks) {
                double value = ((ValueTick) tick).getValue();
                double y = getRangeAxis().valueToJava2D(value, area, RectangleEdge.LEFT);
                g.fillRect((int) area.getX(), (int) Math.floor(y - (width - 1) / 2.0), (int) area.getWidth(), width);
            }
        }
    }
}
