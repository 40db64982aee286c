package org.epochreel.data.recorded;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;

/**
 * Numbers along one or more axes.
 *
 * @param shape how many there are along each axis
 * @param values the last axis fastest
 */
public record NumberArray(ImmutableIntArray shape, ImmutableDoubleArray values) {

    public NumberArray {
        if (shape.stream().asLongStream().reduce(1, (a, b) -> a * b) != values.length()) {
            throw new IllegalArgumentException(values.length() + " numbers for the shape " + shape);
        }
    }

    int axes() {
        return shape.length();
    }

    /** The shape as NumPy writes it. */
    String shown() {
        StringBuilder shown = new StringBuilder("(");
        shape.forEach(count -> shown.append(shown.length() == 1 ? "" : ", ").append(count));
        return shown.append(axes() == 1 ? ",)" : ")").toString();
    }
}
