package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.PanelEntry;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.scene.VideoSpec.PanelKind;

/**
 * The shares of the training and the test set that are said right, over epochs, and as a dotted line what guessing gives.
 * Of several runs each has the line of its training set.
 */
public final class AccuracyLines extends SeriesLines {

    /** Training and test accuracy. */
    public static final PanelEntry ENTRY =
            new LineEntry(PanelKind.ACCURACY, spec -> new Axis.Share(), AccuracyLines::new);

    private static final String NAME = "accuracy";
    private static final String WIDEST = "100.0 %";
    private static final String CHANCE = "by chance";
    private static final double DOTS = 9;

    private final boolean severalRuns;
    private final Legend legend;
    private final double chance;
    private final double chanceY;
    private final Color muted;
    private final Layer dots;

    private AccuracyLines(PanelSite site) {
        super(site, series(site));
        this.severalRuns = site.spec().runs().size() > 1;
        this.legend = Legend.ofRuns(site.spec());
        int classes = site.spec().points().labels().orElseThrow().classes().size();
        this.chance = 1.0 / classes;
        this.chanceY = site.layout().pixelY(chance);
        this.muted = site.theme().palette().muted();
        this.dots = new Layer(dotted(site), muted);
    }

    private Coverage dotted(PanelSite site) {
        Rectangle inside = site.layout().plot().inside();
        Coverage line = site.coverage();
        double step = Math.max(3, DOTS * site.scale());
        double size = Math.max(1, 2 * site.scale());
        Strips nobody = new Strips(inside);
        for (double x = inside.x + step / 2; x < inside.getMaxX(); x += step) {
            line.addLine(x, chanceY, x, chanceY, size, nobody);
        }
        return line;
    }

    private static ImmutableList<Series> series(PanelSite site) {
        ChartSpec spec = site.spec();
        Axis axis = new Axis.Share();
        ImmutableList.Builder<Series> all = ImmutableList.builder();
        if (spec.runs().size() == 1 && spec.runs().get(0).metrics().hasTestLoss()) {
            all.add(new Series("test", spec.runs().get(0).metrics().testAccuracy(), spec.theme().palette().second(), axis,
                    site));
        }
        for (ShownRun run : spec.runs()) {
            all.add(new Series(spec.runs().size() > 1 ? run.name() : "train", run.metrics().trainAccuracy(), run.color(),
                    axis, site));
        }
        return all.build();
    }

    @Override
    ImmutableList<Layer> under() {
        return ImmutableList.of(dots);
    }

    @Override
    public void letter(Annotations pen) {
        if (severalRuns) {
            legend.writeOverEpochs(pen, NAME, NAME);
        } else {
            pen.nameOverEpochs(NAME, NAME, valuesWidth(pen, true));
        }
    }

    @Override
    public void annotate(Annotations pen, int epoch) {
        writeLabels(pen, epoch);
        if (pen.isLettered()) {
            double x = pen.right() - pen.width(CHANCE) / 2;
            double above = chanceY - 0.7 * pen.em();
            pen.label(CHANCE, x, above, muted);
        }
        series().forEach(one -> one.markEnd(pen, epoch));
        boolean named = pen.fitsHeading(valuesWidth(pen, true), NAME);
        if (severalRuns || !named && !pen.fitsHeading(valuesWidth(pen, false), NAME)) {
            return;
        }
        double indent = 0;
        for (Series one : series()) {
            String value = percent(one.value(epoch));
            pen.headingValue(named ? one.name() + " " + value : value, indent, NAME, one.color());
            indent += pen.width(named ? one.name() + " " + WIDEST : WIDEST) + pen.em();
        }
    }

    private double valuesWidth(Annotations pen, boolean named) {
        double width = -pen.em();
        for (Series one : series()) {
            width += pen.width(named ? one.name() + " " + WIDEST : WIDEST) + pen.em();
        }
        return width;
    }

    /** Tenths of a percent. */
    private static String percent(double share) {
        if (Double.isNaN(share)) {
            return "\u2013";
        }
        long tenths = Math.round(1000 * share);
        return tenths / 10 + "." + tenths % 10 + " %";
    }
}
