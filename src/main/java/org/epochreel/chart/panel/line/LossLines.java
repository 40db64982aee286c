package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.Epochs;
import org.epochreel.chart.axis.LogAxis;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.pen.Coverage;
import org.epochreel.chart.pen.Strips;
import org.epochreel.run.Metrics;
import org.epochreel.text.ReadoutNumber;

/**
 * Training and test loss over epochs. Their names travel with the lines' ends, their present values stand beside the
 * panel's name; the lowest test loss of the whole run is marked from its epoch on.
 */
public final class LossLines implements PanelLines {

    private static final String NAME = "loss";
    // Ems from a point to the middle of its text, and between texts that do not meet.
    private static final double AWAY = 1.1;
    private static final double NEAR = 4;

    private final Metrics metrics;
    private final LogAxis axis;
    private final EpochScale scale;
    private final CutoffMarks marks;
    private final ImmutableList<Series> series;
    private final ImmutableList<Layer> layers;
    private final int lowest;
    private double lowestMiddle = Double.NaN;
    private int next;

    /** One of the two losses; {@code widest} is its widest value as text. */
    private record Series(String name, ImmutableDoubleArray values, Color color, String widest, EpochLine line) {}

    public LossLines(ChartSpec spec, double k, PanelLayout layout) {
        this.metrics = spec.panels().metrics();
        this.axis = PanelAxes.loss(metrics);
        this.scale = new EpochScale(layout, metrics.lastEpoch());
        this.marks = new CutoffMarks(spec, k, scale);
        double width = spec.theme().lines().trace() * k;
        ImmutableList.Builder<Series> all = ImmutableList.builder();
        ImmutableList.Builder<Layer> inked = ImmutableList.builder();
        if (!marks.isEmpty()) {
            inked.add(marks.layer());
        }
        if (metrics.hasTestLoss()) {
            Layer layer = new Layer(new Coverage(layout.plot().inside()), spec.theme().palette().second());
            inked.add(layer);
            all.add(new Series("test", metrics.testLoss(), layer.color(),
                    ReadoutNumber.widestLoss(metrics.testLoss()), new EpochLine(layer.coverage(), scale, width)));
        }
        Layer layer = new Layer(new Coverage(layout.plot().inside()), spec.theme().palette().curve());
        inked.add(layer);
        all.add(new Series("train", metrics.trainLoss(), layer.color(),
                ReadoutNumber.widestLoss(metrics.trainLoss()), new EpochLine(layer.coverage(), scale, width)));
        this.series = all.build();
        this.layers = inked.build();
        this.lowest = metrics.hasTestLoss() ? Epochs.least(metrics.testLoss()) : -1;
    }

    // Of a twentieth of the run up to an epoch, so that lines that wind around each other do not make names flicker.
    private boolean isTestAbove(int epoch) {
        int from = Math.max(0, epoch - metrics.lastEpoch() / 20);
        int above = 0;
        for (int i = from; i <= epoch; i++) {
            above += metrics.testLoss().get(i) >= metrics.trainLoss().get(i) ? 1 : -1;
        }
        return above > 0;
    }

    @Override
    public ImmutableList<Layer> layers() {
        return layers;
    }

    @Override
    public void addUntil(int epoch, Strips added) {
        Epochs.checkOrder(next, epoch);
        for (; next <= epoch; next++) {
            for (Series one : series) {
                one.line.add(next, axis.position(one.values.get(next)), added);
            }
        }
        marks.addUntil(epoch, added);
    }

    @Override
    public void letter(Annotations pen) {
        pen.nameOverEpochs(NAME, NAME, valuesWidth(pen, series.size() > 1));
    }

    @Override
    public void annotate(Annotations pen, int epoch) {
        if (lowest >= 0 && epoch >= lowest) {
            markLowest(pen, epoch);
        }
        for (Series one : series) {
            pen.dot(scale.pixelX(epoch), pixelY(one, epoch), one.color);
        }
        boolean named = writeValues(pen, epoch);
        if (series.size() > 1 && !named && pen.isLettered()) {
            nameEnds(pen, epoch);
        }
    }

