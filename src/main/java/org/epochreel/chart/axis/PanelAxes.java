package org.epochreel.chart.axis;

import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
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

    /** Axes without marks. */
    public static PanelAxes bare(Range x, Range y) {
        return new PanelAxes(new Axis.Bare(x), x, new Axis.Bare(y));
    }

    /** The data's own axes, whose notes are written beside the plot. */
    public static PanelAxes ofData(ChartSpec spec) {
        return new PanelAxes(new Axis.Values(spec.x(), spec.axes().xDates()), spec.x(),
                new Axis.Values(spec.y(), Optional.empty()));
    }

    /** Axes of the same x and some y, in a panel without room for notes. */
    public static PanelAxes besideData(ChartSpec spec, Range y) {
        Axis x = spec.axes().xDates().isPresent()
                ? new Axis.Values(spec.x(), spec.axes().xDates()) : new Axis.Linear(spec.x());
        return new PanelAxes(x, spec.x(), new Axis.Linear(y));
    }

    /**
     * Epochs to the right and a quantity upwards.
     *
     * @param inside where data are drawn
     * @param air pixels that are left free before the first and after the last epoch
     * @param after pixels that are left free beyond that after the last epoch
     */
    public static PanelAxes overEpochs(int last, Axis y, Rectangle inside, double air, double after) {
        Axis.Epochs x = new Axis.Epochs(last);
        double span = x.range().to();
        double free = 2 * air + after;
        double pixel = inside.width > 2 * free ? span / (inside.width - free) : 0;
        return new PanelAxes(x, new Range(-air * pixel, span + (air + after) * pixel), y);
    }
}
