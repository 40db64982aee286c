package org.epochreel.chart.panel.line;

import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.line.PanelLines.Layer;

/** One quantity of one run over epochs, and its line. After its last epoch it stays there. */
final class Series {

    private final String name;
    private final ImmutableDoubleArray values;
    private final Color color;
    private final Axis axis;
    private final boolean stepped;
    private final EpochScale epochs;
    private final Coverage coverage;
    private final EpochLine line;
    // The first of the last epochs whose values lie above the axis; -1 if the last one does not.
    private int beyondSince = -1;

    /** @param values of every epoch, NaN where there is none */
    Series(String name, ImmutableDoubleArray values, Color color, Axis axis, PanelSite site) {
        this(name, values, color, axis, false, site);
    }

    /**
     * @param values of every epoch, NaN where there is none
     * @param stepped whether each holds from the epoch before on
     */
    Series(String name, ImmutableDoubleArray values, Color color, Axis axis, boolean stepped, PanelSite site) {
        this.stepped = stepped;
        this.name = name;
        this.values = values;
        this.color = color;
        this.axis = axis;
        this.epochs = new EpochScale(site.layout());
        this.coverage = site.coverage();
        this.line = new EpochLine(coverage, epochs, site.theme().lines().line() * site.scale());
    }

    String name() {
        return name;
    }

    ImmutableDoubleArray values() {
        return values;
    }

    Color color() {
        return color;
    }

    Layer layer() {
        return new Layer(coverage, color);
    }

    /** Inks one more epoch. */
    void add(int epoch, Strips added) {
        if (epoch < values.length()) {
            beyondSince = !isBeyond(values.get(epoch)) ? -1 : beyondSince < 0 ? epoch : beyondSince;
            double position = axis.position(values.get(epoch));
            if (stepped && epoch > 0 && !Double.isNaN(position)) {
                line.add(epoch - 1, position, added);
            }
            line.add(epoch, position, added);
        }
    }

    double value(int epoch) {
        return values.get(shown(epoch));
    }

    double pixelX(int epoch) {
        return epochs.pixelX(shown(epoch));
    }

    double pixelY(int epoch) {
        return epochs.pixelY(axis.position(value(epoch)));
    }

    private int shown(int epoch) {
        return Math.min(epoch, values.length() - 1);
    }

    private boolean isBeyond(double value) {
        return value == Double.POSITIVE_INFINITY || axis.position(value) > axis.range().to();
    }

    /** Marks where the line ends: where it has left the plot upwards, by an arrow. */
    void markEnd(Annotations pen, int epoch) {
        if (beyondSince >= 0) {
            pen.arrowUp(pixelX(beyondSince), color);
        } else if (Double.isFinite(value(epoch))) {
            pen.dot(pixelX(epoch), pixelY(epoch), color);
        }
    }

    /** Takes the whole line's place. */
    void addTo(FreeSpace space) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int epoch = 0; epoch < values.length(); epoch++) {
            double x = pixelX(epoch);
            double y = pixelY(epoch);
            if (!Double.isNaN(lastY) && !Double.isNaN(y)) {
                space.addLine(lastX, lastY, x, y);
            }
            lastX = x;
            lastY = y;
        }
    }
}