    private void markLowest(Annotations pen, int epoch) {
        Series test = series.get(0);
        double x = scale.pixelX(lowest);
        double y = pixelY(test, lowest);
        pen.ring(x, y, test.color);
        // Near the line's end the text would lie on the end.
        if (pen.isLettered() && scale.pixelX(epoch) - x > NEAR * pen.em()) {
            String text = "lowest " + ReadoutNumber.loss(test.values.get(lowest));
            double centre = x - pen.width(text) / 2 - pen.em() / 3;
            if (Double.isNaN(lowestMiddle)) {
                lowestMiddle = pen.middleBeside(text, centre, y, AWAY * pen.em(), this::linesIn);
            }
            pen.label(text, centre, lowestMiddle, test.color);
        }
    }

    // Of the whole run, so that the text stays where it is once it has appeared.
    private int linesIn(Rectangle2D place) {
        int points = 0;
        for (int epoch = 0; epoch <= metrics.lastEpoch(); epoch++) {
            double x = scale.pixelX(epoch);
            if (x < place.getMinX() || x > place.getMaxX()) {
                continue;
            }
            for (Series one : series) {
                points += place.contains(x, pixelY(one, epoch)) ? 1 : 0;
            }
        }
        return points;
    }

    // All values or none, with their names where there is room; tells whether the names are there.
    private boolean writeValues(Annotations pen, int epoch) {
        boolean named = series.size() > 1 && pen.fitsHeading(valuesWidth(pen, true), NAME);
        if (!named && !pen.fitsHeading(valuesWidth(pen, false), NAME)) {
            return false;
        }
        double indent = 0;
        for (Series one : series) {
            String value = ReadoutNumber.loss(one.values.get(epoch));
            pen.headingValue(named ? one.name + " " + value : value, indent, NAME, one.color);
            indent += pen.width(named ? one.name + " " + one.widest : one.widest) + pen.em();
        }
        return named;
    }

    private double valuesWidth(Annotations pen, boolean named) {
        double width = -pen.em();
        for (Series one : series) {
            width += pen.width(named ? one.name + " " + one.widest : one.widest) + pen.em();
        }
        return width;
    }

    private void nameEnds(Annotations pen, int epoch) {
        boolean testAbove = isTestAbove(epoch);
        Series upper = series.get(testAbove ? 0 : 1);
        Series lower = series.get(testAbove ? 1 : 0);
        double away = AWAY * pen.em();
        double upperY = pixelY(upper, epoch);
        double lowerY = pixelY(lower, epoch);
        // Both names keep to their sides of both ends, so that they never meet.
        if (Math.abs(upperY - lowerY) < 2 * away) {
            double top = Math.min(upperY, lowerY);
            lowerY = Math.max(upperY, lowerY);
            upperY = top;
        }
        double upperX = nameX(pen, upper, epoch);
        double lowerX = nameX(pen, lower, epoch);
        double above = pen.place(upper.name, upperX, upperY - away).getCenterY();
        double below = pen.place(lower.name, lowerX, lowerY + away).getCenterY();
        // At the plot's edges they may have been pushed onto each other.
        if (Math.abs(below - above) < pen.em()) {
            if (above > upperY - away) {
                below = above + pen.em();
            } else {
                above = below - pen.em();
            }
        }
        pen.label(upper.name, upperX, above, upper.color);
        pen.label(lower.name, lowerX, below, lower.color);
    }

    // Near the plot's edges names stand beside the points.
    private double nameX(Annotations pen, Series one, int epoch) {
        double reach = pen.width(one.name) / 2 + AWAY * pen.em();
        return Math.max(pen.left() + reach, Math.min(scale.pixelX(epoch), pen.right() - reach));
    }

    private double pixelY(Series one, int epoch) {
        return scale.pixelY(axis.position(one.values.get(epoch)));
    }
}
