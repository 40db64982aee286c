package org.epochreel.network;

import com.google.common.collect.ImmutableList;
import org.epochreel.network.kernel.Sine;

/** A family of curves whose own parameters a, b, c, d can be fitted instead of a network's. */
public enum CurveFamily implements Model {
    /** {@code a*x + b} */
    LINEAR("a", "b"),
    /** {@code a*x*x + b*x + c} */
    QUADRATIC("a", "b", "c"),
    /** {@code a*sin(b*x + c) + d} */
    SINUSOIDAL("a", "b", "c", "d");

    private final ImmutableList<String> parameters;

    CurveFamily(String... parameters) {
        this.parameters = ImmutableList.copyOf(parameters);
    }

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public int parameterCount() {
        return parameters.size();
    }

    @Override
    public ImmutableList<ParameterGroup> parameterGroups() {
        ImmutableList.Builder<ParameterGroup> groups = ImmutableList.builder();
        for (int i = 0; i < parameters.size(); i++) {
            groups.add(new ParameterGroup(parameters.get(i), i, 1));
        }
        return groups.build();
    }

    @Override
    public boolean isBias(int parameter) {
        return false;
    }

    @Override
    public ImmutableList<Integer> hidden() {
        return ImmutableList.of();
    }

    @Override
    public Evaluator evaluator(int maxSamples) {
        return this == SINUSOIDAL
                ? new SinusoidEvaluator(maxSamples) : new PolynomialEvaluator(parameterCount(), maxSamples);
    }

    /** A curve's samples, and what follows from having neither neurons nor more than one output. */
    private abstract static class CurveEvaluator implements Evaluator {
        final double[] input;
        final double[][] curve;
        int count;

        CurveEvaluator(int maxSamples) {
            this.input = new double[maxSamples];
            this.curve = new double[1][maxSamples];
        }

        @Override
        public void forward(double[] parameters, double[][] prepared, int from, int count) {
            this.count = count;
            System.arraycopy(prepared[0], from, input, 0, count);
            predict(parameters, curve[0]);
        }

        abstract void predict(double[] parameters, double[] prediction);

        @Override
        public double[][] outputs() {
            return curve;
        }

        @Override
        public double[][] sums() {
            return curve;
        }

        @Override
        public void gradient(double[] parameters, double[][] outputGradient, double[] gradient) {
            gradient(parameters, outputGradient[0], gradient);
        }

        abstract void gradient(double[] parameters, double[] outputGradient, double[] gradient);

        @Override
        public void gradientBySums(double[] parameters, double[][] sumGradient, double[] gradient) {
            gradient(parameters, sumGradient, gradient);
        }

        @Override
        public double[][] activations(int layer) {
            throw new IndexOutOfBoundsException("a curve family has no layer " + layer);
        }

        @Override
        public void contribution(double[] parameters, int neuron, double[] contribution) {
            throw new IndexOutOfBoundsException("a curve family has no neuron " + neuron);
        }
    }

    /** A line or a parabola by Horner's rule. */
    private static final class PolynomialEvaluator extends CurveEvaluator {
        private final int size;

        PolynomialEvaluator(int size, int maxSamples) {
            super(maxSamples);
            this.size = size;
        }

        @Override
        void predict(double[] parameters, double[] prediction) {
            if (size == 2) {
                for (int s = 0; s < count; s++) {
                    prediction[s] = parameters[0] * input[s] + parameters[1];
                }
            } else {
                for (int s = 0; s < count; s++) {
                    prediction[s] = (parameters[0] * input[s] + parameters[1]) * input[s] + parameters[2];
                }
            }
        }

        @Override
        void gradient(double[] parameters, double[] outputGradient, double[] gradient) {
            double square = 0;
            double linear = 0;
            double constant = 0;
            for (int s = 0; s < count; s++) {
                double product = outputGradient[s] * input[s];
                square += product * input[s];
                linear += product;
                constant += outputGradient[s];
            }
            gradient[size - 1] = constant;
            gradient[size - 2] = linear;
            if (size == 3) {
                gradient[0] = square;
            }
        }
    }

    private static final class SinusoidEvaluator extends CurveEvaluator {
        private final double[] phase;
        private final double[] sine;
        private final double[] cosine;

        SinusoidEvaluator(int maxSamples) {
            super(maxSamples);
            this.phase = new double[maxSamples];
            this.sine = new double[maxSamples];
            this.cosine = new double[maxSamples];
        }

        @Override
        void predict(double[] parameters, double[] prediction) {
            for (int s = 0; s < count; s++) {
                phase[s] = parameters[1] * input[s] + parameters[2];
            }
            Sine.sin(phase, count, sine);
            for (int s = 0; s < count; s++) {
                prediction[s] = parameters[0] * sine[s] + parameters[3];
            }
        }

        @Override
        void gradient(double[] parameters, double[] outputGradient, double[] gradient) {
            Sine.cos(phase, count, cosine);
            double amplitude = 0;
            double frequency = 0;
            double shift = 0;
            double offset = 0;
            for (int s = 0; s < count; s++) {
                double slope = outputGradient[s] * (parameters[0] * cosine[s]);
                amplitude += outputGradient[s] * sine[s];
                frequency += slope * input[s];
                shift += slope;
                offset += outputGradient[s];
            }
            gradient[0] = amplitude;
            gradient[1] = frequency;
            gradient[2] = shift;
            gradient[3] = offset;
        }
    }
}
