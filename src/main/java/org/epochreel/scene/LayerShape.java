package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import org.epochreel.network.Architecture;

/**
 * The numbers that belong to one layer of a network.
 *
 * @param fanIn values that enter each neuron
 * @param fanOut neurons
 * @param bias whether each neuron has a bias
 */
record LayerShape(int fanIn, int fanOut, boolean bias) {

    /** The layers from the input on, the output neuron last. */
    static ImmutableList<LayerShape> of(Architecture architecture) {
        ImmutableList.Builder<LayerShape> layers = ImmutableList.builder();
        int fanIn = 1;
        for (int neurons : architecture.hidden()) {
            layers.add(new LayerShape(fanIn, neurons, architecture.bias()));
            fanIn = neurons;
        }
        return layers.add(new LayerShape(fanIn, 1, architecture.bias())).build();
    }

    long parameters() {
        return (long) fanOut * (fanIn + (bias ? 1 : 0));
    }
}
