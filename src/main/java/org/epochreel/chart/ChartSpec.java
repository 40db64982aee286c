package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import org.epochreel.chart.pen.Theme;
import org.epochreel.data.Samples;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.Range;

/**
 * What stays the same in all frames of a chart.
 *
 * @param size the picture's size
 * @param points the dots
 * @param x visible x, exactly
 * @param y visible y, exactly
 * @param headline the texts or such as are about as wide; empty where frames have none
 * @param axes what the axes of the data say
 * @param readout the places of changing numbers
 * @param runs what is shown together, at least one; later ones lie above earlier ones
 * @param panels what is drawn
 * @param extras what is drawn beside them
 */
public record ChartSpec(
        FrameSize size,
        Theme theme,
        Samples points,
        Range x,
        Range y,
        Headline headline,
        AxisTexts axes,
        ImmutableList<ReadoutCell> readout,
        ImmutableList<ShownRun> runs,
        Panels panels,
        Extras extras) {

    public ChartSpec {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a chart without a run shows nothing");
        }
    }

    /** A chart of panels alone. */
    public ChartSpec(FrameSize size, Theme theme, Samples points, Range x, Range y, Headline headline, AxisTexts axes,
            ImmutableList<ReadoutCell> readout, ImmutableList<ShownRun> runs, Panels panels) {
        this(size, theme, points, x, y, headline, axes, readout, runs, panels, Extras.NONE);
    }

    /** The chart without the texts around it. */
    public ChartSpec bare() {
        return new ChartSpec(
                size, theme, points, x, y, Headline.NONE, axes, ImmutableList.of(), runs, panels, extras);
    }

    /** The same chart of one of its runs. */
    public ChartSpec ofRun(int run) {
        return new ChartSpec(size, theme, points, x, y, headline, axes, readout, ImmutableList.of(runs.get(run)),
                panels.ofRun(run), extras);
    }

    /** The last epoch of the run that goes on the longest. */
    public int lastEpoch() {
        return runs.stream().mapToInt(run -> run.metrics().lastEpoch()).max().orElseThrow();
    }

    /** The same chart with other visible x and y. */
    public ChartSpec over(Range otherX, Range otherY) {
        return new ChartSpec(size, theme, points, otherX, otherY, headline, axes, readout, runs, panels, extras);
    }
}
