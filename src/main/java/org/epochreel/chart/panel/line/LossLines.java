package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.geom.Rectangle2D;
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
 * Training and test loss over epochs. Their names travel with the lines' ends, their present values stand beside the
 * panel's name; the lowest test loss of the whole run is marked from its epoch on. Of several runs each has the line of
 * its training loss in its colour, and their names stand beside the panel's.
 */
public final class LossLines extends SeriesLines {

    /** Training and test loss. */
    public static final PanelEntry ENTRY = new LineEntry(PanelKind.LOSS, LossLines::axis, LossLines::new);

    private static final String NAME = "loss";
    // Ems from a point to the middle of its text, and between texts that do not meet.
    private static final double AWAY = 1.1;
    private static final double NEAR = 4;

    private final int lastEpoch;
    private final boolean severalRuns;
    private final ImmutableList<String> widest;
    private final Legend legend;
    private final int lowest;
    private double lowestMiddle = Double.NaN;

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
        return LogAxis.around(shown.build());
    }

    // Of a twentieth of the run up to an epoch, so that lines that wind around each other do not make names flicker.
    private boolean isFirstAbove(int epoch) {
        int from = Math.max(0, epoch - lastEpoch / 20);
        int above = 0;
        for (int i = from; i <= epoch; i++) {
            above += series().get(0).value(i) >= series().get(1).value(i) ? 1 : -1;
        }
        return above > 0;
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
    public void annotate(Annotations pen, int epoch) {
        if (lowest >= 0 && epoch >= lowest) {
            markLowest(pen, epoch);
        }
        series().forEach(one -> one.markEnd(pen, epoch));
        if (severalRuns) {
            return;
        }
        boolean named = writeValues(pen, epoch);
        if (series().size() > 1 && !named && pen.isLettered()) {
            nameEnds(pen, epoch);
        }
    }

    private void markLowest(Annotations pen, int epoch) {
        Series test = series().get(0);
        double x = test.pixelX(lowest);
        double y = test.pixelY(lowest);
        pen.ring(x, y, test.color());
        // Near the line's end the text would lie on the end.
        if (pen.isLettered() && test.pixelX(epoch) - x > NEAR * pen.em()) {
            String text = "lowest " + PictureNumber.loss(test.value(lowest));
            double centre = x - pen.width(text) / 2 - pen.em() / 3;
            if (Double.isNaN(lowestMiddle)) {
                lowestMiddle = pen.middleBeside(text, centre, y, AWAY * pen.em(), this::linesIn);
            }
            pen.label(text, centre, lowestMiddle, test.color());
        }
    }

    // Of the whole run, so that the text stays where it is once it has appeared.
    private int linesIn(Rectangle2D place) {
        int points = 0;
        for (int epoch = 0; epoch <= lastEpoch; epoch++) {
            double x = series().get(0).pixelX(epoch);
            if (x < place.getMinX() || x > place.getMaxX()) {
                continue;
            }
            for (Series one : series()) {
                points += place.contains(x, one.pixelY(epoch)) ? 1 : 0;
            }
        }
        return points;
    }

    // All values or none, with their names where there is room; tells whether the names are there.
    private boolean writeValues(Annotations pen, int epoch) {
        boolean named = series().size() > 1 && pen.fitsHeading(valuesWidth(pen, true), NAME);
        if (!named && !pen.fitsHeading(valuesWidth(pen, false), NAME)) {
            return false;
        }
        double indent = 0;
        for (int i = 0; i < series().size(); i++) {
            Series one = series().get(i);
            String value = PictureNumber.loss(one.value(epoch));
            pen.headingValue(named ? one.name() + " " + value : value, indent, NAME, one.color());
            indent += pen.width(widest(i, named)) + pen.em();
        }
        return named;
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

    private void nameEnds(Annotations pen, int epoch) {
        boolean firstAbove = isFirstAbove(epoch);
        Series upper = series().get(firstAbove ? 0 : 1);
        Series lower = series().get(firstAbove ? 1 : 0);
        double away = AWAY * pen.em();
        double upperY = upper.pixelY(epoch);
        double lowerY = lower.pixelY(epoch);
        // Both names keep to their sides of both ends, so that they never meet.
        if (Math.abs(upperY - lowerY) < 2 * away) {
            double top = Math.min(upperY, lowerY);
            lowerY = Math.max(upperY, lowerY);
            upperY = top;
        }
        double upperX = nameX(pen, upper, epoch);
        double lowerX = nameX(pen, lower, epoch);
        double above = pen.place(upper.name(), upperX, upperY - away).getCenterY();
        double below = pen.place(lower.name(), lowerX, lowerY + away).getCenterY();
        // At the plot's edges they may have been pushed onto each other.
        if (Math.abs(below - above) < pen.em()) {
            if (above > upperY - away) {
                below = above + pen.em();
            } else {
                above = below - pen.em();
            }
        }
        pen.label(upper.name(), upperX, above, upper.color());
        pen.label(lower.name(), lowerX, below, lower.color());
    }

    // Near the plot's edges names stand beside the points.
    private double nameX(Annotations pen, Series one, int epoch) {
        double reach = pen.width(one.name()) / 2 + AWAY * pen.em();
        return Math.max(pen.left() + reach, Math.min(one.pixelX(epoch), pen.right() - reach));
    }
}
