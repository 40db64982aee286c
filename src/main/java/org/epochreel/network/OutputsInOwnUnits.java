package org.epochreel.network;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * A model trained on scaled outputs whose outputs are in their own units again: each times one number and plus another.
 * For pictures: gradients are those of the model within, by its scaled outputs.
 */
public final class OutputsInOwnUnits extends ModelAround {

    private final ImmutableDoubleArray multiplyBy;
    private final ImmutableDoubleArray add;

    /**
     * @param multiplyBy a number for each output
     * @param add likewise
     */
    public OutputsInOwnUnits(Model model, ImmutableDoubleArray multiplyBy, ImmutableDoubleArray add) {
        super(model);
        this.multiplyBy = multiplyBy;
        this.add = add;
    }

    @Override
    public Evaluator evaluator(int maxSamples) {
        return new Unscaling(model().evaluator(maxSamples), new double[outputs()][maxSamples]);
    }

    private final class Unscaling implements Evaluator {

        private final Evaluator within;
        private final double[][] outputs;
        private int count;

        Unscaling(Evaluator within, double[][] outputs) {
            this.within = within;
            this.outputs = outputs;
        }

        @Override
        public void forward(double[] parameters, double[][] prepared, int from, int count) {
            this.count = count;
            within.forward(parameters, prepared, from, count);
        }

        @Override
        public double[][] outputs() {
            double[][] scaled = within.outputs();
            for (int i = 0; i < outputs.length; i++) {
                for (int s = 0; s < count; s++) {
                    outputs[i][s] = scaled[i][s] * multiplyBy.get(i) + add.get(i);
                }
            }
            return outputs;
        }

        @Override
        public double[][] sums() {
            return within.sums();
        }

        @Override
        public void gradient(double[] parameters, double[][] outputGradient, double[] gradient) {
            within.gradient(parameters, outputGradient, gradient);
        }

        @Override
        public void gradientBySums(double[] parameters, double[][] sumGradient, double[] gradient) {
            within.gradientBySums(parameters, sumGradient, gradient);
        }

        @Override
        public double[][] activations(int layer) {
            return within.activations(layer);
        }

        /** A part of the curve without what is added to the whole of it. */
        @Override
        public void contribution(double[] parameters, int neuron, double[] curve) {
            within.contribution(parameters, neuron, curve);
            for (int s = 0; s < count; s++) {
                curve[s] *= multiplyBy.get(0);
            }
        }
    }
}
