package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.axis.PlotLayout;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.pen.Canvas;
import org.epochreel.chart.pen.Ink;
import org.epochreel.chart.pen.Outlines;
import org.epochreel.chart.pen.PolylineStroke;
import org.epochreel.chart.pen.Strips;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.data.Samples;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Points and the moving curve. The still picture (axes, grid, ghost, dots) is drawn once as a whole chart; a frame
 * restores what the last one covered and draws trails, neurons, curve and chips through the chart's axes, with the
 * result that a whole chart would have: trails lie under the dots, so the dots above a trail are drawn again.
 */
public final class FitPanel implements Panel {

    private static final String NAME = "fit";
    private static final int COLUMN = 16;
    // Curves are cut this many times the visible range away from it: no float overflows, no visible slope changes.
    private static final double FAR = 8;
    // Mean distance of successive curves, as a part of the visible height, from which on trails are left out.
    private static final double JUMP = 0.15;

    private final ChartSpec spec;
    private final double k;
    private final PanelLayout place;
    private final PlotLayout layout;
    private final Typefaces typefaces;
    private final FrameSize size;
    private final Rectangle inside;
    private final Ink ink;
    private final Chips chips;
    private final ImmutableDoubleArray curveX;
    private final FitChart chart;
    private final double lowest;
    private final double highest;
    private final float[] pixelX;
    private final Path2D.Float path = new Path2D.Float();
    private final ImmutableList<Shape> dots;
    private final ImmutableList<ImmutableList<Shape>> dotsOfColumn;
    private final Strips covered;
    private final Strips trailed;
    private Optional<ImmutableDoubleArray> ghost = Optional.empty();
    private boolean drawn;
    private int[] withoutDots;

    /** A panel whose curves have the x of another one, or without one its own. */
    public FitPanel(ChartSpec spec, double scale, PanelLayout place, Typefaces typefaces,
            Optional<ImmutableDoubleArray> sharedX) {
        this.place = place;
        this.spec = spec;
        this.k = scale;
        this.layout = place.plot();
        this.typefaces = typefaces;
        this.size = spec.size();
        this.inside = layout.inside();
        this.ink = new Ink(spec.theme(), k);
        this.chips = new Chips(spec.theme(), k, layout, typefaces);
        double curveWidth = spec.theme().lines().curve() * k;
        this.curveX = sharedX.orElseGet(() -> PlotScale.of(spec, layout).curveX(
                extent(), inside.width, Math.max(2.4, 0.8 * curveWidth), 2 * curveWidth + 4));
        this.chart = new FitChart(spec, k, layout, typefaces, curveX);
        double span = spec.y().to() - spec.y().from();
        this.lowest = spec.y().from() - FAR * span;
        this.highest = spec.y().to() + FAR * span;
        this.pixelX = new float[curveX.length()];
        for (int i = 0; i < pixelX.length; i++) {
            pixelX[i] = (float) chart.pixelX(curveX.get(i));
        }
        this.dots = dots(spec.points());
        this.covered = new Strips(inside);
        this.trailed = new Strips(inside);
        this.dotsOfColumn = dotsOfColumns();
    }

    public ImmutableDoubleArray curveX() {
        return curveX;
    }

