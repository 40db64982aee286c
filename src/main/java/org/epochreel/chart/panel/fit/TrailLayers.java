package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnRegion;
import org.epochreel.chart.mask.Trails;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.pen.Ink;

/** The curves of some frames before, of each run. */
final class TrailLayers {

    // Mean distance of successive curves, as a part of the visible height, from which on trails are left out.
    private static final double JUMP = 0.15;

    private final PanelSite site;
    private final CurveMasks masks;
    private final ImmutableList<RunInk> inks;
    private ImmutableList<Trails> trails = ImmutableList.of();

    TrailLayers(PanelSite site, CurveMasks masks, ImmutableList<RunInk> inks) {
        this.site = site;
        this.masks = masks;
        this.inks = inks;
    }

    /** Lets nothing be seen. */
    void reset() {
        trails.forEach(ofRun -> ofRun.show(ImmutableList.of(), curve -> null));
    }

    /** Goes to a frame; {@code changed} is added to. */
    void show(ImmutableList<RunCurves> runs, ColumnRegion changed) {
        if (trails.isEmpty()) {
            if (runs.stream().allMatch(run -> run.trails().isEmpty())) {
                return;
            }
            trails = inks.stream()
                    .map(ink -> new Trails(site.layout().plot().inside(), ink.usual().trail().tint()))
                    .collect(ImmutableList.toImmutableList());
        }
        for (int run = 0; run < trails.size(); run++) {
            Ink.Line line = inks.get(run).usual().trail();
            changed.add(trails.get(run).spans());
            trails.get(run).show(coherent(runs.get(run)), curve -> masks.mask(curve, line.stroke()));
            changed.add(trails.get(run).spans());
        }
    }

    void paint(Canvas canvas, ColumnRegion within) {
        trails.forEach(ofRun -> ofRun.paint(canvas, within));
    }

    // Ghosts of curves from before a jump would not show where the curve came from.
    private ImmutableList<ImmutableDoubleArray> coherent(RunCurves run) {
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
            double difference = Math.abs(masks.cut(curve.get(i)) - masks.cut(other.get(i)));
            if (!Double.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
