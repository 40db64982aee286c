package org.epochreel.chart.panel.line;

import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;
import java.awt.Rectangle;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.line.PanelLines.Layer;

/** Thin upright lines at the epochs after which the learning rate changed. */
final class CutoffMarks {

    private static final int ALPHA = 120;

    private final ImmutableIntArray cutoffs;
    private final EpochScale epochs;
    private final Coverage coverage;
    private final int thickness;
    private final Color color;
    private int next;

    /** The changes of all runs' learning rates. */
    CutoffMarks(PanelSite site) {
        this.cutoffs = ImmutableIntArray.copyOf(
                site.spec().runs().stream().flatMapToInt(run -> run.cutoffs().stream()).sorted().distinct());
        this.epochs = new EpochScale(site.layout());
        // Without cut-offs nothing is ever inked, and nothing has to be remembered.
        Rectangle inside = site.layout().plot().inside();
        this.coverage = cutoffs.isEmpty() ? new Coverage(new Rectangle(inside.x, inside.y, 0, 0)) : site.coverage();
        this.thickness = (int) Math.max(1, Math.rint(site.theme().lines().thin() * site.scale()));
        Color muted = site.theme().palette().muted();
        this.color = new Color(muted.getRed(), muted.getGreen(), muted.getBlue(), ALPHA);
    }

    boolean isEmpty() {
        return cutoffs.isEmpty();
    }

    Layer layer() {
        return new Layer(coverage, color);
    }

    void addUntil(int epoch, Strips added) {
        Rectangle inside = epochs.layout().plot().inside();
        while (next < cutoffs.length() && cutoffs.get(next) <= epoch) {
            int column = (int) Math.floor(epochs.pixelX(cutoffs.get(next)) - thickness / 2.0);
            for (int i = 0; i < thickness; i++) {
                coverage.addSpan(column + i, inside.y, inside.y + inside.height, added);
            }
            next++;
        }
    }
}
