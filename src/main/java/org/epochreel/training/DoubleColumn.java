package org.epochreel.training;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;

/** Doubles by epoch, growing at the end. */
final class DoubleColumn {
    private double[] values;
    private int size;

    DoubleColumn(int capacity) {
        this.values = new double[capacity];
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    double get(int index) {
        return values[index];
    }

    ImmutableDoubleArray toImmutable() {
        return ImmutableDoubleArray.copyOf(Arrays.copyOf(values, size));
    }
}
