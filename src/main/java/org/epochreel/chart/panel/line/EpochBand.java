package org.epochreel.chart.panel.line;

import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;

/** The reach of many values over epochs: each column of pixels from the least to the greatest of its epochs. */
final class EpochBand {

    private final Coverage coverage;
    private final EpochScale epochs;
    private double lastX = Double.NaN;
    private double lastTop;
    private double lastBottom;

    EpochBand(Coverage coverage, EpochScale epochs) {
        this.coverage = coverage;
        this.epochs = epochs;
    }

    /** Goes on to the next epoch, whose values reach from {@code least} to {@code greatest}. */
    void add(int epoch, double least, double greatest, Strips added) {
        double x = epochs.pixelX(epoch);
        double top = epochs.pixelY(greatest);
        double bottom = epochs.pixelY(least);
        int column = (int) Math.floor(x);
        int lastColumn = Double.isNaN(lastX) ? column : (int) Math.floor(lastX);
        for (int between = lastColumn + 1; between < column; between++) {
            double part = (between + 0.5 - lastX) / (x - lastX);
            coverage.addSpan(between, lastTop + part * (top - lastTop), lastBottom + part * (bottom - lastBottom),
                    added);
        }
        coverage.addSpan(column, top, bottom, added);
        lastX = x;
        lastTop = top;
        lastBottom = bottom;
    }
}
