package org.epochreel.data;

import com.google.common.primitives.ImmutableDoubleArray;

/** Points (x, y) to learn from or to test on; both columns have one length, at least 1. */
public record Samples(ImmutableDoubleArray x, ImmutableDoubleArray y) {

    public Samples {
        if (x.length() != y.length() || x.isEmpty()) {
            throw new IllegalArgumentException(x.length() + " x and " + y.length() + " y are no samples");
        }
    }

    public int count() {
        return x.length();
    }
}