    private Range extent() {
        double[] x = spec.points().x().toArray();
        double least = Doubles.min(x);
        double greatest = Doubles.max(x);
        boolean withData = spec.theme().composition() == Theme.Composition.BOXED
                && least < spec.x().to() && greatest > spec.x().from() && least < greatest;
        return withData ? new Range(least, greatest) : new Range(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private ImmutableList<Shape> dots(Samples points) {
        double diameter = diameter();
        Shape dot = Outlines.circle(diameter);
        ImmutableList.Builder<Shape> shapes = ImmutableList.builder();
        for (int i = 0; i < points.count(); i++) {
            AffineTransform move = AffineTransform.getTranslateInstance(
                    chart.pixelX(points.x().get(i)), chart.pixelY(points.y().get(i)));
            Shape shape = move.createTransformedShape(dot);
            if (shape.intersects(inside)) {
                shapes.add(shape);
            }
        }
        return shapes.build();
    }

    private ImmutableList<ImmutableList<Shape>> dotsOfColumns() {
        List<ImmutableList.Builder<Shape>> columns = new ArrayList<>();
        for (int i = 0; i < covered.columns(); i++) {
            columns.add(ImmutableList.builder());
        }
        for (Shape dot : dots) {
            Rectangle bounds = dot.getBounds();
            int first = Math.max(0, bounds.x - 1) / COLUMN;
            int last = Math.min(covered.columns() - 1, (bounds.x + bounds.width + 1) / COLUMN);
            for (int column = first; column <= last; column++) {
                columns.get(column).add(dot);
            }
        }
        return columns.stream().map(ImmutableList.Builder::build).collect(ImmutableList.toImmutableList());
    }

    private double diameter() {
        return spec.theme().lines().dot() * k;
    }

    @Override
    public void drawWhole(Canvas canvas, FrameContents moment) {
        Graphics2D g = canvas.graphics();
        FitChart whole = new FitChart(spec, k, layout, typefaces, curveX);
        whole.showGhost(moment.firstCurve().map(this::cut));
        whole.showTrails(coherentTrails(moment).stream().map(this::cut).collect(ImmutableList.toImmutableList()));
        whole.showDots(spec.points(), diameter(), spec.theme().palette().dot());
        whole.showNeurons(moment.neurons().stream().map(this::cut).collect(ImmutableList.toImmutableList()));
        whole.showCurve(cut(moment.curve()));
        whole.draw(g);
        name(g);
        g.setClip(inside);
        drawChips(g, moment, new Strips(inside));
        g.setClip(null);
    }

    private ImmutableDoubleArray cut(ImmutableDoubleArray curve) {
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(curve.length());
        curve.forEach(y -> values.add(cut(y)));
        return values.build();
    }

    private double cut(double y) {
        return Math.max(lowest, Math.min(highest, y));
    }

    // Ghosts of curves from before a jump would not show where the curve came from.
    private ImmutableList<ImmutableDoubleArray> coherentTrails(FrameContents moment) {
        ImmutableDoubleArray newer = moment.curve();
        for (int i = 0; i < moment.trails().size(); i++) {
            ImmutableDoubleArray trail = moment.trails().get(i);
            if (distance(newer, trail) > JUMP * (spec.y().to() - spec.y().from())) {
                return moment.trails().subList(0, i);
            }
            newer = trail;
        }
        return moment.trails();
    }

    private double distance(ImmutableDoubleArray curve, ImmutableDoubleArray other) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(curve.length(), other.length()); i++) {
            double difference = Math.abs(cut(curve.get(i)) - cut(other.get(i)));
            if (!Double.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    @Override
    public boolean needsStill(FrameContents moment) {
        return !drawn || !moment.firstCurve().equals(ghost);
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents moment) {
        drawn = true;
        ghost = moment.firstCurve();
        covered.clear();
        withoutDots = null;
        chart.showGhost(ghost.map(this::cut));
        chart.showDots(spec.points(), diameter(), spec.theme().palette().dot());
        chart.draw(canvas.graphics());
        name(canvas.graphics());
    }

    private void name(Graphics2D g) {
        place.heading().ifPresent(heading -> heading.draw(g, NAME));
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents moment, MacroblockSet touched) {
        Graphics2D g = canvas.graphics();
        covered.addTo(touched);
        covered.copy(still, canvas.pixels(), size.width());
        covered.clear();
        g.setClip(inside);
        ImmutableList<ImmutableDoubleArray> trails = coherentTrails(moment);
        if (!trails.isEmpty()) {
            drawTrails(canvas, trails);
        }
        for (ImmutableDoubleArray neuron : moment.neurons()) {
            drawCurve(g, neuron, ink.neuron(), covered);
        }
        if (ink.casing().isPresent()) {
            drawCurve(g, moment.curve(), ink.casing().get(), covered);
        }
        drawCurve(g, moment.curve(), ink.curve(), covered);
        drawChips(g, moment, covered);
        g.setClip(null);
        covered.clearOpacity(canvas.pixels(), size.width());
        covered.addTo(touched);
    }

    private void drawTrails(Canvas canvas, ImmutableList<ImmutableDoubleArray> trails) {
        if (withoutDots == null) {
            withoutDots = drawWithoutDots();
        }
        Graphics2D g = canvas.graphics();
        trailed.clear();
        for (int i = 0; i < trails.size(); i++) {
            trace(trails.get(i), ink.trail(i, trails.size()).stroke(), trailed);
        }
        trailed.copy(withoutDots, canvas.pixels(), size.width());
        for (int age = trails.size() - 1; age >= 0; age--) {
            drawCurve(g, trails.get(age), ink.trail(age, trails.size()), trailed);
        }
        g.setPaint(spec.theme().palette().dot());
        for (int column = 0; column < trailed.columns(); column++) {
            Rectangle strip = trailed.column(column);
            if (strip.isEmpty()) {
                continue;
            }
            g.setClip(strip);
            for (Shape dot : dotsOfColumn.get(column)) {
                if (dot.intersects(strip)) {
                    g.fill(dot);
                }
            }
        }
        g.setClip(inside);
        covered.addAll(trailed);
    }

    private int[] drawWithoutDots() {
        Canvas canvas = Canvas.of(size, spec.theme());
        FitChart bare = new FitChart(spec, k, layout, typefaces, curveX);
        bare.showGhost(ghost.map(this::cut));
        bare.draw(canvas.graphics());
        canvas.clearOpacity(inside);
        canvas.graphics().dispose();
        return canvas.pixels();
    }

    private void drawCurve(Graphics2D g, ImmutableDoubleArray curve, Ink.Line line, Strips strips) {
        trace(curve, line.stroke(), strips);
        g.setPaint(line.color());
        g.setStroke(line.stroke());
        g.draw(path);
    }

    private void trace(ImmutableDoubleArray curve, PolylineStroke stroke, Strips strips) {
        if (curve.length() != pixelX.length) {
            throw new IllegalArgumentException(
                    "a curve of " + curve.length() + " values does not match " + pixelX.length + " x");
        }
        double margin = stroke.width() / 2 + 2;
        path.reset();
        boolean open = false;
        float lastX = 0;
        float lastY = 0;
        for (int i = 0; i < pixelX.length; i++) {
            float x = pixelX[i];
            float y = (float) chart.pixelY(cut(curve.get(i)));
            if (Float.isNaN(y)) {
                open = false;
                continue;
            }
            if (open) {
                path.lineTo(x, y);
                strips.addSegment(lastX, lastY, x, y, margin);
            } else {
                path.moveTo(x, y);
                strips.addSegment(x, y, x, y, margin);
                open = true;
            }
            lastX = x;
            lastY = y;
        }
    }

    private void drawChips(Graphics2D g, FrameContents moment, Strips strips) {
        moment.notice().ifPresent(text -> strips.addRectangle(chips.drawNotice(g, text)));
        moment.rateChange().filter(change -> announcesRates())
                .ifPresent(change -> strips.addRectangle(chips.drawRateChange(g, change)));
    }

    /** The blog's originals show no text that moves, unless a scene asks for some. */
    private boolean announcesRates() {
        return spec.theme().composition() == Theme.Composition.OPEN || !spec.readout().isEmpty();
    }
}
