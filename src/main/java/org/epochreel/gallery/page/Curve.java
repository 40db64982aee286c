package org.epochreel.gallery.page;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * Points of the plane: a fitted curve from left to right, or data in any order.
 *
 * @param x finite
 * @param y as many; not finite where a diverged curve has no value
 */
public record Curve(ImmutableDoubleArray x, ImmutableDoubleArray y) {

    public Curve {
        if (x.length() != y.length()) {
            throw new IllegalArgumentException(x.length() + " x do not go with " + y.length() + " y");
        }
        if (!x.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a curve's x must be finite");
        }
    }

    public int length() {
        return x.length();
    }
}
