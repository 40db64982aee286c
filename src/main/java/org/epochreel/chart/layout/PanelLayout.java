package org.epochreel.chart.layout;

import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.axis.PlotLayout;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Where one panel lies.
 *
 * @param cell the pixels that the panel may draw on
 * @param x positions at the left and right of the plot's box; from 0 to 1 without axes
 * @param y positions at its bottom and top; from 0 to 1 without axes
 * @param aside pixels beside the plot that are kept for a key; empty if there are none
 * @param heading the row of the panel's name; empty where there is no room or no need for one
 * @param note what all labels of y have in common, to be written after the panel's name
 */
public record PanelLayout(Rectangle cell, PlotLayout plot, Range x, Range y, Rectangle aside,
        Optional<TextPlace> heading, Optional<String> note) {

    /** The same place with something else to be written after the panel's name. */
    public PanelLayout noted(String text) {
        return new PanelLayout(cell, plot, x, y, aside, heading, Optional.of(text));
    }

    public double pixelX(double position) {
        Rectangle inside = plot.inside();
        return inside.x + (position - x.from()) / (x.to() - x.from()) * inside.width;
    }

    public double pixelY(double position) {
        Rectangle inside = plot.inside();
        return inside.y + inside.height - (position - y.from()) / (y.to() - y.from()) * inside.height;
    }
}
