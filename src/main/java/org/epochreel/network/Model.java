package org.epochreel.network;

import com.google.common.collect.ImmutableList;

/** A function of one input with adjustable parameters, all kept in one flat array. Immutable and thread-safe. */
public interface Model {

    int parameterCount();

    /** All parameters in the flat array's order, in groups worth one colour or one legend entry. */
    ImmutableList<ParameterGroup> parameterGroups();

    /** Neurons of the last hidden layer; 0 for a model without neurons. */
    int neurons();

    /** Working memory for up to {@code maxSamples} samples at once; everything it needs is allocated here. */
    Evaluator evaluator(int maxSamples);

    /** Evaluates one model without allocating; for one thread at a time. */
    interface Evaluator {

        /**
         * Writes the model's output at {@code x[from]} to {@code x[from + count - 1]} into the first
         * {@code count} entries of {@code prediction}.
         */
        void predict(double[] parameters, double[] x, int from, int count, double[] prediction);

        /**
         * Writes into {@code gradient} the derivative, by every parameter, of a loss whose derivative by the outputs of
         * the latest {@link #predict} is {@code outputGradient[0..count-1]}. Once only for each {@link #predict}.
         */
        void gradient(double[] parameters, double[] outputGradient, double[] gradient);

        /**
         * Writes into {@code curve} what one neuron of the last hidden layer adds to the output neuron's sum at each
         * input of the latest {@link #predict}: its activation times its output weight. Not after {@link #gradient}.
         */
        void contribution(double[] parameters, int neuron, double[] curve);
    }
}
