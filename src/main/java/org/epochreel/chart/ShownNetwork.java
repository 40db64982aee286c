package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.network.LayerShape;

/**
 * What of a network stays the same in all frames.
 *
 * @param layers from the first hidden one to the output neurons'
 * @param inputs what the first layer sees, by name
 * @param rawInputs numbers that enter the network, of which the first layer may see others
 * @param scales of what the first layer sees, of each hidden layer and of the output neurons
 * @param contributions of each hidden layer's neurons at the end of the run: the range of what a neuron gives times the
 *     size of its outgoing weights
 * @param outputs names of the output neurons; none where there is one that needs no name
 * @param classes names of the two classes of a single output neuron; empty where it gives values
 * @param imageReach the size of nearly the largest weight of the first layer at the end of the run
 */
public record ShownNetwork(
        ImmutableList<LayerShape> layers,
        ImmutableList<String> inputs,
        int rawInputs,
        ImmutableList<Scale> scales,
        ImmutableList<ImmutableDoubleArray> contributions,
        ImmutableList<String> outputs,
        ImmutableList<String> classes,
        double imageReach) {

    /** What a neuron gives lies about {@code middle}, by {@code reach} on each side. */
    public record Scale(double middle, double reach) {}
}
