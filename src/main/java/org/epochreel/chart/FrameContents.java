package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;

/**
 * What one frame shows. Curves hold a y for every x of the chart's {@code curveX}; NaN leaves a gap.
 *
 * @param epoch as far as panels over epochs go, from 0
 * @param title placeholders already filled
 * @param readout a value for each of the chart's cells, in their order
 * @param curve what the network computes
 * @param trails curves of frames before, the newest first
 * @param firstCurve the curve of epoch 0, kept as a dashed ghost
 * @param neurons each hidden neuron's contribution
 * @param rateChange a change of the learning rate that is still to be seen
 * @param notice a sentence over the plot, such as why the run ended
 */
public record FrameContents(
        int epoch,
        Optional<String> title,
        ImmutableList<String> readout,
        ImmutableDoubleArray curve,
        ImmutableList<ImmutableDoubleArray> trails,
        Optional<ImmutableDoubleArray> firstCurve,
        ImmutableList<ImmutableDoubleArray> neurons,
        Optional<ShownRateChange> rateChange,
        Optional<String> notice) {

    /** The moment of epoch 0 with nothing but a curve. */
    public static FrameContents of(ImmutableDoubleArray curve) {
        return new FrameContents(0, Optional.empty(), ImmutableList.of(), curve, ImmutableList.of(), Optional.empty(),
                ImmutableList.of(), Optional.empty(), Optional.empty());
    }
}
