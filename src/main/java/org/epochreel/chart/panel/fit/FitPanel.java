package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Need;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.ShownRateChange;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.ColumnRegion;
import org.epochreel.chart.mask.CurvePen;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.mask.Trails;
import org.epochreel.chart.panel.Dots;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.fit.FitChart.Inked;
import org.epochreel.chart.pen.Ink;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Points and the moving curves. The still picture (axes, grid, ghosts) is drawn once. A frame finds where anything has
 * changed and lays everything over the still picture there anew, from trails to chips: what it shows depends on its
 * contents alone.
 */
public final class FitPanel implements Panel {

    /** What the models compute, over the points. */
    public static final PanelEntry ENTRY = new Entry();

    private static final String NAME = "fit";
    // Curves are cut this many times the visible range away from it: no number overflows, no visible slope changes.
    private static final double FAR = 8;
    // Pixels between even x, or how many are enough for the widest picture; and dots of which each is one more.
    private static final double LEAST_STEP = 2;
    private static final double MOST_EVEN = 1100;
    private static final int MOST_DOTS = 2000;
    // Mean distance of successive curves, as a part of the visible height, from which on trails are left out.
    private static final double JUMP = 0.15;

    private final PanelSite site;
    private final int width;
    private final PlotScale scale;
    private final ImmutableList<RunInk> inks;
    private final RunNames names;
    private final Chips chips;
    private final CurvePen pen;
    private final Dots dots;
    private final ColumnRegion changed;
    private final List<Laid> lines = new ArrayList<>();
    private boolean chipped;
    private ImmutableList<Trails> trails = ImmutableList.of();
    private ImmutableList<Optional<ImmutableDoubleArray>> ghosts = ImmutableList.of();
    private Optional<Shown> shown = Optional.empty();
    private boolean drawn;

    /** A line as it lies in the picture. */
    private record Laid(ColumnMask mask, Tint tint) {}

    /** What of a frame's contents is seen here. */
    private record Shown(
            int epoch, ImmutableList<RunCurves> runs, Optional<ShownRateChange> rateChange, Optional<String> notice) {}

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
        public Aside aside(ChartSpec spec, Rectangle place, double scale, Typefaces typefaces) {
            return RunNames.aside(spec, place, scale, typefaces);
        }

        @Override
        public ImmutableDoubleArray curveX(ChartSpec spec, double scale, PanelLayout layout) {
            double curveWidth = spec.theme().lines().curve() * scale;
            PlotScale plot = PlotScale.of(spec, layout.plot());
            int width = layout.plot().inside().width;
            boolean boxed = spec.theme().composition() == Theme.Composition.BOXED;
            double step = boxed ? Math.max(2.4, 0.8 * curveWidth) : Math.max(LEAST_STEP, width / MOST_EVEN);
            ImmutableDoubleArray even = plot.curveX(extent(spec), width, step, 2 * curveWidth + 4);
            return boxed ? even : withDetail(even, spec);
        }

        // A curve may have a peak at a single dot, and bends where nothing even would meet them.
        private static ImmutableDoubleArray withDetail(ImmutableDoubleArray even, ChartSpec spec) {
            double first = even.get(0);
            double last = even.get(even.length() - 1);
            DoubleStream dots = spec.points().x().length() > MOST_DOTS
                    ? DoubleStream.empty() : spec.points().x().stream();
            return ImmutableDoubleArray.copyOf(DoubleStream.concat(even.stream(),
                            DoubleStream.concat(dots, spec.extras().bends().stream()))
                    .filter(x -> x >= first && x <= last)
                    .sorted()
                    .distinct());
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
        ChartSpec spec = site.spec();
        this.site = site;
        this.width = spec.size().width();
        this.scale = PlotScale.of(spec, site.layout().plot());
        this.inks = spec.runs().stream()
                .map(run -> new RunInk(spec, site.scale(), run))
                .collect(ImmutableList.toImmutableList());
        this.chips = new Chips(spec.theme(), site.scale(), site.layout().plot(), site.typefaces());
        this.pen = new CurvePen(scale.inside(), site.curveX().stream().map(scale::pixelX).toArray());
        this.names = new RunNames(site);
        this.changed = new ColumnRegion(scale.inside());
        this.dots = Dots.of(site, scale, pen);
    }

    @Override
    public boolean needsStill(FrameContents contents) {
        if (!drawn) {
            return true;
        }
        for (int run = 0; run < ghosts.size(); run++) {
            if (!contents.runs().get(run).firstCurve().equals(ghosts.get(run))) {
                return true;
            }
        }
        return false;
    }

    private static ImmutableList<Optional<ImmutableDoubleArray>> ghosts(FrameContents contents) {
        return contents.runs().stream().map(RunCurves::firstCurve).collect(ImmutableList.toImmutableList());
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents contents) {
        drawn = true;
        ghosts = ghosts(contents);
        lines.clear();
        trails.forEach(ofRun -> ofRun.show(ImmutableList.of(), curve -> null));
        chipped = false;
        shown = Optional.empty();
        names.forget();
        drawChart(canvas);
        canvas.clearOpacity(scale.inside());
        site.layout().heading().ifPresent(heading -> heading.draw(canvas, site.lettering(), NAME));
    }

    private void drawChart(Canvas canvas) {
        ImmutableList.Builder<Inked> inked = ImmutableList.builder();
        for (int run = 0; run < ghosts.size(); run++) {
            Ink.Line line = inks.get(run).usual().ghost();
            ghosts.get(run).ifPresent(ghost -> inked.add(new Inked(cut(ghost), line)));
        }
        FitChart chart = new FitChart(site);
        chart.showGhosts(inked.build());
        chart.draw(canvas.graphics());
    }

