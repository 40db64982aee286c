package org.epochreel.network;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Objects;
import org.epochreel.network.kernel.RowProducts;

/** Backpropagation over a block of samples, layer by layer. */
final class PerceptronEvaluator implements Model.Evaluator {
    private final int maxSamples;
    private final double[][] input;
    private final Layer[] layers;
    private final Layer last;
    private int count;
    private boolean outputsAreDue;

    PerceptronEvaluator(Architecture architecture, int maxSamples) {
        this.maxSamples = maxSamples;
        this.input = new double[architecture.inputs()][maxSamples];
        ImmutableList<LayerShape> shapes = LayerShape.of(architecture);
        this.layers = new Layer[shapes.size()];
        double[] ones = new double[maxSamples];
        Arrays.fill(ones, 1);
        double[][] inputs = input;
        for (int l = 0; l < layers.length; l++) {
            LayerFunction function = l < layers.length - 1
                    ? new LayerFunction.OfEach(architecture.activations().get(l), maxSamples)
                    : LayerFunction.of(architecture.output(), maxSamples);
            layers[l] = new Layer(shapes.get(l), function, inputs, ones, maxSamples);
            inputs = layers[l].outputs;
        }
        this.last = layers[layers.length - 1];
    }

    @Override
    public void forward(double[] parameters, double[][] prepared, int from, int count) {
        if (count > maxSamples) {
            throw new IllegalArgumentException(count + " samples at once, prepared for " + maxSamples);
        }
        this.count = count;
        for (int i = 0; i < input.length; i++) {
            System.arraycopy(prepared[i], from, input[i], 0, count);
        }
        for (int l = 0; l < layers.length - 1; l++) {
            layers[l].sum(parameters, count);
            layers[l].activate(count);
        }
        last.sum(parameters, count);
        outputsAreDue = true;
    }

    @Override
    public double[][] outputs() {
        if (outputsAreDue) {
            last.activate(count);
            outputsAreDue = false;
        }
        return last.outputs;
    }

    @Override
    public double[][] sums() {
        return last.sums;
    }

    @Override
    public void gradient(double[] parameters, double[][] outputGradient, double[] gradient) {
        double[][] outputs = outputs();
        takeDelta(outputGradient);
        last.function.chain(last.sums, outputs, count, last.delta);
        gradientByDelta(parameters, gradient);
    }

    @Override
    public void gradientBySums(double[] parameters, double[][] sumGradient, double[] gradient) {
        takeDelta(sumGradient);
        gradientByDelta(parameters, gradient);
    }

    private void takeDelta(double[][] derivative) {
        for (int i = 0; i < last.delta.length; i++) {
            System.arraycopy(derivative[i], 0, last.delta[i], 0, count);
        }
    }

    private void gradientByDelta(double[] parameters, double[] gradient) {
        for (int l = layers.length - 1; l > 0; l--) {
            layers[l].gradient(gradient, count);
            layers[l].backward(parameters, layers[l - 1], count);
        }
        layers[0].gradient(gradient, count);
    }

    @Override
    public double[][] activations(int layer) {
        return layers[Objects.checkIndex(layer, layers.length - 1)].outputs;
    }

    @Override
    public void contribution(double[] parameters, int neuron, double[] curve) {
        RowProducts.set(0, parameters[last.shape.firstWeight() + neuron], last.inputs[neuron], curve, count);
    }

    /** A layer's values, row by neuron and column by sample. */
    private static final class Layer {
        private final LayerShape shape;
        private final LayerFunction function;
        private final double[][] inputs;
        private final double[] ones;
        private final double[][] sums;
        private final double[][] outputs;
        private final double[][] delta;

        Layer(LayerShape shape, LayerFunction function, double[][] inputs, double[] ones, int maxSamples) {
            this.shape = shape;
            this.function = function;
            this.inputs = inputs;
            this.ones = ones;
            this.sums = new double[shape.fanOut()][maxSamples];
            this.outputs = new double[shape.fanOut()][maxSamples];
            this.delta = new double[shape.fanOut()][maxSamples];
        }

        void sum(double[] parameters, int count) {
            for (int neuron = 0; neuron < shape.fanOut(); neuron++) {
                double bias = shape.bias() ? parameters[shape.firstBias() + neuron] : 0;
                int firstWeight = shape.firstWeight() + neuron * shape.fanIn();
                double[] row = sums[neuron];
                if (shape.fanIn() == 1) {
                    RowProducts.set(bias, parameters[firstWeight], inputs[0], row, count);
                } else {
                    Arrays.fill(row, 0, count, bias);
                    RowProducts.add(parameters, firstWeight, 1, inputs, shape.fanIn(), row, count);
                }
            }
        }

        void activate(int count) {
            function.apply(sums, count, outputs);
        }

        /** Turns this layer's delta into that of the layer before. */
        void backward(double[] parameters, Layer before, int count) {
            for (int neuron = 0; neuron < shape.fanIn(); neuron++) {
                int firstWeight = shape.firstWeight() + neuron;
                double[] row = before.delta[neuron];
                if (shape.fanOut() == 1) {
                    RowProducts.set(0, parameters[firstWeight], delta[0], row, count);
                } else {
                    Arrays.fill(row, 0, count, 0);
                    RowProducts.add(parameters, firstWeight, shape.fanIn(), delta, shape.fanOut(), row, count);
                }
            }
            before.function.chain(before.sums, before.outputs, count, before.delta);
        }

        void gradient(double[] gradient, int count) {
            int fanIn = shape.fanIn();
            int fanOut = shape.fanOut();
            int weights = shape.firstWeight();
            int biases = shape.firstBias();
            if (fanOut == 1) {
                RowProducts.sums(inputs, fanIn, delta[0], gradient, weights, 1, count);
                if (shape.bias()) {
                    RowProducts.sums(delta, 1, ones, gradient, biases, 1, count);
                }
            } else if (fanIn == 1 && shape.bias()) {
                RowProducts.sums(delta, fanOut, inputs[0], ones, gradient, weights, biases, 1, count);
            } else {
                int i = 0;
                for (; i + 2 <= fanIn; i += 2) {
                    RowProducts.sums(delta, fanOut, inputs[i], inputs[i + 1],
                            gradient, weights + i, weights + i + 1, fanIn, count);
                }
                if (i < fanIn) {
                    RowProducts.sums(delta, fanOut, inputs[i], gradient, weights + i, fanIn, count);
                }
                if (shape.bias()) {
                    RowProducts.sums(delta, fanOut, ones, gradient, biases, 1, count);
                }
            }
        }
    }
}
