package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import org.epochreel.chart.axis.Epochs;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.PanelSite;

/** Quantities over epochs, each a line that grows by every epoch, above the marks of the cut-offs. */
abstract class SeriesLines implements PanelLines {

    private final ImmutableList<Series> series;
    private final CutoffMarks marks;
    private final ImmutableList<Layer> layers;
    private int next;

    /** @param series from back to front */
    SeriesLines(PanelSite site, ImmutableList<Series> series) {
        this.series = series;
        this.marks = new CutoffMarks(site);
        ImmutableList.Builder<Layer> all = ImmutableList.builder();
        if (!marks.isEmpty()) {
            all.add(marks.layer());
        }
        series.forEach(one -> all.add(one.layer()));
        this.layers = all.build();
    }

    final ImmutableList<Series> series() {
        return series;
    }

    @Override
    public final ImmutableList<Layer> layers() {
        return layers;
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
}
