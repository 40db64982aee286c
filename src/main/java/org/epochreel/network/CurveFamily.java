package org.epochreel.network;

import com.google.common.collect.ImmutableList;

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
    public int neurons() {
        return 0;
    }

    @Override
    public Evaluator evaluator(int maxSamples) {
        return this == SINUSOIDAL
                ? new SinusoidEvaluator(maxSamples) : new PolynomialEvaluator(parameterCount(), maxSamples);
    }

    private static IndexOutOfBoundsException noNeuron(int neuron) {
        return new IndexOutOfBoundsException("a curve family has no neuron " + neuron);
    }

    /** A line or a parabola by Horner's rule. */
    private static final class PolynomialEvaluator implements Evaluator {
        private final int size;
        private final double[] input;
        private int count;

        PolynomialEvaluator(int size, int maxSamples) {
            this.size = size;
            this.input = new double[maxSamples];
        }

        @Override
        public void predict(double[] parameters, double[] x, int from, int count, double[] prediction) {
            this.count = count;
            System.arraycopy(x, from, input, 0, count);
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
        public void gradient(double[] parameters, double[] outputGradient, double[] gradient) {
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

        @Override
        public void contribution(double[] parameters, int neuron, double[] curve) {
            throw noNeuron(neuron);
        }
    }

    private static final class SinusoidEvaluator implements Evaluator {
        private final double[] input;
        private final double[] phase;
        private final double[] sine;
        private final double[] cosine;
        private int count;

        SinusoidEvaluator(int maxSamples) {
            this.input = new double[maxSamples];
            this.phase = new double[maxSamples];
            this.sine = new double[maxSamples];
            this.cosine = new double[maxSamples];
        }

        @Override
        public void predict(double[] parameters, double[] x, int from, int count, double[] prediction) {
            this.count = count;
            System.arraycopy(x, from, input, 0, count);
            for (int s = 0; s < count; s++) {
                phase[s] = parameters[1] * input[s] + parameters[2];
            }
            Sine.sin(phase, count, sine);
            for (int s = 0; s < count; s++) {
                prediction[s] = parameters[0] * sine[s] + parameters[3];
            }
        }

        @Override
        public void gradient(double[] parameters, double[] outputGradient, double[] gradient) {
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

        @Override
        public void contribution(double[] parameters, int neuron, double[] curve) {
            throw noNeuron(neuron);
        }
    }
}
