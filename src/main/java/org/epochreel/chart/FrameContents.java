package org.epochreel.chart;

import com.google.common.collect.ImmutableList;

/**
 * What one frame shows.
 *
 * @param epoch whose numbers are shown and as far as panels over epochs go, from 0; of a run that has ended, its last
 * @param position where between epochs the curves are: {@code epoch} itself, or less than one after it; before it where a film
 *     goes back to its beginning
 * @param headline placeholders already filled
 * @param readout a value for each of the chart's cells, in their order
 * @param runs the curves of each of the chart's runs, in their order
 * @param telling what is told beside the numbers
 * @throws IllegalArgumentException if {@code position} lies beyond the epoch
 */
public record FrameContents(
        int epoch,
        double position,
        Headline headline,
        ImmutableList<String> readout,
        ImmutableList<RunCurves> runs,
        Telling telling) {

    public FrameContents {
        if (!(position >= 0 && position < epoch + 1.0)) {
            throw new IllegalArgumentException("position " + position + " does not belong to epoch " + epoch);
        }
    }

    /** What the frame shows of one of the runs. */
    public FrameContents ofRun(int run) {
        return new FrameContents(epoch, position, headline, readout, ImmutableList.of(runs.get(run)), telling);
    }

    /** Epoch 0 without a title: a readout and the curve of one run. */
    public static FrameContents of(RunCurves run, String... readout) {
        return new FrameContents(0, 0, Headline.NONE, ImmutableList.copyOf(readout), ImmutableList.of(run), Telling.NOTHING);
    }
}
