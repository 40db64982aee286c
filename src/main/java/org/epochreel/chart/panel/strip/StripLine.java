package org.epochreel.chart.panel.strip;

import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.mask.Tint;

/**
 * A quantity over epochs that is inked as far as time has come, also between epochs. Where several epochs fall on half
 * a pixel they all get its middle.
 */
final class StripLine {

    private static final double HALF = 0.5;

    private final ImmutableDoubleArray values;
    private final Axis axis;
    private final PanelLayout layout;
    private final double width;
    private final Color color;
    private final Tint tint;
    private final boolean sketched;
    private Coverage coverage;
    private double reached;

    /** @param values of every epoch; NaN where there is none */
    StripLine(ImmutableDoubleArray values, Axis axis, PanelLayout layout, double width, Color color, boolean sketched) {
        this.values = values;
        this.axis = axis;
        this.layout = layout;
        this.width = width;
        this.color = color;
        this.tint = new Tint(color);
        this.sketched = sketched;
        reset();
    }

    Color color() {
        return color;
    }

    Coverage coverage() {
        return coverage;
    }

    int last() {
        return values.length() - 1;
    }

    /** Takes all ink away. */
    void reset() {
        coverage = new Coverage(layout.plot().inside(), sketched);
        reached = 0;
    }

    /** Inks what lies between the last call's position and this one, which must not be less. */
    void addUntil(double position, Strips added) {
        double end = Math.min(position, last());
        while (reached < end) {
            int epoch = (int) reached;
            double next = Math.min(end, epoch + 1.0);
            double fromX = pixelX(reached);
            double toX = pixelX(next);
            double fromY = pixelY(reached);
            double toY = pixelY(next);
            if (!Double.isNaN(fromY) && !Double.isNaN(toY) && (fromX != toX || fromY != toY)) {
                coverage.addLine(fromX, fromY, toX, toY, width, added);
            }
            reached = next;
        }
    }

    void paint(int[] pixels, int pictureWidth, Rectangle part) {
        coverage.paint(pixels, pictureWidth, part, tint);
    }

    double pixelX(double position) {
        double x = layout.pixelX(Math.min(position, last()));
        boolean dense = layout.pixelX(1) - layout.pixelX(0) < HALF;
        return dense ? (Math.floor(x / HALF) + HALF) * HALF : x;
    }

    /** NaN where there is no value. */
    double pixelY(double position) {
        double at = Math.min(position, last());
        int epoch = Math.min(last(), (int) at);
        double part = at - epoch;
        double from = epochY(epoch);
        return part == 0 ? from : from + part * (epochY(epoch + 1) - from);
    }

    // What leaves the strip stays at its border: a little less than half of the line is to be seen there.
    private double epochY(int epoch) {
        Rectangle inside = layout.plot().inside();
        double y = layout.pixelY(axis.position(values.get(epoch)));
        return Double.isNaN(y) ? y : Math.max(inside.y, Math.min(inside.getMaxY(), y));
    }
}
