package org.epochreel.chart.draw;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import org.epochreel.chart.Need;
import org.epochreel.chart.panel.DataPanel;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.ResidualPanel;
import org.epochreel.chart.panel.WeightHistogram;
import org.epochreel.chart.panel.field.FieldPanel;
import org.epochreel.chart.panel.field.HiddenPanel;
import org.epochreel.chart.panel.fit.FitPanel;
import org.epochreel.chart.panel.image.ConfusionPanel;
import org.epochreel.chart.panel.image.FiltersPanel;
import org.epochreel.chart.panel.image.PicturePanel;
import org.epochreel.chart.panel.image.SamplesPanel;
import org.epochreel.chart.panel.landscape.LandscapeLines;
import org.epochreel.chart.panel.line.AccuracyLines;
import org.epochreel.chart.panel.line.LossLines;
import org.epochreel.chart.panel.line.MetricLines;
import org.epochreel.chart.panel.line.PathLines;
import org.epochreel.chart.panel.line.WeightLines;
import org.epochreel.chart.panel.network.NetworkPanel;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.scene.VideoSpec.PanelKind;

/** Every kind of panel there is. */
public final class PanelEntries {

    private static final ImmutableMap<PanelKind, PanelEntry> BY_KIND = Maps.uniqueIndex(
            ImmutableList.of(FitPanel.ENTRY, DataPanel.ENTRY, LossLines.ENTRY, MetricLines.RATE, MetricLines.NORM,
                    MetricLines.ANGLE, ResidualPanel.ENTRY,
                    PathLines.ENTRY, WeightLines.ENTRY, WeightHistogram.ENTRY, FieldPanel.ENTRY, LandscapeLines.ENTRY, NetworkPanel.ENTRY,
                    AccuracyLines.ENTRY, SamplesPanel.ENTRY, FiltersPanel.ENTRY, ConfusionPanel.ENTRY, PicturePanel.ENTRY,
                    HiddenPanel.ENTRY),
            PanelEntry::kind);

    private PanelEntries() {}

    /** Whether a kind of panel shows what the model makes of the data, and so can stand for the film. */
    public static boolean isMain(PanelKind kind) {
        return of(kind).isMain();
    }

    /** @throws IllegalArgumentException if nothing draws {@code kind} */
    static PanelEntry of(PanelKind kind) {
        PanelEntry entry = BY_KIND.get(kind);
        if (entry == null) {
            throw new IllegalArgumentException("nothing draws a panel called " + kind);
        }
        return entry;
    }

    /** What panels of {@code kinds} have to be told besides metrics. */
    public static ImmutableSet<Need> needs(ImmutableList<PanelKind> kinds) {
        return kinds.stream().flatMap(kind -> of(kind).needs().stream()).collect(ImmutableSet.toImmutableSet());
    }

    /** What panels of {@code kinds} want to know of each run's model at its end, before the first frame. */
    public static ImmutableSet<Wanted<?>> wantedAtEnd(ImmutableList<PanelKind> kinds) {
        return kinds.stream().flatMap(kind -> of(kind).wantedAtEnd().stream()).collect(ImmutableSet.toImmutableSet());
    }
}
