package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.axis.Epochs;
import org.epochreel.chart.axis.LogAxis;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.run.Metrics;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.text.PictureNumber;

/**
 * Training and test loss over epochs. Their names and present values stand beside the panel's name, or the names beside
 * the lines where there is not room for both; the lowest test loss of the whole run is marked from its epoch on. Of
 * several runs each has the line of its training loss in its colour, and their names stand beside the panel's.
 */
public final class LossLines extends SeriesLines {

    /** Training and test loss. */
    public static final PanelEntry ENTRY = new LineEntry(PanelKind.LOSS, LossLines::axis, LossLines::new);

    private static final String NAME = "loss";
    // Ems from a line to its name, and free around it; places that are tried.
    private static final double BESIDE = 0.45;
    private static final double AIR = 0.2;
    private static final int PLACES = 24;

    private final int lastEpoch;
    private final boolean severalRuns;
    private final ImmutableList<String> widest;
    private final Legend legend;
    private final int lowest;
    private boolean namedInPlot;

    private LossLines(PanelSite site) {
        super(site, series(site));
        ChartSpec spec = site.spec();
        this.lastEpoch = spec.lastEpoch();
        this.severalRuns = spec.runs().size() > 1;
        Metrics first = spec.runs().get(0).metrics();
        this.widest = series().stream()
                .map(one -> PictureNumber.widestLoss(one.values()))
                .collect(ImmutableList.toImmutableList());
        this.legend = Legend.ofRuns(spec);
        int least = hasTest(spec) ? Epochs.least(first.testLoss()) : -1;
        this.lowest = least >= 0 && Double.isFinite(first.testLoss().get(least)) ? least : -1;
    }

    private static boolean hasTest(ChartSpec spec) {
        return spec.runs().size() == 1 && spec.runs().get(0).metrics().hasTestLoss();
    }

    private static ImmutableList<Series> series(PanelSite site) {
        ChartSpec spec = site.spec();
        LogAxis axis = axis(spec);
        ImmutableList.Builder<Series> all = ImmutableList.builder();
        if (hasTest(spec)) {
            ImmutableDoubleArray losses = spec.runs().get(0).metrics().testLoss();
            all.add(new Series("test", losses, spec.theme().palette().second(), axis, site));
        }
        for (ShownRun run : spec.runs()) {
            String name = spec.runs().size() > 1 ? run.name() : "train";
            all.add(new Series(name, run.metrics().trainLoss(), run.color(), axis, site));
        }
        return all.build();
    }

    private static LogAxis axis(ChartSpec spec) {
        ImmutableList.Builder<ImmutableDoubleArray> shown = ImmutableList.builder();
        spec.runs().forEach(run -> shown.add(run.metrics().trainLoss()));
        Metrics first = spec.runs().get(0).metrics();
        if (hasTest(spec)) {
            shown.add(first.testLoss());
        }
        return LogAxis.unlessDiverging(shown.build());
    }

    @Override
    public void letter(Annotations pen) {
        if (severalRuns) {
            legend.writeOverEpochs(pen, NAME, NAME);
        } else {
            pen.nameOverEpochs(NAME, NAME, valuesWidth(pen, series().size() > 1));
        }
    }

    @Override
    ImmutableList<PlacedLabel> labels(FreeSpace space, Annotations pen) {
        ImmutableList.Builder<PlacedLabel> labels = ImmutableList.builder();
        if (!severalRuns && series().size() > 1 && !pen.fitsHeading(valuesWidth(pen, true), NAME)) {
            Optional<PlacedLabel> first = name(0, space, pen);
            Optional<PlacedLabel> second = name(1, space, pen);
            namedInPlot = first.isPresent() && second.isPresent();
            if (namedInPlot) {
                labels.add(first.get(), second.get());
            }
        }
        if (lowest >= 0) {
            Series test = series().get(0);
            PlacedLabel.near(lowest, "lowest " + PictureNumber.loss(test.value(lowest)), test.pixelX(lowest),
                    test.pixelY(lowest), test.color(), space, pen).ifPresent(labels::add);
        }
        return labels.build();
    }

    /** A line's name on the far side of the other line, as early in the run as there is room. */
    private Optional<PlacedLabel> name(int index, FreeSpace space, Annotations pen) {
        Series one = series().get(index);
        Series other = series().get(1 - index);
        for (int step = 1; step < PLACES; step++) {
            int epoch = (int) ((long) step * lastEpoch / PLACES);
            boolean above = one.value(epoch) > other.value(epoch);
            double away = above ? -BESIDE * pen.em() - pen.capHeight() : BESIDE * pen.em();
            Rectangle2D place = new Rectangle2D.Double(Math.rint(one.pixelX(epoch) - pen.width(one.name()) / 2),
                    Math.rint(one.pixelY(epoch) + away), pen.width(one.name()), pen.capHeight());
            if (space.take(ImmutableList.of(place), AIR * pen.em()).isPresent()) {
                return Optional.of(new PlacedLabel(epoch, one.name(), place, Optional.empty(), one.color()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void annotate(Annotations pen, int epoch) {
        writeLabels(pen, epoch);
        if (lowest >= 0 && epoch >= lowest) {
            Series test = series().get(0);
            pen.ring(test.pixelX(lowest), test.pixelY(lowest), test.color());
        }
        series().forEach(one -> one.markEnd(pen, epoch));
        if (!severalRuns) {
            writeValues(pen, epoch);
        }
    }

    // All values or none, with their names where there is room and the plot has none for names.
    private void writeValues(Annotations pen, int epoch) {
        boolean named = series().size() > 1 && !namedInPlot && pen.fitsHeading(valuesWidth(pen, true), NAME);
        boolean unnamed = named || series().size() == 1 || namedInPlot;
        if (!pen.fitsHeading(valuesWidth(pen, named), NAME) && unnamed) {
            return;
        }
        double indent = 0;
        for (int i = 0; i < series().size(); i++) {
            Series one = series().get(i);
            String value = PictureNumber.loss(one.value(epoch));
            String text = named ? one.name() + " " + value : unnamed ? value : one.name();
            pen.headingValue(text, indent, NAME, one.color());
            indent += (unnamed ? pen.width(widest(i, named)) : pen.width(one.name())) + pen.em();
        }
    }

    private double valuesWidth(Annotations pen, boolean named) {
        double width = -pen.em();
        for (int i = 0; i < series().size(); i++) {
            width += pen.width(widest(i, named)) + pen.em();
        }
        return width;
    }

    private String widest(int index, boolean named) {
        return named ? series().get(index).name() + " " + widest.get(index) : widest.get(index);
    }
}
