package org.epochreel.chart.panel;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.pen.Canvas;
import org.epochreel.chart.pen.Outlines;
import org.epochreel.chart.pen.PolylineStroke;
import org.epochreel.chart.pen.Strips;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.data.Samples;
import org.epochreel.data.Target;
import org.epochreel.frame.MacroblockSet;

/**
 * The points: those of training as the fit panel draws them, those of the test set smaller and in a second colour
 * above them, and the true function as a thin line where the scene knows it; of points from a file it is not known,
 * so that the points stand alone. Nothing here moves.
 */
public final class DataPanel implements Panel {

    private static final String NAME = "data";
    // Parts of the fit panel's dots.
    private static final double TRAIN_SIZE = 0.8;
    private static final double TEST_SIZE = 0.5;
    private static final double STEP = 2;
    private static final double FAR = 4;

    private final ChartSpec spec;
    private final Theme theme;
    private final double k;
    private final PanelLayout layout;
    private final Rectangle inside;
    private final Typefaces typefaces;
    private boolean drawn;

    public DataPanel(ChartSpec spec, double scale, PanelLayout layout, Typefaces typefaces) {
        this.spec = spec;
        this.theme = spec.theme();
        this.k = scale;
        this.layout = layout;
        this.inside = layout.plot().inside();
        this.typefaces = typefaces;
    }

    @Override
    public boolean needsStill(FrameContents moment) {
        return !drawn;
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents moment) {
        drawWhole(canvas, moment);
        drawn = true;
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents moment, MacroblockSet touched) {
        // All of it stays.
    }

    @Override
    public void drawWhole(Canvas canvas, FrameContents moment) {
        Graphics2D g = canvas.graphics();
        PlotFrame frame = new PlotFrame(theme, k, layout, typefaces);
        frame.drawGrid(g);
        g.setClip(inside);
        drawDots(g, spec.points(), TRAIN_SIZE * theme.lines().dot() * k, theme.palette().dot());
        spec.panels().target().ifPresent(target -> drawTarget(g, target));
        spec.panels().test().ifPresent(test ->
                drawCasedDots(g, test, TEST_SIZE * theme.lines().dot() * k, theme.palette().second()));
        g.setClip(null);
        frame.drawAxes(g);
        g.setClip(layout.cell());
        letter(new Annotations(g, theme, k, layout, typefaces, new Strips(layout.cell())));
        g.setClip(null);
    }

    private void drawDots(Graphics2D g, Samples points, double diameter, Color color) {
        Shape dot = Outlines.circle(diameter);
        g.setPaint(color);
        for (int i = 0; i < points.count(); i++) {
            g.fill(AffineTransform.getTranslateInstance(
                    layout.pixelX(points.x().get(i)), pixelY(points.y().get(i))).createTransformedShape(dot));
        }
    }

    // The margin parts them from dots of training behind them.
    private void drawCasedDots(Graphics2D g, Samples points, double diameter, Color color) {
        drawDots(g, points, diameter + 2 * Math.max(1, theme.lines().thin() * k), theme.palette().background());
        drawDots(g, points, diameter, color);
    }

    private void drawTarget(Graphics2D g, Target target) {
        Path2D path = new Path2D.Double();
        boolean open = false;
        int steps = (int) Math.ceil(inside.width / STEP);
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
        g.setStroke(new PolylineStroke(Math.max(1, theme.lines().thin() * k)));
        g.draw(path);
    }

    private double pixelY(double y) {
        double height = inside.height;
        return Math.max(inside.y - FAR * height, Math.min(inside.y + (1 + FAR) * height, layout.pixelY(y)));
    }

    private void letter(Annotations pen) {
        pen.name(NAME, NAME);
        double indent = 0;
        if (spec.panels().test().isPresent() && pen.headingValue("test", 0, NAME, theme.palette().second())) {
            indent = pen.width("test") + pen.em();
        }
        if (spec.panels().target().isPresent()) {
            pen.headingValue("true function", indent, NAME, theme.palette().text());
        }
    }
}
