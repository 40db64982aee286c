package org.epochreel.network;

import com.google.common.collect.ImmutableList;

/**
 * Backpropagation with one loop a sum, in the order that every sum must have: over the values that enter a neuron after
 * its bias, or over samples. Activations are the network's own.
 */
final class PlainEvaluator {
    private final Architecture architecture;
    private final ImmutableList<LayerShape> shapes;
    private final int count;
    private final double[][][] sums;
    private final double[][][] outputs;

    PlainEvaluator(Architecture architecture, int count) {
        this.architecture = architecture;
        this.shapes = LayerShape.of(architecture);
        this.count = count;
        this.sums = new double[shapes.size()][][];
        this.outputs = new double[shapes.size()][][];
    }

    private LayerFunction function(int layer) {
        return layer < shapes.size() - 1
                ? new LayerFunction.OfEach(architecture.activations().get(layer), count)
                : LayerFunction.of(architecture.output(), count);
    }

    double[][] outputs(double[] parameters, double[][] inputs) {
        double[][] values = inputs;
        for (int l = 0; l < shapes.size(); l++) {
            LayerShape shape = shapes.get(l);
            sums[l] = new double[shape.fanOut()][count];
            outputs[l] = new double[shape.fanOut()][count];
            for (int neuron = 0; neuron < shape.fanOut(); neuron++) {
                for (int s = 0; s < count; s++) {
                    double sum = shape.bias() ? parameters[shape.firstBias() + neuron] : 0;
                    for (int i = 0; i < shape.fanIn(); i++) {
                        sum = sum + parameters[shape.firstWeight() + neuron * shape.fanIn() + i] * values[i][s];
                    }
                    sums[l][neuron][s] = sum;
                }
            }
            function(l).apply(sums[l], count, outputs[l]);
            values = outputs[l];
        }
        return values;
    }

    double[][] activations(int layer) {
        return outputs[layer];
    }

    double[] gradient(double[] parameters, double[][] inputs, double[][] outputGradient) {
        double[] gradient = new double[parameters.length];
        double[][] delta = outputGradient;
        for (int l = shapes.size() - 1; l >= 0; l--) {
            LayerShape shape = shapes.get(l);
            double[][] values = l == 0 ? inputs : outputs[l - 1];
            double[][] kept = new double[values.length][];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = values[i].clone();
            }
            function(l).chain(sums[l], outputs[l], count, delta);
            double[][] before = new double[shape.fanIn()][count];
            for (int neuron = 0; neuron < shape.fanOut(); neuron++) {
                int row = shape.firstWeight() + neuron * shape.fanIn();
                for (int s = 0; s < count; s++) {
                    for (int i = 0; i < shape.fanIn(); i++) {
                        gradient[row + i] += delta[neuron][s] * kept[i][s];
                        before[i][s] = before[i][s] + parameters[row + i] * delta[neuron][s];
                    }
                    if (shape.bias()) {
                        gradient[shape.firstBias() + neuron] += delta[neuron][s];
                    }
                }
            }
            delta = before;
        }
        return gradient;
    }
}
