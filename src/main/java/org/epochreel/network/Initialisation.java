package org.epochreel.network;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.OptionalDouble;
import org.epochreel.random.NumpyRandom;

/**
 * How a model's parameters start.
 *
 * @param seed of the stream that the parameters are drawn from; shown in the picture even where nothing is drawn
 * @param scheme the distribution, or the numbers themselves
 * @param layout order of the draws
 * @param biases a constant for every bias, which then is not drawn
 * @param scale multiplies every drawn parameter
 */
public record Initialisation(BigInteger seed, Scheme scheme, Layout layout, OptionalDouble biases, double scale) {

    /**
     * The model's starting parameters in the order of its flat array; the same at every call. A curve family's a, b,
     * c, d are drawn in this order, each as the weight of a hidden layer of fan-in 1 and fan-out 1.
     *
     * @throws IllegalArgumentException if explicit numbers are not as many as the model's parameters, or the scheme is
     *     the blog's and the network has more than one hidden layer
     */
    public ImmutableDoubleArray parameters(Model model) {
        if (scheme instanceof Scheme.Explicit explicit) {
            if (explicit.values().length() != model.parameterCount()) {
                throw new IllegalArgumentException(explicit.values().length() + " explicit parameters for a model of "
                        + model.parameterCount());
            }
            return explicit.values();
        }
        Scheme.Drawn drawn = (Scheme.Drawn) scheme;
        NumpyRandom random = NumpyRandom.seeded(seed);
        double[] parameters = new double[model.parameterCount()];
        if (model instanceof Perceptron network) {
            draw(drawn, network.shapes(), random, parameters);
        } else {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = scale * drawn.weight(random, 1, 1, false);
            }
        }
        return ImmutableDoubleArray.copyOf(parameters);
    }

    private void draw(
            Scheme.Drawn drawn, ImmutableList<LayerShape> shapes, NumpyRandom random, double[] parameters) {
        if (scheme instanceof Scheme.Blog && shapes.size() != 2) {
            throw new IllegalArgumentException(
                    "the blog's initialisation is for one hidden layer, not " + (shapes.size() - 1));
        }
        for (LayerShape shape : shapes) {
            for (int neuron = 0; neuron < shape.fanOut(); neuron++) {
                int row = shape.firstWeight() + neuron * shape.fanIn();
                for (int i = 0; i < shape.fanIn(); i++) {
                    parameters[row + i] = scale * drawn.weight(random, shape.fanIn(), shape.fanOut(), shape.output());
                }
                if (layout == Layout.AUGMENTED && shape.bias()) {
                    parameters[shape.firstBias() + neuron] = bias(drawn, random, shape);
                }
            }
            if (layout == Layout.SEPARATE && shape.bias()) {
                for (int neuron = 0; neuron < shape.fanOut(); neuron++) {
                    parameters[shape.firstBias() + neuron] = bias(drawn, random, shape);
                }
            }
        }
    }

    private double bias(Scheme.Drawn drawn, NumpyRandom random, LayerShape shape) {
        return biases.isPresent() ? biases.getAsDouble() : scale * drawn.bias(random, shape.fanIn(), shape.output());
    }

    /** Where starting values come from. */
    public sealed interface Scheme {

        /** A scheme that draws each parameter, in order, from a distribution that depends on its layer. */
        sealed interface Drawn extends Scheme {

            /**
             * The next weight of a layer.
             *
             * @param output whether it is the output neuron's layer
             */
            double weight(NumpyRandom random, int fanIn, int fanOut, boolean output);

            /** The next bias of a layer; 0, and nothing drawn, where the scheme's biases start at 0. */
            double bias(NumpyRandom random, int fanIn, boolean output);
        }

        /** Every parameter from a normal distribution of mean 0. */
        record Normal(double sd) implements Drawn {
            @Override
            public double weight(NumpyRandom random, int fanIn, int fanOut, boolean output) {
                return random.normal(0, sd);
            }

            @Override
            public double bias(NumpyRandom random, int fanIn, boolean output) {
                return random.normal(0, sd);
            }
        }

        /** Every parameter from [from, to). */
        record Uniform(double from, double to) implements Drawn {
            @Override
            public double weight(NumpyRandom random, int fanIn, int fanOut, boolean output) {
                return random.uniform(from, to);
            }

            @Override
            public double bias(NumpyRandom random, int fanIn, boolean output) {
                return random.uniform(from, to);
            }
        }

        /** The blog's: hidden weights N(0,1), hidden biases N(0,5), output weights N(0,20), output bias U(-5,5). */
        record Blog() implements Drawn {
            @Override
            public double weight(NumpyRandom random, int fanIn, int fanOut, boolean output) {
                return random.normal(0, output ? 20 : 1);
            }

            @Override
            public double bias(NumpyRandom random, int fanIn, boolean output) {
                return output ? random.uniform(-5, 5) : random.normal(0, 5);
            }
        }

        /**
         * Weights from a normal distribution of variance 2 / (fan-in + fan-out), biases 0: PyTorch's
         * {@code xavier_normal_} with gain 1, after Glorot and Bengio (2010).
         */
        record Xavier() implements Drawn {
            @Override
            public double weight(NumpyRandom random, int fanIn, int fanOut, boolean output) {
                return random.normal(0, Math.sqrt(2.0 / (fanIn + fanOut)));
            }

            @Override
            public double bias(NumpyRandom random, int fanIn, boolean output) {
                return 0;
            }
        }

        /**
         * Weights from a normal distribution of variance 2 / fan-in, biases 0: PyTorch's {@code kaiming_normal_} for
         * relu, after He, Zhang, Ren and Sun (2015).
         */
        record He() implements Drawn {
            @Override
            public double weight(NumpyRandom random, int fanIn, int fanOut, boolean output) {
                return random.normal(0, Math.sqrt(2.0 / fanIn));
            }

            @Override
            public double bias(NumpyRandom random, int fanIn, boolean output) {
                return 0;
            }
        }

        /** Weights and biases from [-b, b) with b = 1 / sqrt(fan-in): the default of PyTorch's {@code Linear}. */
        record Torch() implements Drawn {
            @Override
            public double weight(NumpyRandom random, int fanIn, int fanOut, boolean output) {
                return bias(random, fanIn, output);
            }

            @Override
            public double bias(NumpyRandom random, int fanIn, boolean output) {
                double bound = 1 / Math.sqrt(fanIn);
                return random.uniform(-bound, bound);
            }
        }

        /**
         * Given numbers, layer by layer from the input: weights (fan-out rows of fan-in columns), then biases; or a,
         * b, c, d.
         */
        record Explicit(ImmutableDoubleArray values) implements Scheme {}
    }
}
