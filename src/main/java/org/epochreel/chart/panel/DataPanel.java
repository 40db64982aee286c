package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Need;
import org.epochreel.chart.axis.AxisLimits;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnRegion;
import org.epochreel.chart.mask.CurvePen;
import org.epochreel.chart.mask.Disc;
import org.epochreel.chart.mask.PolylineStroke;
import org.epochreel.chart.pen.Theme;
import org.epochreel.data.Samples;
import org.epochreel.data.Target;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * The points: those of training as the fit panel draws them, those of the test set above them, open and in a second
 * colour, and the true function as a thin line where the scene knows it; of points from a file it is not known, so that
 * the points stand alone. A boxed theme's test points are smaller instead. Nothing here moves.
 */
public final class DataPanel implements Panel {

    /** Points and nothing that the model says. */
    public static final PanelEntry ENTRY = new Entry();

    private static final String NAME = "data";
    // Parts of the fit panel's dots.
    private static final double TRAIN_SIZE = 0.8;
    private static final double TEST_SIZE = 0.5;
    private static final double RING = 2.6;
    private static final double FAR = 4;

    private final PanelSite site;
    private final ChartSpec spec;
    private final Theme theme;
    private final double scale;
    private final PanelLayout layout;
    private final Rectangle inside;
    private boolean drawn;

    private DataPanel(PanelSite site) {
        this.site = site;
        this.spec = site.spec();
        this.theme = spec.theme();
        this.scale = site.scale();
        this.layout = site.layout();
        this.inside = layout.plot().inside();
    }

    private record Entry() implements PanelEntry {

        @Override
        public PanelKind kind() {
            return PanelKind.DATA;
        }

        @Override
        public ImmutableSet<Need> needs() {
            return ImmutableSet.of();
        }

        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            ImmutableDoubleArray.Builder y = ImmutableDoubleArray.builder().addAll(spec.points().y());
            spec.panels().test().ifPresent(test -> y.addAll(test.y()));
            return Optional.of(PanelAxes.besideData(spec, AxisLimits.around(y.build())));
        }

