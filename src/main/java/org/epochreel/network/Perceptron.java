package org.epochreel.network;

import com.google.common.collect.ImmutableList;

/**
 * A fully connected network from one input to one output. Parameters stand layer by layer from the input: the weights
 * (fan-out rows of fan-in columns, row by row), then the biases.
 */
public final class Perceptron implements Model {
    private final ImmutableList<LayerShape> shapes;
    private final ImmutableList<Activation> activations;

    public Perceptron(Architecture architecture) {
        this.shapes = LayerShape.of(architecture);
        this.activations = ImmutableList.<Activation>builder()
                .addAll(architecture.activations())
                .add(architecture.output())
                .build();
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
                groups.add(new ParameterGroup(
                        name + (shape.output() ? " bias" : " biases"), shape.firstBias(), shape.fanOut()));
            }
        }
        return groups.build();
    }

    @Override
    public int neurons() {
        return shapes.get(shapes.size() - 1).fanIn();
    }

    @Override
    public Evaluator evaluator(int maxSamples) {
        return new PerceptronEvaluator(shapes, activations, maxSamples);
    }

    ImmutableList<LayerShape> shapes() {
        return shapes;
    }
}
