package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Need;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;

/** All that the program knows of the fit panel's kind. */
record FitEntry() implements PanelEntry {

    // Pixels between even x, or how many are enough for the widest picture; and dots of which each is one more.
    private static final double LEAST_STEP = 2;
    private static final double MOST_EVEN = 1100;
    private static final int MOST_DOTS = 2000;

    @Override
    public Optional<String> nameBeforeLabels() {
        return Optional.of(FitPanel.NAME);
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
