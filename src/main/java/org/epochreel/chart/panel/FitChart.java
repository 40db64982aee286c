package org.epochreel.chart.panel;

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
import org.epochreel.chart.pen.Ink;
import org.epochreel.chart.pen.Outlines;
import org.epochreel.chart.pen.Theme;
import org.epochreel.data.Samples;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/**
 * The JFreeChart chart of points and curves, without a background. From back to front: grid, ghosts of the first
 * curves, trails, dots, neurons, curves; what is not given is not drawn. No font is ever asked for.
 */
final class FitChart {

    private static final int GHOSTS = 0;
    private static final int TRAILS = 1;
    private static final int DOTS = 2;
    private static final int NEURONS = 3;
    private static final int CURVES = 4;

    private final Rectangle picture;
    private final Rectangle inside;
    private final ImmutableDoubleArray curveX;
    private final LetteredAxis xAxis;
    private final LetteredAxis yAxis;
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
        this.xAxis = new LetteredAxis(ends.x().from(), ends.x().to(), layout.xTicks(), style);
        this.yAxis = new LetteredAxis(ends.y().from(), ends.y().to(), layout.yTicks(), style);
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
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
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
        show(GHOSTS, ghosts);
    }

    /** Shows trails, those in front last. */
    void showTrails(ImmutableList<Inked> trails) {
        show(TRAILS, trails);
    }

    void showDots(Samples points, double diameter, Color color) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries(0, new double[][] {points.x().toArray(), points.y().toArray()});
        XYLineAndShapeRenderer renderer = new DotRenderer();
        renderer.setDrawOutlines(false);
        renderer.setSeriesShape(0, Outlines.circle(diameter));
        renderer.setSeriesPaint(0, color);
        show(DOTS, dataset, renderer);
    }

    void showNeurons(ImmutableList<Inked> neurons) {
        show(NEURONS, neurons);
    }

    void showCurves(ImmutableList<Inked> curves) {
        show(CURVES, curves);
    }

    private void show(int layer, ImmutableList<Inked> curves) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < curves.size(); i++) {
            renderer.setSeriesPaint(i, curves.get(i).line.color());
            renderer.setSeriesStroke(i, curves.get(i).line.stroke());
        }
        show(layer, new Curves(curveX,
                curves.stream().map(Inked::curve).collect(ImmutableList.toImmutableList())), renderer);
    }

    private void show(int layer, XYDataset dataset, XYLineAndShapeRenderer renderer) {
        plot.setRenderer(layer, renderer);
        plot.setDataset(layer, dataset);
    }

    void draw(Graphics2D g) {
        chart.draw(g, picture);
    }

    double pixelX(double x) {
        return xAxis.valueToJava2D(x, inside, RectangleEdge.BOTTOM);
    }

    double pixelY(double y) {
        return yAxis.valueToJava2D(y, inside, RectangleEdge.LEFT);
    }

    /** Draws dots as far as they are visible, also those whose centre is outside of the axes. */
    @SuppressWarnings("serial") // nobody serialises a drawing
    private static final class DotRenderer extends XYLineAndShapeRenderer {

        DotRenderer() {
            super(false, true);
        }

        @Override
        public XYItemRendererState initialise(Graphics2D g, Rectangle2D dataArea, XYPlot plot, XYDataset dataset,
                PlotRenderingInfo info) {
            XYItemRendererState state = super.initialise(g, dataArea, plot, dataset, info);
            state.setProcessVisibleItemsOnly(false);
            return state;
        }
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
