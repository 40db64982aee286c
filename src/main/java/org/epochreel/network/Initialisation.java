package org.epochreel.network;

import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * How a model's parameters start.
 *
 * @param seed of the stream that the parameters are drawn from; shown in the picture even where nothing is drawn
 * @param scheme the distribution, or the numbers themselves
 * @param layout order of the draws
 * @param biases a constant for every bias, which then is not drawn
 * @param scale multiplies every drawn parameter
 */
public record Initialisation(BigInteger seed, Scheme scheme, Layout layout, OptionalDouble biases, double scale) {

    /** Where starting values come from. */
    public sealed interface Scheme {

        /** Every parameter from a normal distribution of mean 0. */
        record Normal(double sd) implements Scheme {}

        /** Every parameter from [from, to). */
        record Uniform(double from, double to) implements Scheme {}

        /** The blog's: hidden weights N(0,1), hidden biases N(0,5), output weights N(0,20), output bias U(-5,5). */
        record Blog() implements Scheme {}

        record Xavier() implements Scheme {}

        record He() implements Scheme {}

        record Torch() implements Scheme {}

        /** Given numbers, layer by layer from the input: weights (fan-out rows of fan-in columns), then biases; or a, b, c, d. */
        record Explicit(ImmutableDoubleArray values) implements Scheme {}
    }
}
