package org.epochreel.network;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;

/**
 * A fully connected network. Parameters stand layer by layer from the input: the weights
 * (fan-out rows of fan-in columns, row by row), then the biases.
 */
public final class Perceptron implements Model {
    private final Architecture architecture;
    private final ImmutableList<LayerShape> shapes;
    private final int inputs;
    private final UnaryOperator<double[][]> features;
    private final boolean formulas;

    public Perceptron(Architecture architecture) {
        this(architecture, architecture.inputs(), UnaryOperator.identity(), false);
    }

    /**
     * A network whose first layer sees something else than the inputs.
     *
     * @param inputs numbers that enter the network
     * @param features what the first layer sees, by number and row, of inputs by input and row; as many numbers as
     *     {@code architecture} has inputs, and the same at every call
     */
    public Perceptron(Architecture architecture, int inputs, UnaryOperator<double[][]> features) {
        this(architecture, inputs, features, true);
    }

    private Perceptron(
            Architecture architecture, int inputs, UnaryOperator<double[][]> features, boolean formulas) {
        this.formulas = formulas;
        this.architecture = architecture;
        this.inputs = inputs;
        this.features = features;
        this.shapes = LayerShape.of(architecture);
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public double[][] prepared(double[][] given) {
        return features.apply(given);
    }

    @Override
    public int outputs() {
        return architecture.outputs();
    }

    @Override
    public int parameterCount() {
        return shapes.get(shapes.size() - 1).end();
    }

    @Override
    public ImmutableList<ParameterGroup> parameterGroups() {
        ImmutableList.Builder<ParameterGroup> groups = ImmutableList.builder();
        for (int layer = 0; layer < shapes.size(); layer++) {
            LayerShape shape = shapes.get(layer);
            String name = shape.output() ? "output" : "layer " + (layer + 1);
            groups.add(new ParameterGroup(name + " weights", shape.firstWeight(), shape.fanIn() * shape.fanOut()));
            if (shape.bias()) {
                String biases = shape.output() && shape.fanOut() == 1 ? " bias" : " biases";
                groups.add(new ParameterGroup(name + biases, shape.firstBias(), shape.fanOut()));
            }
        }
        return groups.build();
    }

    @Override
    public boolean isBias(int parameter) {
        return shapes.stream().anyMatch(shape -> parameter >= shape.firstBias() && parameter < shape.end());
    }

    /** Not with rectifiers; formulas of the inputs may bend sharply, too. */
    @Override
    public boolean isSmooth() {
        return !formulas && architecture.output() != Output.RELU
                && !architecture.activations().contains(Activation.RELU);
    }

    @Override
    public ImmutableList<Integer> hidden() {
        return architecture.hidden();
    }

    @Override
    public Evaluator evaluator(int maxSamples) {
        return SmallBatchEvaluator.suits(shapes, maxSamples)
                ? new SmallBatchEvaluator(architecture, maxSamples)
                : new PerceptronEvaluator(architecture, maxSamples);
    }

    ImmutableList<LayerShape> shapes() {
        return shapes;
    }
}
