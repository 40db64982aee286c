package org.epochreel.network;

import com.google.common.collect.ImmutableList;

/**
 * The shape of a fully connected network from one input to one output.
 *
 * @param hidden neurons of each hidden layer, from the input on; at least one layer, each at least 1
 * @param activations one for each hidden layer
 * @param output activation of the output neuron
 * @param bias whether every neuron, the output included, adds a bias
 */
public record Architecture(
        ImmutableList<Integer> hidden, ImmutableList<Activation> activations, Activation output, boolean bias) {

    public Architecture {
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
}
