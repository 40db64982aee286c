package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.chart.wanted.Answers;

/**
 * What one frame shows of one run's model. Curves hold a y for every x that the drawer wants; NaN leaves a gap.
 *
 * @param curve what the network computes
 * @param trails curves of frames before, the newest first
 * @param firstCurve the curve of epoch 0, kept as a dashed ghost
 * @param neurons each hidden neuron's contribution
 * @param answers to all that panels want to see besides curves
 * @param standing how the run stands among several
 */
public record RunCurves(
        ImmutableDoubleArray curve,
        ImmutableList<ImmutableDoubleArray> trails,
        Optional<ImmutableDoubleArray> firstCurve,
        ImmutableList<ImmutableDoubleArray> neurons,
        Answers answers,
        Standing standing) {

    /** Curves and answers of a run that leads nobody. */
    public RunCurves(ImmutableDoubleArray curve, ImmutableList<ImmutableDoubleArray> trails,
            Optional<ImmutableDoubleArray> firstCurve, ImmutableList<ImmutableDoubleArray> neurons, Answers answers) {
        this(curve, trails, firstCurve, neurons, answers, Standing.ALONE);
    }

    /** Curves and nothing beside them. */
    public RunCurves(ImmutableDoubleArray curve, ImmutableList<ImmutableDoubleArray> trails,
            Optional<ImmutableDoubleArray> firstCurve, ImmutableList<ImmutableDoubleArray> neurons) {
        this(curve, trails, firstCurve, neurons, Answers.NONE);
    }

    /** A curve and nothing beside it. */
    public static RunCurves of(ImmutableDoubleArray curve) {
        return new RunCurves(curve, ImmutableList.of(), Optional.empty(), ImmutableList.of());
    }

    /** Answers, and no curve. */
    public static RunCurves of(Answers answers) {
        return new RunCurves(ImmutableDoubleArray.of(), ImmutableList.of(), Optional.empty(), ImmutableList.of(), answers);
    }
}
