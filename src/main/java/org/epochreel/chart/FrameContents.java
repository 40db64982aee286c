package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What one frame shows.
 *
 * @param epoch as far as panels over epochs go, from 0; of a run that has ended, its last
 * @param headline placeholders already filled
 * @param readout a value for each of the chart's cells, in their order
 * @param runs the curves of each of the chart's runs, in their order
 * @param rateChange a change of the learning rate that is still to be seen
 * @param notice a sentence over the plot, such as why the run ended
 */
public record FrameContents(
        int epoch,
        Headline headline,
        ImmutableList<String> readout,
        ImmutableList<RunCurves> runs,
        Optional<ShownRateChange> rateChange,
        Optional<String> notice) {

    /** Epoch 0 without a title: a readout and the curve of one run. */
    public static FrameContents of(RunCurves run, String... readout) {
        return new FrameContents(0, Headline.NONE, ImmutableList.copyOf(readout), ImmutableList.of(run),
                Optional.empty(), Optional.empty());
    }
}