    private ImmutableDoubleArray cut(ImmutableDoubleArray curve) {
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(curve.length());
        curve.forEach(y -> values.add(cut(y)));
        return values.build();
    }

    private double cut(double y) {
        Range range = site.spec().y();
        double far = FAR * (range.to() - range.from());
        return Math.max(range.from() - far, Math.min(range.to() + far, y));
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        Shown next = new Shown(inks.size() > 1 ? contents.epoch() : 0, contents.runs(), contents.telling().event()
                .filter(event -> announcesRates()).flatMap(ShownRateChange::of), contents.telling().notice());
        if (shown.isPresent() && shown.get().equals(next)) {
            return;
        }
        changed.clear();
        if (shown.isEmpty()) {
            dots.addTo(changed);
        }
        shown = Optional.of(next);
        addLines();
        lines.clear();
        showTrails(next.runs);
        layLines(next.runs, next.epoch);
        addLines();
        boolean chips = next.notice.isPresent() || next.rateChange.isPresent();
        if (chips || chipped) {
            changed.add(this.chips.area().intersection(scale.inside()));
        }
        chipped = chips;
        changed.copy(still, canvas.pixels(), width);
        paint(canvas);
        if (chips) {
            drawChips(canvas, next);
        }
        changed.addTo(touched);
        if (!names.isEmpty()) {
            names.show(next.runs.stream().mapToDouble(run -> end(run.curve())).toArray(), contents, still, canvas, touched);
        }
    }

    private void addLines() {
        lines.forEach(line -> changed.add(line.mask.spans()));
    }

    private void layLines(ImmutableList<RunCurves> runs, int epoch) {
        for (int run = 0; run < inks.size(); run++) {
            for (ImmutableDoubleArray neuron : runs.get(run).neurons()) {
                lines.add(laid(neuron, inks.get(run).usual().neuron()));
            }
        }
        // The leader lies above the others.
        for (int run : order(runs)) {
            ImmutableDoubleArray curve = runs.get(run).curve();
            Ink ink = inks.get(run).at(runs.get(run).standing().lead(), epoch);
            ink.casing().ifPresent(casing -> lines.add(laid(curve, casing)));
            lines.add(laid(curve, ink.curve()));
        }
    }

    private static int[] order(ImmutableList<RunCurves> runs) {
        return IntStream.range(0, runs.size()).boxed()
                .sorted(Comparator.comparingDouble(run -> runs.get(run).standing().lead())).mapToInt(run -> run).toArray();
    }

    private Laid laid(ImmutableDoubleArray curve, Ink.Line line) {
        return new Laid(mask(curve, line), line.tint());
    }

    /** Where a curve leaves the plot on its right, in pixels from the top. */
    private double end(ImmutableDoubleArray curve) {
        int last = curve.length() - 1;
        while (last > 0 && scale.pixelX(site.curveX().get(last)) > scale.inside().getMaxX()) {
            last--;
        }
        return last < 0 ? Double.NaN : scale.pixelY(cut(curve.get(last)));
    }

    private void paint(Canvas canvas) {
        trails.forEach(ofRun -> ofRun.paint(canvas, changed));
        if (!dots.lieAbove()) {
            dots.paint(canvas, changed);
        }
        lines.forEach(line -> line.mask.paint(canvas, line.tint, changed));
        if (dots.lieAbove()) {
            dots.paint(canvas, changed);
        }
    }

    private void showTrails(ImmutableList<RunCurves> runs) {
        if (trails.isEmpty()) {
            if (runs.stream().allMatch(run -> run.trails().isEmpty())) {
                return;
            }
            trails = inks.stream()
                    .map(ink -> new Trails(scale.inside(), ink.usual().trail().tint()))
                    .collect(ImmutableList.toImmutableList());
        }
        for (int run = 0; run < trails.size(); run++) {
            Ink.Line line = inks.get(run).usual().trail();
            changed.add(trails.get(run).spans());
            trails.get(run).show(coherentTrails(runs.get(run)), curve -> mask(curve, line));
            changed.add(trails.get(run).spans());
        }
    }

    // Ghosts of curves from before a jump would not show where the curve came from.
    private ImmutableList<ImmutableDoubleArray> coherentTrails(RunCurves run) {
        ImmutableDoubleArray newer = run.curve();
        for (int i = 0; i < run.trails().size(); i++) {
            ImmutableDoubleArray trail = run.trails().get(i);
            if (distance(newer, trail) > JUMP * (site.spec().y().to() - site.spec().y().from())) {
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

    private ColumnMask mask(ImmutableDoubleArray curve, Ink.Line line) {
        double[] y = pen.y();
        if (curve.length() != y.length) {
            throw new IllegalArgumentException(
                    "a curve of " + curve.length() + " values does not match " + y.length + " x");
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = scale.pixelY(cut(curve.get(i)));
        }
        return pen.mask(line.stroke());
    }

    private void drawChips(Canvas canvas, Shown next) {
        Graphics2D g = canvas.graphics();
        g.setClip(scale.inside());
        next.notice.ifPresent(text -> chips.drawNotice(g, text));
        next.rateChange.ifPresent(change -> chips.drawRateChange(g, change));
        g.setClip(null);
        canvas.clearOpacity(chips.area().intersection(scale.inside()));
    }

    /** The blog's originals show no text that moves, unless a scene asks for some. */
    private boolean announcesRates() {
        return site.theme().composition() == Theme.Composition.OPEN || !site.spec().readout().isEmpty();
    }
}
