package org.epochreel.chart.panel.line;

import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;

/** A line over epochs that is inked epoch by epoch. */
final class EpochLine {

    private final Coverage coverage;
    private final EpochScale epochs;
    private final double width;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;
    private double top;
    private double bottom;

    EpochLine(Coverage coverage, EpochScale epochs, double width) {
        this.coverage = coverage;
        this.epochs = epochs;
        this.width = width;
    }

    /**
     * Goes on to the next epoch.
     *
     * @param position on the value axis; NaN leaves a gap
     */
    void add(int epoch, double position, Strips added) {
        double x = epochs.pixelX(epoch);
        double y = epochs.pixelY(position);
        if (Double.isNaN(y)) {
            lastX = Double.NaN;
            return;
        }
        if (x != lastX) {
            boolean begins = Double.isNaN(lastX);
            coverage.addLine(begins ? x : lastX, begins ? y : lastY, x, y, width, added);
            top = y;
            bottom = y;
        } else if (y < top) {
            coverage.addLine(x, top, x, y, width, added);
            top = y;
        } else if (y > bottom) {
            coverage.addLine(x, bottom, x, y, width, added);
            bottom = y;
        }
        lastX = x;
        lastY = y;
    }
}
