package org.epochreel.chart.draw;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.LogAxis;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.ChartLayout;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.DataPanel;
import org.epochreel.chart.panel.FitPanel;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.line.LinePanel;
import org.epochreel.chart.panel.line.LossLines;
import org.epochreel.chart.panel.line.MetricLines;
import org.epochreel.chart.panel.line.PanelLines;
import org.epochreel.chart.panel.line.PathLines;
import org.epochreel.chart.panel.line.WeightLines;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.run.Metrics;
import org.epochreel.text.ReadoutNumber;

/** Makes the panels of one chart. Fit panels share the x of their curves, weights panels their lines' values. */
final class PanelSet {

    private final ChartSpec spec;
    private final double k;
    private final Typefaces typefaces;
    private final ImmutableList<Panel> panels;
    private Optional<ImmutableDoubleArray> curveX = Optional.empty();
    private final ImmutableList.Builder<WeightLines> weights = ImmutableList.builder();

    PanelSet(ChartSpec spec, ChartLayout layout, Typefaces typefaces) {
        this.spec = spec;
        this.k = layout.scale();
        this.typefaces = typefaces;
        this.panels = layout.panels().stream().map(this::panel).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<Panel> panels() {
        return panels;
    }

    ImmutableDoubleArray curveX() {
        return curveX.orElse(ImmutableDoubleArray.of());
    }

    ImmutableList<WeightLines> weights() {
        return weights.build();
    }

    private Panel panel(PanelLayout place) {
        Metrics metrics = spec.panels().metrics();
        return switch (place.kind()) {
            case FIT -> fit(place);
            case DATA -> new DataPanel(spec, k, place, typefaces);
            case LOSS -> traced(place, new LossLines(spec, k, place));
            case GRADIENT_NORM -> traced(place, new MetricLines("gradient norm", "norm", metrics.gradientNorm(),
                    LogAxis.around(ImmutableList.of(PanelAxes.norm(metrics))), ReadoutNumber::loss, spec, k, place));
            case GRADIENT_ANGLE -> traced(place, new MetricLines("gradient angle", "angle", metrics.gradientAngle(),
                    new Axis.Degrees(), ReadoutNumber::degrees, spec, k, place));
            case GRADIENT_PATH -> traced(place, new PathLines(spec, k, place));
            case WEIGHTS -> weights(place);
        };
    }

    private Panel fit(PanelLayout place) {
        FitPanel panel = new FitPanel(spec, k, place, typefaces, curveX);
        curveX = Optional.of(panel.curveX());
        return panel;
    }

    private Panel weights(PanelLayout place) {
        WeightLines traces = new WeightLines(spec, k, place);
        weights.add(traces);
        return traced(place, traces);
    }

    private Panel traced(PanelLayout place, PanelLines traces) {
        return new LinePanel(spec, k, place, typefaces, traces);
    }
}
