package org.epochreel.chart.panel.field;

import java.awt.Rectangle;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.scene.VideoSpec.Range;

/** Axes of a plane on which both coordinates are drawn alike, unless they differ too much in size. */
final class PlaneAxes {

    /** Units of one coordinate for one of the other, in pixels, from which on each fills its side of the plot. */
    private static final double MOST_STRETCH = 3;

    private PlaneAxes() {}

    /** Axes that show at least {@code x1} and {@code x2}. */
    static PanelAxes of(Range x1, Range x2, Rectangle inside) {
        double across = (x1.to() - x1.from()) / inside.width;
        double upwards = (x2.to() - x2.from()) / inside.height;
        double stretch = across / upwards;
        if (!(stretch < MOST_STRETCH && stretch > 1 / MOST_STRETCH)) {
            return PanelAxes.plain(x1, x2);
        }
        double unit = Math.max(across, upwards);
        return PanelAxes.plain(widened(x1, unit * inside.width), widened(x2, unit * inside.height));
    }

    private static Range widened(Range range, double length) {
        double middle = range.from() + (range.to() - range.from()) / 2;
        return range.to() - range.from() >= length ? range : new Range(middle - length / 2, middle + length / 2);
    }
}
