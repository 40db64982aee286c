package org.epochreel.run;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * What a training run came to.
 *
 * @param rateChanges the cut-offs that fired, in order; a decay's rates are in the metrics alone
 * @param finalParameters the state after the last epoch of the metrics
 */
public record TrainingRun(
        Metrics metrics,
        ImmutableList<RateSwitch> rateChanges,
        Ending ending,
        ImmutableDoubleArray finalParameters) {}
