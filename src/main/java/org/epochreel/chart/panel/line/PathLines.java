package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.Epochs;
import org.epochreel.chart.axis.GradientPath;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.pen.Coverage;
import org.epochreel.chart.pen.Strips;
import org.epochreel.chart.pen.Theme;
import org.epochreel.run.Metrics;

/**
 * The unrolled path of the gradients, with a dot every 100 updates. The heads of the arrows that led to the least
 * loss and of least norm of the whole run are marked from their epochs on.
 */
public final class PathLines implements PanelLines {

    private static final String NAME = "gradient path";
    private static final int DOT_EVERY = 100;
    private static final double DOT_SIZE = 0.8;
    private static final double APART = 1.2;

    private final GradientPath path;
    private final PanelLayout layout;
    private final Theme theme;
    private final double k;
    private final Layer line;
    private final Layer dots;
    private final int leastNorm;
    private final int leastLoss;
    private final Map<String, Double> middles = new HashMap<>();
    private int next;

    public PathLines(ChartSpec spec, double k, PanelLayout layout) {
        Metrics metrics = spec.panels().metrics();
        this.path = GradientPath.of(metrics);
        this.layout = layout;
        this.theme = spec.theme();
        this.k = k;
        this.line = new Layer(new Coverage(layout.plot().inside()), theme.palette().curve());
        this.dots = new Layer(new Coverage(layout.plot().inside()), theme.palette().dot());
        this.leastNorm = Epochs.least(metrics.gradientNorm());
        this.leastLoss = Epochs.least(metrics.trainLoss());
    }

    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.of(line, dots);
    }

    @Override
    public void addUntil(int epoch, Strips added) {
        Epochs.checkOrder(next, epoch);
        double width = theme.lines().thin() * k;
        for (; next <= epoch; next++) {
            int before = Math.max(0, next - 1);
            line.coverage().addLine(pixelX(before), pixelY(before), pixelX(next), pixelY(next), width, added);
            if (next % DOT_EVERY == 0) {
                double size = DOT_SIZE * theme.lines().point() * k;
                dots.coverage().addLine(pixelX(next), pixelY(next), pixelX(next), pixelY(next), size, added);
            }
        }
    }

    // Points far outside are drawn in towards the panel, so that no arithmetic overflows.
    private double pixelX(int epoch) {
        double width = layout.plot().inside().width;
        double left = layout.plot().inside().x;
        return Math.max(left - 8 * width, Math.min(left + 9 * width, layout.pixelX(path.x(epoch))));
    }

    private double pixelY(int epoch) {
        double height = layout.plot().inside().height;
        double top = layout.plot().inside().y;
        return Math.max(top - 8 * height, Math.min(top + 9 * height, layout.pixelY(path.y(epoch))));
    }

    @Override
    public void letter(Annotations pen) {
        pen.name(NAME, "path");
        if (path.lastEpoch() >= DOT_EVERY) {
            pen.headingValue("dots: " + DOT_EVERY + " updates", 0, NAME, theme.palette().muted());
        }
    }

    @Override
    public void annotate(Annotations pen, int epoch) {
        pen.dot(pixelX(epoch), pixelY(epoch), theme.palette().curve());
        Color color = theme.palette().second();
        boolean normShown = leastNorm >= 0 && epoch >= leastNorm;
        boolean lossShown = epoch >= leastLoss && leastLoss > 0;
        if (normShown) {
            pen.ring(pixelX(leastNorm), pixelY(leastNorm), color);
        }
        if (lossShown) {
            pen.ring(pixelX(leastLoss), pixelY(leastLoss), color);
        }
        if (!pen.isLettered()) {
            return;
        }
        boolean together = normShown && lossShown && areTogether(pen.em());
        if (together) {
            label(pen, "least norm, loss", leastLoss, color);
            return;
        }
        if (normShown) {
            label(pen, "least norm", leastNorm, color);
        }
        if (lossShown) {
            label(pen, "least loss", leastLoss, color);
        }
    }

    private boolean areTogether(double em) {
        return Math.abs(pixelX(leastNorm) - pixelX(leastLoss)) < 6 * em
                && Math.abs(pixelY(leastNorm) - pixelY(leastLoss)) < APART * em;
    }

    private void label(Annotations pen, String text, int epoch, Color color) {
        double x = pixelX(epoch);
        pen.label(text, x, middles.computeIfAbsent(text,
                key -> pen.middleBeside(text, x, pixelY(epoch), APART * pen.em(), this::pointsIn)), color);
    }

    // Of the whole run, so that the text stays where it is once it has appeared.
    private int pointsIn(Rectangle2D place) {
        int points = 0;
        for (int epoch = 0; epoch <= path.lastEpoch(); epoch++) {
            points += place.contains(pixelX(epoch), pixelY(epoch)) ? 1 : 0;
        }
        return points;
    }
}
