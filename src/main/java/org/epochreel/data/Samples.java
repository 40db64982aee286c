package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;

/**
 * Rows of inputs and the rows of outputs that belong to them, to learn from or to test on.
 *
 * @param outputs values; of labelled points a column a class, 1 in the rows of that class and 0 elsewhere
 * @param labels the rows' classes, if they have any
 */
public record Samples(Matrix inputs, Matrix outputs, Optional<Labels> labels) {

    public Samples {
        if (inputs.rows() != outputs.rows()) {
            throw new IllegalArgumentException(
                    inputs.rows() + " rows of inputs and " + outputs.rows() + " of outputs are no samples");
        }
    }

    /** Points (x, y) of a curve. */
    public Samples(ImmutableDoubleArray x, ImmutableDoubleArray y) {
        this(Matrix.of(x), Matrix.of(y), Optional.empty());
    }

    /** Points that belong to classes. */
    public static Samples labelled(Matrix inputs, Labels labels) {
        return new Samples(inputs, labels.oneHot(), Optional.of(labels));
    }

    public int count() {
        return inputs.rows();
    }

    /** Some of the rows, in the given order. */
    public Samples rows(int[] indices) {
        return new Samples(inputs.rows(indices), outputs.rows(indices), labels.map(all -> all.rows(indices)));
    }

    /**
     * The only input of every row.
     *
     * @throws IllegalStateException if there are several
     */
    public ImmutableDoubleArray x() {
        return only(inputs, "inputs");
    }

    /**
     * The only output of every row.
     *
     * @throws IllegalStateException if there are several
     */
    public ImmutableDoubleArray y() {
        return only(outputs, "outputs");
    }

    /**
     * What a model of {@code width} outputs is to give: the outputs, or of two classes the second one's column alone.
     *
     * @throws IllegalArgumentException if there is no such target
     */
    public Matrix targets(int width) {
        if (width == outputs.width()) {
            return outputs;
        }
        if (width == 1 && labels.isPresent() && outputs.width() == 2) {
            return new Matrix(ImmutableList.of(outputs.columns().get(1)));
        }
        throw new IllegalArgumentException("a model of " + width + " outputs for " + outputs.width());
    }

    private static ImmutableDoubleArray only(Matrix matrix, String what) {
        if (matrix.width() != 1) {
            throw new IllegalStateException("samples of " + matrix.width() + " " + what + " have not only one");
        }
        return matrix.columns().get(0);
    }
}
