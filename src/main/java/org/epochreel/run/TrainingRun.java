package org.epochreel.run;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;

/**
 * What a training run came to.
 *
 * @param rateChanges the cut-offs that fired and the cuts of an adaptive rate, in order; the rates of a decay and what
 *     grows by itself are in the metrics alone
 * @param finalParameters the state after the last epoch of the metrics
 * @param best the state that is the result where the best is kept
 */
public record TrainingRun(
        Metrics metrics,
        ImmutableList<RateSwitch> rateChanges,
        Ending ending,
        ImmutableDoubleArray finalParameters,
        Optional<Best> best) {

    /** A run whose last state is its result. */
    public TrainingRun(
            Metrics metrics, ImmutableList<RateSwitch> rateChanges, Ending ending,
            ImmutableDoubleArray finalParameters) {
        this(metrics, rateChanges, ending, finalParameters, Optional.empty());
    }

    /** The parameters that are the result. */
    public ImmutableDoubleArray parameters() {
        return best.map(Best::parameters).orElse(finalParameters);
    }

    /** The first epoch with the lowest test loss, and the state after it. */
    public record Best(int epoch, ImmutableDoubleArray parameters) {}
}
