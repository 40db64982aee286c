package org.epochreel.network;

import com.google.common.collect.ImmutableList;

/**
 * One layer of a network and where its parameters stand in the flat array: weights (fan-out rows of fan-in columns, row
 * by row), then one bias a neuron if there are any.
 *
 * @param fanIn values that enter each neuron
 * @param fanOut neurons
 * @param output whether it is the output neurons' layer
 * @param firstWeight index of the first weight
 */
public record LayerShape(int fanIn, int fanOut, boolean bias, boolean output, int firstWeight) {

    /** The layers from the input on, the output neurons' last. */
    public static ImmutableList<LayerShape> of(Architecture architecture) {
        ImmutableList.Builder<LayerShape> shapes = ImmutableList.builder();
        int fanIn = architecture.inputs();
        int next = 0;
        for (int fanOut : architecture.hidden()) {
            LayerShape shape = new LayerShape(fanIn, fanOut, architecture.bias(), false, next);
            shapes.add(shape);
            fanIn = fanOut;
            next = shape.end();
        }
        return shapes.add(new LayerShape(fanIn, architecture.outputs(), architecture.bias(), true, next)).build();
    }

    public int firstBias() {
        return firstWeight + fanIn * fanOut;
    }

    /** The index after the layer's last parameter. */
    public int end() {
        return firstBias() + (bias ? fanOut : 0);
    }

    public long parameters() {
        return end() - firstWeight;
    }
}
