package org.epochreel.network;

import com.google.common.collect.ImmutableList;

/**
 * A function of numbers with adjustable parameters, all kept in one flat array. Immutable and thread-safe.
 *
 * <p>Rows of inputs and outputs stand in arrays by column: {@code inputs[i][s]} is input i of sample s.
 */
public interface Model {

    /** Numbers that the function takes. */
    int inputs();

    /** Numbers that the function gives. */
    int outputs();

    int parameterCount();

    /** All parameters in the flat array's order, in groups worth one colour or one legend entry. */
    ImmutableList<ParameterGroup> parameterGroups();

    /** Whether a parameter of the flat array is a neuron's bias. */
    boolean isBias(int parameter);

    /** Neurons of each hidden layer, from the input on; empty for a model without neurons. */
    ImmutableList<Integer> hidden();

    /** Whether the function bends gently everywhere, so that what lies between near places follows from them. */
    default boolean isSmooth() {
        return true;
    }

    /** Neurons of the last hidden layer; 0 for a model without neurons. */
    default int neurons() {
        return hidden().isEmpty() ? 0 : hidden().get(hidden().size() - 1);
    }

    /**
     * What an evaluator wants to see of rows of inputs, computed once for rows that are evaluated often. It may be the
     * given arrays themselves.
     */
    default double[][] prepared(double[][] inputs) {
        return inputs;
    }

    /** Working memory for up to {@code maxSamples} samples at once; everything it needs is allocated here. */
    Evaluator evaluator(int maxSamples);

    /**
     * Evaluates one model without allocating; for one thread at a time. Arrays that it hands out are its own and change
     * with the next {@link #forward}.
     */
    interface Evaluator {

        /**
         * Evaluates the model for {@code count} of the samples of {@code prepared}, from sample {@code from} on.
         *
         * @param prepared rows of inputs as {@link Model#prepared} gives them
         */
        void forward(double[] parameters, double[][] prepared, int from, int count);

        /** The outputs of the latest {@link #forward}, by output and sample. Not after a gradient. */
        double[][] outputs();

        /** What the output neurons summed up in the latest {@link #forward}; of other models the outputs. */
        double[][] sums();

        /**
         * Writes into {@code gradient} the derivative, by every parameter, of a loss whose derivative by the outputs of
         * the latest {@link #forward} is {@code outputGradient}. Once only for each {@link #forward}.
         */
        void gradient(double[] parameters, double[][] outputGradient, double[] gradient);

        /** As {@link #gradient}, of a loss whose derivative by the {@link #sums} is {@code sumGradient}. */
        void gradientBySums(double[] parameters, double[][] sumGradient, double[] gradient);

        /** What the neurons of a hidden layer gave in the latest {@link #forward}. Not after a gradient. */
        double[][] activations(int layer);

        /**
         * Writes into {@code curve} what one neuron of the last hidden layer adds to the first output neuron's sum at
         * each input of the latest {@link #forward}: its activation times its output weight. Not after a gradient.
         */
        void contribution(double[] parameters, int neuron, double[] curve);
    }
}
