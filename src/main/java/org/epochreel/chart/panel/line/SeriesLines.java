package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.chart.axis.Epochs;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.PanelSite;

/** Quantities over epochs, each a line that grows by every epoch, above the marks of the cut-offs. */
abstract class SeriesLines implements PanelLines {

    private final ImmutableList<Series> series;
    private final CutoffMarks marks;
    private final ImmutableList<Layer> own;
    private final PanelSite site;
    private final boolean ratesNamed;
    private Optional<ImmutableList<PlacedLabel>> labels = Optional.empty();
    private int next;

    /** Lines whose cut-offs carry their rates. */
    SeriesLines(PanelSite site, ImmutableList<Series> series) {
        this(site, series, true);
    }

    /**
     * @param series from back to front
     * @param ratesNamed whether cut-offs carry their rates
     */
    SeriesLines(PanelSite site, ImmutableList<Series> series, boolean ratesNamed) {
        this.ratesNamed = ratesNamed;
        this.site = site;
        this.series = series;
        this.marks = new CutoffMarks(site);
        ImmutableList.Builder<Layer> all = ImmutableList.builder();
        if (!marks.isEmpty()) {
            all.add(marks.layer());
        }
        series.forEach(one -> all.add(one.layer()));
        this.own = all.build();
    }

    final ImmutableList<Series> series() {
        return series;
    }

    @Override
    public final ImmutableList<Layer> layers() {
        return ImmutableList.<Layer>builder().addAll(under()).addAll(own).build();
    }

    /** What lies under all lines and never changes. */
    ImmutableList<Layer> under() {
        return ImmutableList.of();
    }

    @Override
    public final void addUntil(int epoch, Strips added) {
        Epochs.checkOrder(next, epoch);
        for (; next <= epoch; next++) {
            for (Series one : series) {
                one.add(next, added);
            }
        }
        marks.addUntil(epoch, added);
    }

    /** Labels of the lines, which find their places before the cut-offs' rates do. */
    ImmutableList<PlacedLabel> labels(FreeSpace space, Annotations pen) {
        return ImmutableList.of();
    }

    /** Writes what stands in the plot's free space at {@code epoch}. */
    final void writeLabels(Annotations pen, int epoch) {
        if (!pen.isLettered()) {
            return;
        }
        if (labels.isEmpty()) {
            labels = Optional.of(placed(pen));
        }
        labels.get().forEach(label -> label.draw(pen, epoch));
    }

    private ImmutableList<PlacedLabel> placed(Annotations pen) {
        FreeSpace space = FreeSpace.of(site.layout(), pen);
        series.forEach(one -> one.addTo(space));
        marks.addTo(space);
        ImmutableList<PlacedLabel> own = labels(space, pen);
        return ImmutableList.<PlacedLabel>builder().addAll(own)
                .addAll(ratesNamed ? marks.labels(space, pen) : ImmutableList.of()).build();
    }
}
