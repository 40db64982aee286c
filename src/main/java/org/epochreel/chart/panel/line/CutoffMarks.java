package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.line.PanelLines.Layer;

/**
 * Thin upright lines at the epochs after which the learning rate changed, each with the rate from then on beside its head
 * where there is room. Several that are close together share a line.
 */
final class CutoffMarks {

    private static final int ALPHA = 120;

    /** Pixels of the reference picture between two lines. */
    private static final double LEAST_APART = 12;

    // Where labels may stand, in ems of theirs: from the plot's top, from one row to the next, beside the line; and how
    // far down, as a part of the plot.
    private static final double TOP = 0.3;
    private static final double ROW = 0.6;
    private static final double BESIDE = 0.4;
    private static final double AIR = 0.2;
    private static final double LOWEST = 0.7;

    private final ShownRun run;
    private final boolean labelled;
    private final ImmutableIntArray cutoffs;
    private final EpochScale epochs;
    private final Coverage coverage;
    private final int thickness;
    private final Color color;
    private final Color textColor;
    private int next;

    /** The changes of all runs' learning rates. */
    CutoffMarks(PanelSite site) {
        this.epochs = new EpochScale(site.layout());
        this.run = site.spec().runs().get(0);
        this.labelled = site.spec().runs().size() == 1 && site.layout().plot().labelled();
        this.cutoffs = apart(site.spec().runs().stream().flatMapToInt(one -> one.cutoffs().stream()).sorted().toArray(),
                LEAST_APART * site.scale());
        // Without cut-offs nothing is ever inked, and nothing has to be remembered.
        Rectangle inside = site.layout().plot().inside();
        this.coverage = cutoffs.isEmpty() ? new Coverage(new Rectangle(inside.x, inside.y, 0, 0)) : site.coverage();
        this.thickness = (int) Math.max(1, Math.rint(site.theme().lines().thin() * site.scale()));
        Color muted = site.theme().palette().muted();
        this.textColor = muted;
        this.color = new Color(muted.getRed(), muted.getGreen(), muted.getBlue(), ALPHA);
    }

    private ImmutableIntArray apart(int[] all, double pixels) {
        ImmutableIntArray.Builder kept = ImmutableIntArray.builder();
        double last = Double.NEGATIVE_INFINITY;
        for (int cutoff : all) {
            if (epochs.pixelX(cutoff) - last >= pixels) {
                kept.add(cutoff);
                last = epochs.pixelX(cutoff);
            }
        }
        return kept.build();
    }

    void addTo(FreeSpace space) {
        Rectangle inside = epochs.layout().plot().inside();
        cutoffs.forEach(cutoff -> space.addLine(
                epochs.pixelX(cutoff), inside.y, epochs.pixelX(cutoff), inside.getMaxY()));
    }

    /** The rates that find room, from left to right. */
    ImmutableList<PlacedLabel> labels(FreeSpace space, Annotations pen) {
        ImmutableList.Builder<PlacedLabel> labels = ImmutableList.builder();
        boolean first = true;
        for (int i = 0; labelled && i < cutoffs.length(); i++) {
            int cutoff = lastBefore(i + 1 < cutoffs.length() ? cutoffs.get(i + 1) : Integer.MAX_VALUE);
            if (cutoff >= run.metrics().lastEpoch()) {
                break;
            }
            String rate = run.rates().text(run.metrics().learningRate().get(cutoff + 1));
            Optional<PlacedLabel> label = first ? label(i, cutoff, "rate " + rate, space, pen) : Optional.empty();
            label = label.isPresent() ? label : label(i, cutoff, rate, space, pen);
            label.ifPresent(labels::add);
            first &= label.isEmpty();
        }
        return labels.build();
    }

    /** Of changes that share a line, the one whose rate stays. */
    private int lastBefore(int end) {
        return run.cutoffs().stream().filter(cutoff -> cutoff < end).max().orElseThrow();
    }

    private Optional<PlacedLabel> label(int index, int epoch, String text, FreeSpace space, Annotations pen) {
        Rectangle inside = epochs.layout().plot().inside();
        double x = epochs.pixelX(cutoffs.get(index));
        List<Rectangle2D> places = new ArrayList<>();
        for (double row = TOP; row < LOWEST * inside.height / pen.em(); row += ROW) {
            double top = Math.rint(inside.y + row * pen.em());
            // Left of the line it would be read as the rate until then.
            places.add(new Rectangle2D.Double(
                    Math.rint(x + BESIDE * pen.em()), top, pen.width(text), pen.capHeight()));
        }
        return space.take(places, AIR * pen.em())
                .map(place -> new PlacedLabel(epoch, text, place, Optional.empty(), textColor));
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
