package org.epochreel.network;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** Backpropagation over a block of samples, layer by layer. */
final class PerceptronEvaluator implements Model.Evaluator {
    private final int maxSamples;
    private final int[] ones;
    private final double[] input;
    private final Layer[] layers;
    private int count;

    PerceptronEvaluator(ImmutableList<LayerShape> shapes, ImmutableList<Activation> activations, int maxSamples) {
        this.maxSamples = maxSamples;
        this.input = new double[2 * maxSamples];
        this.layers = new Layer[shapes.size()];
        double[] inputs = input;
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new Layer(shapes.get(l), activations.get(l), inputs, maxSamples);
            inputs = layers[l].outputs;
        }
        this.ones = shapes.stream().mapToInt(LayerShape::fanIn).toArray();
    }

    @Override
    public void predict(double[] parameters, double[] x, int from, int count, double[] prediction) {
        if (count > maxSamples) {
            throw new IllegalArgumentException(count + " samples at once, prepared for " + maxSamples);
        }
        if (count != this.count) {
            this.count = count;
            for (int l = 0; l < layers.length; l++) {
                Arrays.fill(layers[l].inputs, ones[l] * count, (ones[l] + 1) * count, 1);
            }
        }
        System.arraycopy(x, from, input, 0, count);
        for (Layer layer : layers) {
            layer.forward(parameters, count);
        }
        System.arraycopy(layers[layers.length - 1].outputs, 0, prediction, 0, count);
    }

    @Override
    public void gradient(double[] parameters, double[] outputGradient, double[] gradient) {
        Layer last = layers[layers.length - 1];
        System.arraycopy(outputGradient, 0, last.delta, 0, count);
        last.activation.chain(last.sums, last.outputs, count, last.delta);
        for (int l = layers.length - 1; l > 0; l--) {
            layers[l].gradient(gradient, count);
            layers[l].backward(parameters, layers[l - 1], count);
        }
        layers[0].gradient(gradient, count);
    }

    @Override
    public void contribution(double[] parameters, int neuron, double[] curve) {
        Layer last = layers[layers.length - 1];
        double weight = parameters[last.shape.firstWeight() + neuron];
        RowProducts.set(0, weight, last.inputs, neuron * count, curve, 0, count);
    }

    /** A layer's values, row by neuron and column by sample; the row after the last of its inputs is all ones. */
    private static final class Layer {
        private final LayerShape shape;
        private final Activation activation;
        private final double[] inputs;
        private final double[] sums;
        private final double[] outputs;
        private final double[] delta;

        Layer(LayerShape shape, Activation activation, double[] inputs, int maxSamples) {
            this.shape = shape;
            this.activation = activation;
            this.inputs = inputs;
            this.sums = new double[(shape.fanOut() + 1) * maxSamples];
            this.outputs = activation == Activation.IDENTITY ? sums : new double[(shape.fanOut() + 1) * maxSamples];
            this.delta = new double[shape.fanOut() * maxSamples];
        }

        void forward(double[] parameters, int count) {
            for (int neuron = 0; neuron < shape.fanOut(); neuron++) {
                double bias = shape.bias() ? parameters[shape.firstBias() + neuron] : 0;
                int firstWeight = shape.firstWeight() + neuron * shape.fanIn();
                int row = neuron * count;
                if (shape.fanIn() == 1) {
                    RowProducts.set(bias, parameters[firstWeight], inputs, 0, sums, row, count);
                } else {
                    Arrays.fill(sums, row, row + count, bias);
                    RowProducts.add(parameters, firstWeight, 1, inputs, shape.fanIn(), sums, row, count);
                }
            }
            if (outputs != sums) {
                activation.apply(sums, shape.fanOut() * count, outputs);
            }
        }

        /** Turns this layer's delta into that of the layer before. */
        void backward(double[] parameters, Layer before, int count) {
            for (int neuron = 0; neuron < shape.fanIn(); neuron++) {
                int firstWeight = shape.firstWeight() + neuron;
                int row = neuron * count;
                if (shape.fanOut() == 1) {
                    RowProducts.set(0, parameters[firstWeight], delta, 0, before.delta, row, count);
                } else {
                    Arrays.fill(before.delta, row, row + count, 0);
                    RowProducts.add(
                            parameters, firstWeight, shape.fanIn(), delta, shape.fanOut(), before.delta, row, count);
                }
            }
            before.activation.chain(before.sums, before.outputs, shape.fanIn() * count, before.delta);
        }

        void gradient(double[] gradient, int count) {
            int fanIn = shape.fanIn();
            int fanOut = shape.fanOut();
            int weights = shape.firstWeight();
            if (fanOut == 1) {
                RowProducts.sums(inputs, fanIn, delta, 0, gradient, weights, -1, 1, count);
                if (shape.bias()) {
                    RowProducts.sums(delta, 1, inputs, fanIn, gradient, shape.firstBias(), -1, 1, count);
                }
                return;
            }
            int column = 0;
            for (; column + 2 <= fanIn; column += 2) {
                RowProducts.sums(
                        delta, fanOut, inputs, column, gradient, weights + column, weights + column + 1, fanIn, count);
            }
            if (column < fanIn && shape.bias() && fanIn == 1) {
                RowProducts.sums(delta, fanOut, inputs, 0, gradient, weights, shape.firstBias(), 1, count);
                return;
            }
            if (column < fanIn) {
                RowProducts.sums(delta, fanOut, inputs, column, gradient, weights + column, -1, fanIn, count);
            }
            if (shape.bias()) {
                RowProducts.sums(delta, fanOut, inputs, fanIn, gradient, shape.firstBias(), -1, 1, count);
            }
        }
    }
}
