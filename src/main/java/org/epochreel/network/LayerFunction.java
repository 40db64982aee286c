package org.epochreel.network;

import org.epochreel.network.kernel.ActivationFunction;
import org.epochreel.network.kernel.Softmax;

/** What a layer's neurons do to their sums, by neuron and sample; for one thread at a time. */
interface LayerFunction {

    /** Sets the first {@code count} samples of {@code outputs} to the function of {@code sums}. */
    void apply(double[][] sums, int count, double[][] outputs);

    /**
     * Turns a derivative by the outputs, which {@link #apply} made of the sums, into the one by the sums. Leaves the
     * outputs undefined.
     */
    void chain(double[][] sums, double[][] outputs, int count, double[][] gradient);

    static LayerFunction of(Output output, int maxSamples) {
        return output.activation()
                .<LayerFunction>map(activation -> new OfEach(activation, maxSamples))
                .orElseGet(() -> new OfAll(new Softmax(maxSamples)));
    }

    /** An activation of each neuron. */
    record OfEach(ActivationFunction function) implements LayerFunction {

        OfEach(Activation activation, int maxSamples) {
            this(activation.function(maxSamples));
        }

        @Override
        public void apply(double[][] sums, int count, double[][] outputs) {
            for (int neuron = 0; neuron < sums.length; neuron++) {
                function.apply(sums[neuron], count, outputs[neuron]);
            }
        }

        @Override
        public void chain(double[][] sums, double[][] outputs, int count, double[][] gradient) {
            for (int neuron = 0; neuron < sums.length; neuron++) {
                function.chain(sums[neuron], outputs[neuron], count, gradient[neuron]);
            }
        }
    }

    /** Softmax of all neurons together. */
    record OfAll(Softmax softmax) implements LayerFunction {

        @Override
        public void apply(double[][] sums, int count, double[][] outputs) {
            softmax.apply(sums, count, outputs);
        }

        @Override
        public void chain(double[][] sums, double[][] outputs, int count, double[][] gradient) {
            softmax.chain(outputs, count, gradient);
        }
    }
}
