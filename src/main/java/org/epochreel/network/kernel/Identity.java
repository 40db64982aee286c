package org.epochreel.network.kernel;

/** The activation that changes nothing. */
public final class Identity implements ActivationFunction {

    @Override
    public void apply(double[] sums, int count, double[] outputs) {
        System.arraycopy(sums, 0, outputs, 0, count);
    }

    @Override
    public void chain(double[] sums, double[] outputs, int count, double[] gradient) {}
}
