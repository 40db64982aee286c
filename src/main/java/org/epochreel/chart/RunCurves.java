package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;

/**
 * What one frame shows of one run's model. Curves hold a y for every x that the drawer wants; NaN leaves a gap.
 *
 * @param curve what the network computes
 * @param trails curves of frames before, the newest first
 * @param firstCurve the curve of epoch 0, kept as a dashed ghost
 * @param neurons each hidden neuron's contribution
 */
public record RunCurves(
        ImmutableDoubleArray curve,
        ImmutableList<ImmutableDoubleArray> trails,
        Optional<ImmutableDoubleArray> firstCurve,
        ImmutableList<ImmutableDoubleArray> neurons) {

    /** A curve and nothing beside it. */
    public static RunCurves of(ImmutableDoubleArray curve) {
        return new RunCurves(curve, ImmutableList.of(), Optional.empty(), ImmutableList.of());
    }
}
