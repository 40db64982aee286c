package org.epochreel.network;

/** The order in which a layer's parameters are drawn. */
public enum Layout {
    /** All weights of the layer (fan-out rows of fan-in columns), then its biases. */
    SEPARATE,
    /** One matrix whose last column is the bias, row by row. */
    AUGMENTED
}
