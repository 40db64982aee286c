package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
import org.epochreel.chart.Need;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.FitChart.Inked;
import org.epochreel.chart.pen.Canvas;
import org.epochreel.chart.pen.Ink;
import org.epochreel.chart.pen.Outlines;
import org.epochreel.chart.pen.PolylineStroke;
import org.epochreel.chart.pen.Strips;
import org.epochreel.chart.pen.Theme;
import org.epochreel.data.Samples;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Points and the moving curves. The still picture (axes, grid, ghost, dots) is drawn once as a whole chart; a frame
 * restores what the last one covered and draws trails, neurons, curve and chips through the chart's axes, with the
 * result that a whole chart would have: trails lie under the dots, so the dots above a trail are drawn again.
 */
public final class FitPanel implements Panel {

    /** What the models compute, over the points. */
    public static final PanelEntry ENTRY = new Entry();

    private static final String NAME = "fit";
    private static final int COLUMN = 16;
    // Curves are cut this many times the visible range away from it: no float overflows, no visible slope changes.
    private static final double FAR = 8;
    // Mean distance of successive curves, as a part of the visible height, from which on trails are left out.
    private static final double JUMP = 0.15;

    private final ChartSpec spec;
    private final PanelSite site;
    private final FrameSize size;
    private final Rectangle inside;
    private final ImmutableList<Ink> inks;
    private final Chips chips;
    private final FitChart chart;
    private final double lowest;
    private final double highest;
    private final float[] pixelX;
    private final Path2D.Float path = new Path2D.Float();
    private final ImmutableList<Shape> dots;
    private final ImmutableList<ImmutableList<Shape>> dotsOfColumn;
    private final Strips covered;
    private final Strips trailed;
    private ImmutableList<Optional<ImmutableDoubleArray>> ghosts = ImmutableList.of();
    private boolean drawn;
    private int[] withoutDots;

    private record Entry() implements PanelEntry {

        @Override
        public Optional<String> nameBeforeLabels() {
            return Optional.of(NAME);
        }

        @Override
        public PanelKind kind() {
            return PanelKind.FIT;
        }

        @Override
        public ImmutableSet<Need> needs() {
            return ImmutableSet.of(Need.CURVES);
        }

        @Override
        public boolean isMain() {
            return true;
        }

        @Override
        public double tickSpacing() {
            return 4;
        }

        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            return Optional.of(PanelAxes.ofData(spec));
        }

        @Override
        public ImmutableDoubleArray curveX(ChartSpec spec, double scale, PanelLayout layout) {
            double curveWidth = spec.theme().lines().curve() * scale;
            return PlotScale.of(spec, layout.plot()).curveX(extent(spec), layout.plot().inside().width,
                    Math.max(2.4, 0.8 * curveWidth), 2 * curveWidth + 4);
        }

        private static Range extent(ChartSpec spec) {
            double[] x = spec.points().x().toArray();
            double least = Doubles.min(x);
            double greatest = Doubles.max(x);
            boolean withData = spec.theme().composition() == Theme.Composition.BOXED
                    && least < spec.x().to() && greatest > spec.x().from() && least < greatest;
            return withData ? new Range(least, greatest) : new Range(-Double.MAX_VALUE, Double.MAX_VALUE);
        }

