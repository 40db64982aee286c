package org.epochreel.network;

/** What a neuron does to its weighted sum. */
public enum Activation {
    SIGMOID,
    TANH,
    RELU,
    SIN,
    IDENTITY
}
