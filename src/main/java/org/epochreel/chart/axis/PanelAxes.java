package org.epochreel.chart.axis;

import java.awt.Rectangle;
import org.epochreel.scene.VideoSpec.Range;

/**
 * The axes of one panel; they never change during a video.
 *
 * @param xRange positions at the plot's left and right; for epochs a little more than the axis itself
 */
public record PanelAxes(Axis x, Range xRange, Axis y) {

    /** Axes on which every value lies at itself, with nothing beyond their ends. */
    public static PanelAxes plain(Range x, Range y) {
        return new PanelAxes(new Axis.Linear(x), x, new Axis.Linear(y));
    }

    /**
     * Epochs to the right and a quantity upwards.
     *
     * @param inside where data are drawn
     * @param air pixels that are left free before the first and after the last epoch
     */
    public static PanelAxes overEpochs(int last, Axis y, Rectangle inside, double air) {
        Axis.Epochs x = new Axis.Epochs(last);
        double span = x.range().to();
        double more = inside.width > 4 * air ? air * span / (inside.width - 2 * air) : 0;
        return new PanelAxes(x, new Range(-more, span + more), y);
    }
}
