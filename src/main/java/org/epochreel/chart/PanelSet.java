package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.run.Metrics;

/** Makes the panels of one chart. Fit panels share the x of their curves, weights panels their lines' values. */
final class PanelSet {

    private final ChartSpec spec;
    private final double k;
    private final Typefaces typefaces;
    private final ImmutableList<Panel> panels;
    private Optional<ImmutableDoubleArray> curveX = Optional.empty();
    private final ImmutableList.Builder<WeightTraces> weights = ImmutableList.builder();

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

    ImmutableList<WeightTraces> weights() {
        return weights.build();
    }

    private Panel panel(PanelLayout place) {
        Metrics metrics = spec.panels().metrics();
        return switch (place.kind()) {
            case FIT -> fit(place);
            case DATA -> new DataPanel(spec, k, place, typefaces);
            case LOSS -> traced(place, new LossTraces(spec, k, place));
            case GRADIENT_NORM -> traced(place, new MetricTraces("gradient norm", "norm", metrics.gradientNorm(),
                    LogAxis.around(ImmutableList.of(PanelAxes.norm(metrics))), ReadoutNumber::loss, spec, k, place));
            case GRADIENT_ANGLE -> traced(place, new MetricTraces("gradient angle", "angle", metrics.gradientAngle(),
                    new Axis.Degrees(), ReadoutNumber::degrees, spec, k, place));
            case GRADIENT_PATH -> traced(place, new PathTraces(spec, k, place));
            case WEIGHTS -> weights(place);
        };
    }

    private Panel fit(PanelLayout place) {
        FitPanel panel = new FitPanel(spec, k, place, typefaces, curveX);
        curveX = Optional.of(panel.curveX());
        return panel;
    }

    private Panel weights(PanelLayout place) {
        WeightTraces traces = new WeightTraces(spec, k, place);
        weights.add(traces);
        return traced(place, traces);
    }

    private Panel traced(PanelLayout place, Traces traces) {
        return new TracePanel(spec, k, place, typefaces, traces);
    }
}
