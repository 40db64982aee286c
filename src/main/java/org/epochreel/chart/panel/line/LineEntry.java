package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableSet;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.function.Function;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Need;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * A kind of panel of lines over epochs.
 *
 * @param quantity the axis of what the lines show
 * @param lines makes the lines of one panel
 */
record LineEntry(
        PanelKind kind,
        ImmutableSet<Need> needs,
        Function<ChartSpec, Axis> quantity,
        Function<PanelSite, PanelLines> lines) implements PanelEntry {

    /** Of what needs metrics alone. */
    LineEntry(PanelKind kind, Function<ChartSpec, Axis> quantity, Function<PanelSite, PanelLines> lines) {
        this(kind, ImmutableSet.of(), quantity, lines);
    }

    @Override
    public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
        return Optional.of(PanelAxes.overEpochs(spec.lastEpoch(), quantity.apply(spec), inside, air, 0));
    }

    @Override
    public Panel panel(PanelSite site) {
        return new LinePanel(site, lines.apply(site));
    }
}