        @Override
        public Panel panel(PanelSite site) {
            return new DataPanel(site);
        }
    }

    @Override
    public boolean needsStill(FrameContents contents) {
        return !drawn;
    }


    @Override
    public void drawStill(Canvas canvas, FrameContents contents) {
        drawn = true;
        Graphics2D g = canvas.graphics();
        PlotFrame frame = new PlotFrame(site);
        frame.drawGrid(g);
        g.setClip(inside);
        if (theme.composition() == Theme.Composition.BOXED) {
            drawDots(g, spec.points(), TRAIN_SIZE * theme.lines().dot() * scale, theme.palette().dot());
            spec.panels().target().ifPresent(target -> drawTarget(g, target));
            spec.panels().test().ifPresent(test ->
                    drawCasedDots(g, test, TEST_SIZE * theme.lines().dot() * scale, theme.palette().second()));
        } else {
            drawPoints(canvas);
        }
        g.setClip(null);
        frame.drawAxes(g);
        Annotations words = new Annotations(site);
        letter(words);
        words.marks().forEach(mark -> mark.draw(canvas, layout.cell(), site.lettering()));
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        // All of it stays.
    }

    private void drawPoints(Canvas canvas) {
        double[] x = pixelsX(spec.points());
        double[] y = pixelsY(spec.points());
        DotLook look = DotLook.of(theme, (alone() ? 1 : TRAIN_SIZE) * scale, inside, x, y);
        CurvePen pen = new CurvePen(inside, new double[0]);
        ColumnRegion everywhere = new ColumnRegion(inside);
        everywhere.add(inside);
        Dots dots = Dots.of(site, look, x, y, pen);
        if (!look.above()) {
            dots.paint(canvas, everywhere);
        }
        spec.panels().target().ifPresent(target -> drawTarget(canvas.graphics(), target));
        canvas.clearOpacity(inside);
        if (look.above()) {
            dots.paint(canvas, everywhere);
        }
        spec.panels().test().ifPresent(test -> drawRings(canvas, test));
    }

    private void drawRings(Canvas canvas, Samples points) {
        double[] x = pixelsX(points);
        double[] y = pixelsY(points);
        DotLook look = DotLook.of(theme, (alone() ? 1 : TRAIN_SIZE) * scale, inside, x, y);
        double rim = Math.max(1, look.rim());
        double stroke = Math.max(1, Math.min(RING * scale, look.diameter() / 4));
        for (int i = 0; i < x.length; i++) {
            disc(canvas, x[i], y[i], look.diameter() + 2 * rim, theme.palette().background());
            disc(canvas, x[i], y[i], look.diameter(), theme.palette().second());
            disc(canvas, x[i], y[i], look.diameter() - 2 * stroke, theme.palette().background());
        }
    }

    private void disc(Canvas canvas, double x, double y, double diameter, Color color) {
        if (diameter > 0) {
            new Mark.Disc(x, y, diameter, color).draw(canvas, inside, site.lettering());
        }
    }

    private boolean alone() {
        return spec.panels().kinds().size() == 1;
    }

    private double[] pixelsX(Samples points) {
        return points.x().stream().map(layout::pixelX).toArray();
    }

    private double[] pixelsY(Samples points) {
        return points.y().stream().map(layout::pixelY).toArray();
    }

    private void drawDots(Graphics2D g, Samples points, double diameter, Color color) {
        g.setPaint(color);
        for (int i = 0; i < points.count(); i++) {
            g.fill(new Disc(layout.pixelX(points.x().get(i)), pixelY(points.y().get(i)), diameter));
        }
    }

    // The margin parts them from dots of training behind them.
    private void drawCasedDots(Graphics2D g, Samples points, double diameter, Color color) {
        drawDots(g, points, diameter + 2 * Math.max(1, theme.lines().thin() * scale), theme.palette().background());
        drawDots(g, points, diameter, color);
    }

    private void drawTarget(Graphics2D g, Target target) {
        Path2D path = new Path2D.Double();
        boolean open = false;
        int steps = (int) Math.ceil(inside.width / (theme.composition() == Theme.Composition.BOXED ? 2 : 0.5));
        for (int i = 0; i <= steps; i++) {
            double x = layout.x().from() + i * ((layout.x().to() - layout.x().from()) / steps);
            double y = target.at(x);
            if (Double.isNaN(y)) {
                open = false;
            } else if (open) {
                path.lineTo(layout.pixelX(x), pixelY(y));
            } else {
                path.moveTo(layout.pixelX(x), pixelY(y));
                open = true;
            }
        }
        g.setPaint(theme.palette().text());
        g.setStroke(new PolylineStroke(Math.max(1, theme.lines().thin() * scale)));
        g.draw(path);
    }

    private double pixelY(double y) {
        double height = inside.height;
        return Math.max(inside.y - FAR * height, Math.min(inside.y + (1 + FAR) * height, layout.pixelY(y)));
    }

    private void letter(Annotations pen) {
        pen.name(NAME, NAME);
        if (theme.composition() == Theme.Composition.OPEN) {
            key(pen);
            return;
        }
        double indent = 0;
        if (spec.panels().test().isPresent() && pen.headingValue("test", 0, NAME, theme.palette().second())) {
            indent = pen.width("test") + pen.em();
        }
        if (spec.panels().target().isPresent()) {
            pen.headingValue("true function", indent, NAME, theme.palette().text());
        }
    }

    // From the right end of the heading row to the left, as far as there is room.
    private void key(Annotations pen) {
        if (spec.panels().test().isEmpty() && spec.panels().target().isEmpty()) {
            return;
        }
        double indent = 0;
        if (spec.panels().target().isPresent()) {
            indent = pen.headingKey("true function", indent, NAME, theme.palette().text(), Annotations.Key.LINE);
        }
        if (spec.panels().test().isPresent()) {
            indent = pen.headingKey("test", indent, NAME, theme.palette().second(), Annotations.Key.RING);
        }
        pen.headingKey("train", indent, NAME, theme.palette().dot(), Annotations.Key.DISC);
    }
}
