package org.epochreel.network;

/** A function of one input with adjustable parameters, all kept in one flat array. Immutable and thread-safe. */
public interface Model {

    int parameterCount();

    /** Working memory for up to {@code maxSamples} samples at once; everything it needs is allocated here. */
    Evaluator evaluator(int maxSamples);

    /** Evaluates one model without allocating; for one thread at a time. */
    interface Evaluator {

        /** Writes the model's output at {@code x[from]} to {@code x[from + count - 1]} into {@code prediction[0..count-1]}. */
        void predict(double[] parameters, double[] x, int from, int count, double[] prediction);

        /**
         * Writes into {@code gradient} the derivative, by every parameter, of a loss whose derivative by the outputs of
         * the latest {@link #predict} is {@code outputGradient[0..count-1]}.
         */
        void gradient(double[] parameters, double[] outputGradient, double[] gradient);
    }
}
