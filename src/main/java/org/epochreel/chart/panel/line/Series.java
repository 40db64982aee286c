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
    private final EpochScale epochs;
    private final Coverage coverage;
    private final EpochLine line;

    /** @param values of every epoch, NaN where there is none */
    Series(String name, ImmutableDoubleArray values, Color color, Axis axis, PanelSite site) {
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
            line.add(epoch, axis.position(values.get(epoch)), added);
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

    /** Marks where the line ends, if there is a finite value. */
    void markEnd(Annotations pen, int epoch) {
        if (Double.isFinite(value(epoch))) {
            pen.dot(pixelX(epoch), pixelY(epoch), color);
        }
    }
}
