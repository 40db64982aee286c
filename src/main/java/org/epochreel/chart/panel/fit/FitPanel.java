package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.RateEvent;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.Telling;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.ColumnRegion;
import org.epochreel.chart.mask.PolylineStroke;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.Dots;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.fit.FitChart.Inked;
import org.epochreel.chart.pen.Ink;
import org.epochreel.chart.pen.Theme;
import org.epochreel.frame.MacroblockSet;

/**
 * Points and the moving curves. The still picture (axes, grid, ghosts of the first curves) is drawn once. A frame finds
 * where anything has changed and lays everything over the still picture there anew, from what lies between a curve and
 * its ghost to words: what it shows depends on its contents alone.
 */
public final class FitPanel implements Panel {

    /** What the models compute, over the points. */
    public static final PanelEntry ENTRY = new FitEntry();

    static final String NAME = "fit";

    private final PanelSite site;
    private final int width;
    private final PlotScale scale;
    private final CurveMasks masks;
    private final ImmutableList<RunInk> inks;
    private final RunNames names;
    private final Dots dots;
    private final Departure departure;
    private final Sticks sticks;
    private final TrailLayers trails;
    private final FitWords words;
    private final NeuronBuilders builders;
    private final PolylineStroke thin;
    private final ColumnRegion changed;
    private final List<Laid> lines = new ArrayList<>();
    private ImmutableList<Optional<ImmutableDoubleArray>> ghosts = ImmutableList.of();
    private Optional<Shown> shown = Optional.empty();
    private boolean drawn;

    /** A line as it lies in the picture. */
    private record Laid(ColumnMask mask, Tint tint) {}

    /** What of a frame's contents is seen here. */
    private record Shown(int epoch, ImmutableList<RunCurves> runs, Telling telling) {}

    FitPanel(PanelSite site) {
        this.site = site;
        this.width = site.spec().size().width();
        this.scale = PlotScale.of(site.spec(), site.layout().plot());
        this.masks = new CurveMasks(site, scale);
        this.inks = site.spec().runs().stream()
                .map(run -> new RunInk(site.spec(), site.scale(), run))
                .collect(ImmutableList.toImmutableList());
        this.names = new RunNames(site);
        this.changed = new ColumnRegion(scale.inside());
        this.dots = Dots.of(site, scale, masks.pen());
        this.departure = new Departure(site, masks);
        this.sticks = new Sticks(site, scale, masks);
        this.trails = new TrailLayers(site, masks, inks);
        this.words = new FitWords(site, scale, masks);
        this.builders = new NeuronBuilders(site);
        this.thin = new PolylineStroke(Math.max(1, site.theme().lines().ghost() * site.scale()));
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
        trails.reset();
        departure.reset();
        sticks.reset();
        words.reset();
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
            ghosts.get(run).ifPresent(ghost -> inked.add(new Inked(masks.cut(ghost), line)));
        }
        FitChart chart = new FitChart(site);
        chart.showGhosts(inked.build());
        chart.draw(canvas.graphics());
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        Shown next = new Shown(inks.size() > 1 ? contents.epoch() : 0, contents.runs(), contents.telling());
        if (shown.isPresent() && shown.get().equals(next)) {
            return;
        }
        Optional<RateEvent> event = contents.telling().event().filter(told -> tellsRates());
        changed.clear();
        if (shown.isEmpty()) {
            dots.addTo(changed);
        }
        shown = Optional.of(next);
        addLines();
        lines.clear();
        trails.show(next.runs, changed);
        departure.show(event, next.runs, changed);
        sticks.reach(reached(next), changed);
        layLines(next);
        addLines();
        words.show(contents, event.isPresent(), changed);
        changed.copy(still, canvas.pixels(), width);
        paint(canvas);
        changed.addTo(touched);
        if (!names.isEmpty()) {
            names.show(next.runs.stream().mapToDouble(run -> masks.end(run.curve())).toArray(), contents, still, canvas,
                    touched);
        }
    }

    /** The first run's curve as far as it is drawn. */
    private ImmutableDoubleArray reached(Shown next) {
        boolean open = site.theme().composition() == Theme.Composition.OPEN;
        if (open && !next.telling.lastSeen().isEmpty()) {
            return next.telling.lastSeen().get(0);
        }
        RunCurves run = next.runs.get(0);
        return open && next.telling.built() < 1 ? NeuronBuilders.sum(run, next.telling.built()) : run.curve();
    }

    private void addLines() {
        lines.forEach(line -> changed.add(line.mask.spans()));
    }

    private void layLines(Shown next) {
        boolean lost = site.theme().composition() == Theme.Composition.OPEN && !next.telling.lastSeen().isEmpty();
        for (ImmutableDoubleArray seen : lost ? next.telling.lastSeen() : ImmutableList.<ImmutableDoubleArray>of()) {
            lines.add(new Laid(masks.mask(seen, thin), new Tint(site.theme().palette().accent())));
        }
        boolean boxed = site.theme().composition() == Theme.Composition.BOXED;
        for (int run = 0; run < inks.size(); run++) {
            if (boxed) {
                for (ImmutableDoubleArray neuron : next.runs.get(run).neurons()) {
                    lines.add(laid(neuron, inks.get(run).usual().neuron()));
                }
            } else {
                builders.lay(next.runs.get(run), next.telling.built())
                        .forEach(line -> lines.add(new Laid(masks.mask(line.curve(), line.stroke()), line.tint())));
            }
        }
        if (lost) {
            return;
        }
        if (!boxed && next.telling.built() < 1) {
            lines.add(laid(reached(next), inks.get(0).usual().curve()));
            return;
        }
        // The leader lies above the others.
        for (int run : order(next.runs)) {
            ImmutableDoubleArray curve = next.runs.get(run).curve();
            Ink ink = inks.get(run).at(next.runs.get(run).standing().lead(), next.epoch);
            ink.casing().ifPresent(casing -> lines.add(laid(curve, casing)));
            lines.add(laid(curve, ink.curve()));
        }
    }

    private static int[] order(ImmutableList<RunCurves> runs) {
        return IntStream.range(0, runs.size()).boxed()
                .sorted(Comparator.comparingDouble(run -> runs.get(run).standing().lead())).mapToInt(run -> run).toArray();
    }

    private Laid laid(ImmutableDoubleArray curve, Ink.Line line) {
        return new Laid(masks.mask(curve, line.stroke()), line.tint());
    }

    private void paint(Canvas canvas) {
        departure.paintArea(canvas, changed);
        sticks.paint(canvas, changed);
        trails.paint(canvas, changed);
        if (!dots.lieAbove()) {
            dots.paint(canvas, changed);
        }
        departure.paintGhosts(canvas, changed);
        lines.forEach(line -> line.mask.paint(canvas, line.tint, changed));
        if (dots.lieAbove()) {
            dots.paint(canvas, changed);
        }
        words.draw(canvas, changed);
    }

    /** The blog's originals show no text that moves, unless a scene asks for some. */
    private boolean tellsRates() {
        return site.theme().composition() == Theme.Composition.OPEN || !site.spec().readout().isEmpty();
    }
}