        @Override
        public Panel panel(PanelSite site) {
            return new FitPanel(site);
        }
    }

    private FitPanel(PanelSite site) {
        this.site = site;
        this.spec = site.spec();
        this.size = spec.size();
        this.inside = site.layout().plot().inside();
        this.inks = spec.runs().stream()
                .map(run -> new Ink(spec.theme(), site.scale(), run.color()))
                .collect(ImmutableList.toImmutableList());
        this.chips = new Chips(spec.theme(), site.scale(), site.layout().plot(), site.typefaces());
        this.chart = new FitChart(site);
        double span = spec.y().to() - spec.y().from();
        this.lowest = spec.y().from() - FAR * span;
        this.highest = spec.y().to() + FAR * span;
        this.pixelX = new float[site.curveX().length()];
        for (int i = 0; i < pixelX.length; i++) {
            pixelX[i] = (float) chart.pixelX(site.curveX().get(i));
        }
        this.dots = dots(spec.points());
        this.covered = new Strips(inside);
        this.trailed = new Strips(inside);
        this.dotsOfColumn = dotsOfColumns();
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
        return spec.theme().lines().dot() * site.scale();
    }

    @Override
    public void drawWhole(Canvas canvas, FrameContents contents) {
        Graphics2D g = canvas.graphics();
        FitChart whole = new FitChart(site);
        ImmutableList.Builder<Inked> trails = ImmutableList.builder();
        ImmutableList.Builder<Inked> neurons = ImmutableList.builder();
        ImmutableList.Builder<Inked> curves = ImmutableList.builder();
        for (int run = 0; run < inks.size(); run++) {
            Ink ink = inks.get(run);
            ImmutableList<ImmutableDoubleArray> coherent = coherentTrails(contents.runs().get(run));
            for (int age = coherent.size() - 1; age >= 0; age--) {
                trails.add(new Inked(cut(coherent.get(age)), ink.trail(age, coherent.size())));
            }
            contents.runs().get(run).neurons().forEach(neuron -> neurons.add(new Inked(cut(neuron), ink.neuron())));
            ImmutableDoubleArray curve = cut(contents.runs().get(run).curve());
            ink.casing().ifPresent(casing -> curves.add(new Inked(curve, casing)));
            curves.add(new Inked(curve, ink.curve()));
        }
        whole.showGhosts(inked(ghosts(contents)));
        whole.showTrails(trails.build());
        whole.showDots(spec.points(), diameter(), spec.theme().palette().dot());
        whole.showNeurons(neurons.build());
        whole.showCurves(curves.build());
        whole.draw(g);
        name(g);
        g.setClip(inside);
        drawChips(g, contents, new Strips(inside));
        g.setClip(null);
    }

    private static ImmutableList<Optional<ImmutableDoubleArray>> ghosts(FrameContents contents) {
        return contents.runs().stream().map(RunCurves::firstCurve).collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Inked> inked(ImmutableList<Optional<ImmutableDoubleArray>> found) {
        ImmutableList.Builder<Inked> inked = ImmutableList.builder();
        for (int run = 0; run < found.size(); run++) {
            Ink.Line line = inks.get(run).ghost();
            found.get(run).ifPresent(ghost -> inked.add(new Inked(cut(ghost), line)));
        }
        return inked.build();
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
    private ImmutableList<ImmutableDoubleArray> coherentTrails(RunCurves run) {
        ImmutableDoubleArray newer = run.curve();
        for (int i = 0; i < run.trails().size(); i++) {
            ImmutableDoubleArray trail = run.trails().get(i);
            if (distance(newer, trail) > JUMP * (spec.y().to() - spec.y().from())) {
                return run.trails().subList(0, i);
            }
            newer = trail;
        }
        return run.trails();
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
    public boolean needsStill(FrameContents contents) {
        return !drawn || !ghosts(contents).equals(ghosts);
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents contents) {
        drawn = true;
        ghosts = ghosts(contents);
        covered.clear();
        withoutDots = null;
        chart.showGhosts(inked(ghosts));
        chart.showDots(spec.points(), diameter(), spec.theme().palette().dot());
        chart.draw(canvas.graphics());
        name(canvas.graphics());
    }

    private void name(Graphics2D g) {
        site.layout().heading().ifPresent(heading -> heading.draw(g, NAME));
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        Graphics2D g = canvas.graphics();
        covered.addTo(touched);
        covered.copy(still, canvas.pixels(), size.width());
        covered.clear();
        g.setClip(inside);
        drawTrails(canvas, contents.runs().stream().map(this::coherentTrails).collect(ImmutableList.toImmutableList()));
        for (int run = 0; run < inks.size(); run++) {
            for (ImmutableDoubleArray neuron : contents.runs().get(run).neurons()) {
                drawCurve(g, neuron, inks.get(run).neuron(), covered);
            }
        }
        for (int run = 0; run < inks.size(); run++) {
            ImmutableDoubleArray curve = contents.runs().get(run).curve();
            if (inks.get(run).casing().isPresent()) {
                drawCurve(g, curve, inks.get(run).casing().get(), covered);
            }
            drawCurve(g, curve, inks.get(run).curve(), covered);
        }
        drawChips(g, contents, covered);
        g.setClip(null);
        covered.clearOpacity(canvas.pixels(), size.width());
        covered.addTo(touched);
    }

    private void drawTrails(Canvas canvas, ImmutableList<ImmutableList<ImmutableDoubleArray>> trails) {
        if (trails.stream().allMatch(ImmutableList::isEmpty)) {
            return;
        }
        if (withoutDots == null) {
            withoutDots = drawWithoutDots();
        }
        Graphics2D g = canvas.graphics();
        trailed.clear();
        for (int run = 0; run < trails.size(); run++) {
            ImmutableList<ImmutableDoubleArray> ofRun = trails.get(run);
            for (int i = 0; i < ofRun.size(); i++) {
                trace(ofRun.get(i), inks.get(run).trail(i, ofRun.size()).stroke(), trailed);
            }
        }
        trailed.copy(withoutDots, canvas.pixels(), size.width());
        for (int run = 0; run < trails.size(); run++) {
            ImmutableList<ImmutableDoubleArray> ofRun = trails.get(run);
            for (int age = ofRun.size() - 1; age >= 0; age--) {
                drawCurve(g, ofRun.get(age), inks.get(run).trail(age, ofRun.size()), trailed);
            }
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
        FitChart bare = new FitChart(site);
        bare.showGhosts(inked(ghosts));
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

    private void drawChips(Graphics2D g, FrameContents contents, Strips strips) {
        contents.notice().ifPresent(text -> strips.addRectangle(chips.drawNotice(g, text)));
        contents.rateChange().filter(change -> announcesRates())
                .ifPresent(change -> strips.addRectangle(chips.drawRateChange(g, change)));
    }

    /** The blog's originals show no text that moves, unless a scene asks for some. */
    private boolean announcesRates() {
        return spec.theme().composition() == Theme.Composition.OPEN || !spec.readout().isEmpty();
    }
}
