package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.epochreel.metrics.Metrics;

/**
 * Training and test loss over epochs. Their names travel with the lines' ends, their present values stand beside the
 * panel's name; the lowest test loss of the whole run is marked from its epoch on.
 */
final class LossTraces implements Traces {

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

    /** One of the two losses; {@code above} is which side of its line the name stands on. */
    private record Series(String name, ImmutableDoubleArray values, Color color, String widest, EpochLine line,
            boolean above) {}

    LossTraces(ChartSpec spec, double k, PanelLayout layout) {
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
        boolean testAbove = testIsMostlyAbove(metrics);
        if (metrics.hasTestLoss()) {
            Layer layer = new Layer(new Coverage(layout.plot().inside()), spec.theme().palette().second());
            inked.add(layer);
            all.add(new Series("test", metrics.testLoss(), layer.color(),
                    ReadoutNumber.widestLoss(metrics.testLoss()), new EpochLine(layer.coverage(), scale, width), testAbove));
        }
        Layer layer = new Layer(new Coverage(layout.plot().inside()), spec.theme().palette().curve());
        inked.add(layer);
        all.add(new Series("train", metrics.trainLoss(), layer.color(),
                ReadoutNumber.widestLoss(metrics.trainLoss()), new EpochLine(layer.coverage(), scale, width), !testAbove || !metrics.hasTestLoss()));
        this.series = all.build();
        this.layers = inked.build();
        this.lowest = metrics.hasTestLoss() ? Epochs.least(metrics.testLoss()) : -1;
    }

    private static boolean testIsMostlyAbove(Metrics metrics) {
        int above = 0;
        for (int epoch = 0; epoch <= metrics.lastEpoch(); epoch++) {
            above += metrics.testLoss().get(epoch) >= metrics.trainLoss().get(epoch) ? 1 : -1;
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
        writeValues(pen, epoch);
        if (series.size() > 1 && pen.isLettered()) {
            nameEnds(pen, epoch);
        }
    }

    private void markLowest(Annotations pen, int epoch) {
        Series test = series.get(0);
        double x = scale.pixelX(lowest);
        double y = pixelY(test, lowest);
        pen.ring(x, y, test.color);
        // Near the line's end the text would lie on the end's name.
        if (pen.isLettered() && scale.pixelX(epoch) - x > NEAR * pen.em()) {
            String text = "lowest " + ReadoutNumber.loss(test.values.get(lowest));
            double centre = x - pen.width(text) / 2 + pen.em();
            Rectangle2D below = pen.place(text, centre, y + AWAY * pen.em());
            Rectangle2D above = pen.place(text, centre, y - AWAY * pen.em());
            if (Double.isNaN(lowestMiddle)) {
                lowestMiddle = linesIn(below) <= linesIn(above) ? below.getCenterY() : above.getCenterY();
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

    // All values or none, with their names where there is room.
    private void writeValues(Annotations pen, int epoch) {
        boolean named = series.size() > 1 && pen.fitsHeading(valuesWidth(pen, true), NAME);
        if (!named && !pen.fitsHeading(valuesWidth(pen, false), NAME)) {
            return;
        }
        double indent = 0;
        for (Series one : series) {
            String value = ReadoutNumber.loss(one.values.get(epoch));
            pen.headingValue(named ? one.name + " " + value : value, indent, NAME, one.color);
            indent += pen.width(named ? one.name + " " + one.widest : one.widest) + pen.em();
        }
    }

    private double valuesWidth(Annotations pen, boolean named) {
        double width = -pen.em();
        for (Series one : series) {
            width += pen.width(named ? one.name + " " + one.widest : one.widest) + pen.em();
        }
        return width;
    }

    private void nameEnds(Annotations pen, int epoch) {
        double away = AWAY * pen.em();
        for (Series one : series) {
            double y = pixelY(one, epoch);
            // Both names keep to their sides of both ends, so that they never meet.
            for (Series other : series) {
                double otherY = pixelY(other, epoch);
                if (Math.abs(otherY - y) < 2 * away) {
                    y = one.above ? Math.min(y, otherY) : Math.max(y, otherY);
                }
            }
            pen.label(one.name, scale.pixelX(epoch), y + (one.above ? -away : away), one.color);
        }
    }

    private double pixelY(Series one, int epoch) {
        return scale.pixelY(axis.position(one.values.get(epoch)));
    }
}
