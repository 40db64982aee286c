package org.epochreel.network.kernel;

/** The activation {@code max(0, z)}. */
public final class Rectifier implements ActivationFunction {

    @Override
    public void apply(double[] sums, int count, double[] outputs) {
        for (int i = 0; i < count; i++) {
            outputs[i] = Math.max(0.0, sums[i]);
        }
    }

    @Override
    public void chain(double[] sums, double[] outputs, int count, double[] gradient) {
        for (int i = 0; i < count; i++) {
            // 1 for every positive double, the smallest included; a comparison would not be vectorised.
            gradient[i] = gradient[i] * Math.min(1.0, outputs[i] * 0x1p600 * 0x1p600);
        }
    }
}
