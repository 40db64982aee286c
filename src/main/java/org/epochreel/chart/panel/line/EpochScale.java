package org.epochreel.chart.panel.line;

import org.epochreel.chart.layout.PanelLayout;

/**
 * Pixels of epochs in one panel. Where several epochs fall on half a pixel they all get its middle, so that a line over
 * them is a stroke from their least to their greatest value and grows only where they exceed it.
 */
record EpochScale(PanelLayout layout) {

    private static final double HALF = 0.5;

    double pixelX(int epoch) {
        double x = layout.pixelX(epoch);
        return isDense() ? (Math.floor(x / HALF) + HALF) * HALF : x;
    }

    private boolean isDense() {
        return layout.pixelX(1) - layout.pixelX(0) < HALF;
    }

    /** The pixel of a position on the other axis, at most a few heights away from the plot. */
    double pixelY(double position) {
        double y = layout.pixelY(position);
        double height = layout.plot().inside().height;
        double top = layout.plot().inside().y;
        return Double.isNaN(y) ? y : Math.max(top - 4 * height, Math.min(top + 5 * height, y));
    }
}
