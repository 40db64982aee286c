package org.epochreel.network.kernel;

import static org.epochreel.network.kernel.Exponential.BIAS;
import static org.epochreel.network.kernel.Exponential.LN2_HIGH;
import static org.epochreel.network.kernel.Exponential.LN2_LOW;
import static org.epochreel.network.kernel.Exponential.LOG2_E;
import static org.epochreel.network.kernel.Exponential.ROUNDER;

/**
 * The logistic function {@code 1 / (1 + exp(-x))} within 2 units in the last place for every double, subnormal results
 * included. Where it saturates, the divisor is rounded as that formula's own is, to multiples of 2^-52: unstable
 * training may depend on the steps by which a neuron dies.
 */
public final class Sigmoid implements ActivationFunction {
    // Beyond these the result is 0 or 1.
    private static final double LOWEST = -746;
    private static final double HIGHEST = 40;

    // Dividend and divisor are scaled by 2^-60, which keeps the divisor finite down to the lowest x.
    private static final double ONE = 0x1p-60;
    private static final double EXPONENT = ROUNDER + BIAS - 60;

    private final double[] rest;

    public Sigmoid(int maxCount) {
        this.rest = new double[maxCount];
    }

    @Override
    public void apply(double[] sums, int count, double[] outputs) {
        split(sums, rest, outputs, count);
        Exponential.powersOfTwo(outputs, count);
        expand(rest, count);
        divide(rest, outputs, count);
    }

    @Override
    public void chain(double[] sums, double[] outputs, int count, double[] gradient) {
        for (int i = 0; i < count; i++) {
            gradient[i] = gradient[i] * (outputs[i] * (1 - outputs[i]));
        }
    }

    /** {@code -x = k ln 2 + r}: k in the form that becomes a power of two, and r. */
    private static void split(double[] x, double[] rest, double[] power, int count) {
        for (int i = 0; i < count; i++) {
            double bounded = Math.max(LOWEST, Math.min(HIGHEST, x[i]));
            double exponent = bounded * -LOG2_E + EXPONENT;
            double k = exponent - EXPONENT;
            rest[i] = (-bounded - k * LN2_HIGH) - k * LN2_LOW;
            power[i] = exponent;
        }
    }

    private static void expand(double[] rest, int count) {
        for (int i = 0; i < count; i++) {
            rest[i] = Exponential.expm1(rest[i]);
        }
    }

    private static void divide(double[] rest, double[] power, int count) {
        for (int i = 0; i < count; i++) {
            double s = power[i];
            double sum = ONE + s;
            double excess = (sum - ONE) - s;
            power[i] = ONE / (sum - (excess - s * rest[i]));
        }
    }
}
