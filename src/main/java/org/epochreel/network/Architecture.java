package org.epochreel.network;

import com.google.common.collect.ImmutableList;

/**
 * The shape of a fully connected network.
 *
 * @param inputs values that enter the first layer, at least 1
 * @param hidden neurons of each hidden layer, from the input on; at least one layer, each at least 1
 * @param activations one for each hidden layer
 * @param outputs output neurons, at least 1
 * @param output what the output neurons do to their sums
 * @param bias whether every neuron, the outputs included, adds a bias
 */
public record Architecture(
        int inputs, ImmutableList<Integer> hidden, ImmutableList<Activation> activations, int outputs, Output output,
        boolean bias) {

    public Architecture {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("a network of " + inputs + " inputs and " + outputs + " outputs");
        }
        if (hidden.isEmpty() || hidden.size() != activations.size()) {
            throw new IllegalArgumentException(
                    hidden.size() + " hidden layers with " + activations.size() + " activations");
        }
        for (int neurons : hidden) {
            if (neurons < 1) {
                throw new IllegalArgumentException("a hidden layer of " + neurons + " neurons");
            }
        }
    }

    /** A network from one input to one output. */
    public Architecture(
            ImmutableList<Integer> hidden, ImmutableList<Activation> activations, Activation output, boolean bias) {
        this(1, hidden, activations, 1, Output.of(output), bias);
    }

    /** The same hidden layers between other inputs and outputs. */
    public Architecture between(int newInputs, int newOutputs) {
        return new Architecture(newInputs, hidden, activations, newOutputs, output, bias);
    }
}
