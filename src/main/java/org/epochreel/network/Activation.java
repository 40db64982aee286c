package org.epochreel.network;

/** What a neuron does to its weighted sum. */
public enum Activation {
    /** {@code 1 / (1 + exp(-z))} */
    SIGMOID {
        @Override
        public void apply(double[] sums, int count, double[] outputs) {
            Sigmoid.apply(sums, count, outputs);
        }

        @Override
        void chain(double[] sums, double[] outputs, int count, double[] gradient) {
            for (int i = 0; i < count; i++) {
                gradient[i] = gradient[i] * (outputs[i] * (1 - outputs[i]));
            }
        }
    },
    TANH {
        @Override
        public void apply(double[] sums, int count, double[] outputs) {
            HyperbolicTangent.apply(sums, count, outputs);
        }

        @Override
        void chain(double[] sums, double[] outputs, int count, double[] gradient) {
            for (int i = 0; i < count; i++) {
                gradient[i] = gradient[i] * (1 - outputs[i] * outputs[i]);
            }
        }
    },
    /** {@code max(0, z)}; its derivative at 0 is taken as 0 */
    RELU {
        @Override
        public void apply(double[] sums, int count, double[] outputs) {
            for (int i = 0; i < count; i++) {
                outputs[i] = Math.max(0.0, sums[i]);
            }
        }

        @Override
        void chain(double[] sums, double[] outputs, int count, double[] gradient) {
            for (int i = 0; i < count; i++) {
                // 1 for every positive double, the smallest included; a comparison would not be vectorised.
                gradient[i] = gradient[i] * Math.min(1.0, outputs[i] * 0x1p600 * 0x1p600);
            }
        }
    },
    SIN {
        @Override
        public void apply(double[] sums, int count, double[] outputs) {
            Sine.sin(sums, count, outputs);
        }

        @Override
        void chain(double[] sums, double[] outputs, int count, double[] gradient) {
            Sine.cos(sums, count, outputs);
            for (int i = 0; i < count; i++) {
                gradient[i] = gradient[i] * outputs[i];
            }
        }
    },
    IDENTITY {
        @Override
        public void apply(double[] sums, int count, double[] outputs) {
            System.arraycopy(sums, 0, outputs, 0, count);
        }

        @Override
        void chain(double[] sums, double[] outputs, int count, double[] gradient) {}
    };

    /** Sets {@code outputs[i]} to the activation of {@code sums[i]} for i below {@code count}; two different arrays. */
    public abstract void apply(double[] sums, int count, double[] outputs);

    /**
     * Multiplies {@code gradient[i]} by the activation's derivative at {@code sums[i]}, where {@code outputs} is what
     * {@link #apply} made of the sums. Leaves the outputs undefined.
     */
    abstract void chain(double[] sums, double[] outputs, int count, double[] gradient);
}
