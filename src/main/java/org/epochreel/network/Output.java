package org.epochreel.network;

import java.util.Optional;

/** What the output neurons do to their weighted sums: an activation of each, or softmax, which takes them together. */
public enum Output {
    SIGMOID(Activation.SIGMOID),
    TANH(Activation.TANH),
    RELU(Activation.RELU),
    SIN(Activation.SIN),
    IDENTITY(Activation.IDENTITY),
    /** {@code exp(z_i) / sum_j exp(z_j)} */
    SOFTMAX(null);

    private final Optional<Activation> activation;

    Output(Activation activation) {
        this.activation = Optional.ofNullable(activation);
    }

    /** The output that is this activation of each neuron. */
    public static Output of(Activation activation) {
        return valueOf(activation.name());
    }

    /** The activation of each neuron; nothing for softmax. */
    public Optional<Activation> activation() {
        return activation;
    }
}
