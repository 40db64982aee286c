package org.epochreel.network;

/**
 * One layer of a network and where its parameters stand in the flat array: weights (fan-out rows of fan-in columns, row
 * by row), then one bias a neuron if there are any.
 *
 * @param firstWeight index of the first weight
 */
record LayerShape(int fanIn, int fanOut, boolean bias, boolean output, int firstWeight) {

    int firstBias() {
        return firstWeight + fanIn * fanOut;
    }

    int end() {
        return firstBias() + (bias ? fanOut : 0);
    }
}
