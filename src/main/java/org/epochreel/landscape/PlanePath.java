package org.epochreel.landscape;

import com.google.common.primitives.ImmutableDoubleArray;

/** Where a run was in a plane at each epoch, from 0 on. */
public record PlanePath(ImmutableDoubleArray x, ImmutableDoubleArray y) {

    public int lastEpoch() {
        return x.length() - 1;
    }
}
