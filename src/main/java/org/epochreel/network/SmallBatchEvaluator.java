package org.epochreel.network;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Objects;
import org.epochreel.network.kernel.ActivationFunction;
import org.epochreel.network.kernel.FlatProducts;
import org.epochreel.network.kernel.RowProducts;

/**
 * Backpropagation over so few samples that a row of them is too short to be worth a loop of its own: all values of a
 * hidden layer stand in one array, neuron by neuron, and its activation is called once. The sums have the order that
 * {@link PerceptronEvaluator}'s have, so the results have the same bits.
 */
final class SmallBatchEvaluator implements Model.Evaluator {
    /** Most samples, and most neurons on the narrower side of each layer, for which this is the faster way. */
    private static final int FEW_SAMPLES = 16;

    private static final int FEW_NEURONS = 8;

    private final int maxSamples;
    private final int inputs;
    private final double[] input;
    private final double[] ones;
    private final Layer[] layers;
    private final Layer last;
    private final LayerFunction outputFunction;
    private final double[][] sums;
    private final double[][] outputs;
    private final double[][] delta;
    private final double[][][] activations;
    private int count;
    private boolean outputsAreDue;

    SmallBatchEvaluator(Architecture architecture, int maxSamples) {
        this.maxSamples = maxSamples;
        this.inputs = architecture.inputs();
        this.input = new double[inputs * maxSamples];
        this.ones = new double[maxSamples];
        Arrays.fill(ones, 1);
        ImmutableList<LayerShape> shapes = LayerShape.of(architecture);
        this.layers = new Layer[shapes.size()];
        this.activations = new double[shapes.size() - 1][][];
        double[] values = input;
        for (int l = 0; l < layers.length; l++) {
            LayerShape shape = shapes.get(l);
            Activation activation = l < layers.length - 1 ? architecture.activations().get(l) : Activation.IDENTITY;
            layers[l] = new Layer(shape, activation.function(shape.fanOut() * maxSamples), values, maxSamples);
            values = layers[l].outputs;
            if (l < layers.length - 1) {
                activations[l] = new double[shape.fanOut()][maxSamples];
            }
        }
        this.last = layers[layers.length - 1];
        this.outputFunction = LayerFunction.of(architecture.output(), maxSamples);
        this.sums = new double[architecture.outputs()][maxSamples];
        this.outputs = new double[architecture.outputs()][maxSamples];
        this.delta = new double[architecture.outputs()][maxSamples];
    }

    /** Whether this is the faster way. */
    static boolean suits(ImmutableList<LayerShape> shapes, int maxSamples) {
        return maxSamples <= FEW_SAMPLES
                && shapes.stream().allMatch(shape -> Math.min(shape.fanIn(), shape.fanOut()) <= FEW_NEURONS);
    }

    @Override
    public void forward(double[] parameters, double[][] prepared, int from, int count) {
        if (count > maxSamples) {
            throw new IllegalArgumentException(count + " samples at once, prepared for " + maxSamples);
        }
        this.count = count;
        for (int i = 0; i < inputs; i++) {
            System.arraycopy(prepared[i], from, input, i * count, count);
        }
        for (int l = 0; l < layers.length - 1; l++) {
            layers[l].sum(parameters, count);
            layers[l].activate(count);
        }
        last.sum(parameters, count);
        toRows(last.sums, sums);
        outputsAreDue = true;
    }

    @Override
    public double[][] outputs() {
        if (outputsAreDue) {
            outputFunction.apply(sums, count, outputs);
            outputsAreDue = false;
        }
        return outputs;
    }

    @Override
    public double[][] sums() {
        return sums;
    }

    @Override
    public void gradient(double[] parameters, double[][] outputGradient, double[] gradient) {
        double[][] made = outputs();
        for (int i = 0; i < delta.length; i++) {
            System.arraycopy(outputGradient[i], 0, delta[i], 0, count);
        }
        outputFunction.chain(sums, made, count, delta);
        gradientBySums(parameters, delta, gradient);
    }

    @Override
    public void gradientBySums(double[] parameters, double[][] sumGradient, double[] gradient) {
        for (int i = 0; i < delta.length; i++) {
            System.arraycopy(sumGradient[i], 0, last.delta, i * count, count);
        }
        for (int l = layers.length - 1; l > 0; l--) {
            layers[l].gradient(gradient, ones, count);
            layers[l].backward(parameters, layers[l - 1], count);
        }
        layers[0].gradient(gradient, ones, count);
    }

    @Override
    public double[][] activations(int layer) {
        double[][] rows = activations[Objects.checkIndex(layer, activations.length)];
        toRows(layers[layer].outputs, rows);
        return rows;
    }

    @Override
    public void contribution(double[] parameters, int neuron, double[] curve) {
        System.arraycopy(last.inputs, neuron * count, curve, 0, count);
        RowProducts.set(0, parameters[last.shape.firstWeight() + neuron], curve, curve, count);
    }

    private void toRows(double[] flat, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(flat, i * count, rows[i], 0, count);
        }
    }

    /** A layer's values; sample s of neuron n is at {@code n * count + s}. */
    private static final class Layer {
        private final LayerShape shape;
        private final ActivationFunction function;
        private final double[] inputs;
        private final double[] sums;
        private final double[] outputs;
        private final double[] delta;

        Layer(LayerShape shape, ActivationFunction function, double[] inputs, int maxSamples) {
            this.shape = shape;
            this.function = function;
            this.inputs = inputs;
            this.sums = new double[shape.fanOut() * maxSamples];
            this.outputs = new double[shape.fanOut() * maxSamples];
            this.delta = new double[shape.fanOut() * maxSamples];
        }

        void sum(double[] parameters, int count) {
            FlatProducts.multiply(
                    parameters, shape.bias() ? shape.firstBias() : -1, shape.firstWeight(), shape.fanIn(), 1,
                    inputs, shape.fanIn(), sums, shape.fanOut(), count);
        }

        void activate(int count) {
            function.apply(sums, shape.fanOut() * count, outputs);
        }

        /** Turns this layer's delta into that of the layer before. */
        void backward(double[] parameters, Layer before, int count) {
            FlatProducts.multiply(
                    parameters, -1, shape.firstWeight(), 1, shape.fanIn(),
                    delta, shape.fanOut(), before.delta, shape.fanIn(), count);
            before.function.chain(before.sums, before.outputs, shape.fanIn() * count, before.delta);
        }

        void gradient(double[] gradient, double[] ones, int count) {
            int fanIn = shape.fanIn();
            int fanOut = shape.fanOut();
            int weights = shape.firstWeight();
            if (fanIn >= fanOut) {
                FlatProducts.sums(delta, fanOut, inputs, fanIn, gradient, weights, fanIn, 1, count);
            } else {
                FlatProducts.sums(inputs, fanIn, delta, fanOut, gradient, weights, 1, fanIn, count);
            }
            if (shape.bias()) {
                FlatProducts.sums(ones, 1, delta, fanOut, gradient, shape.firstBias(), 0, 1, count);
            }
        }
    }
}
