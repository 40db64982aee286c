package org.epochreel.network;

import static org.epochreel.network.Exponential.BIAS;
import static org.epochreel.network.Exponential.LN2_HIGH;
import static org.epochreel.network.Exponential.LN2_LOW;
import static org.epochreel.network.Exponential.LOG2_E;
import static org.epochreel.network.Exponential.ROUNDER;

/**
 * The logistic function {@code 1 / (1 + exp(-x))} within 2 units in the last place for every double, subnormal results
 * included. Where it saturates, the divisor is rounded as that formula's own is, to multiples of 2^-52: unstable training
 * may depend on the steps by which a neuron dies.
 */
final class Sigmoid implements ActivationFunction {
    // Beyond these the result is 0 or 1.
    private static final double LOWEST = -746;
    private static final double HIGHEST = 40;

    // Dividend and divisor are scaled by 2^-60, which keeps the divisor finite down to the lowest x.
    private static final double ONE = 0x1p-60;
    private static final double EXPONENT = ROUNDER + BIAS - 60;

    private final double[] remainder;

    Sigmoid(int maxCount) {
        this.remainder = new double[maxCount];
    }

    @Override
    public void apply(double[] sums, int count, double[] outputs) {
        exponents(sums, outputs, count);
        Exponential.powersOfTwo(outputs, count);
        remainders(sums, remainder, count);
        divide(remainder, outputs, count);
    }

    @Override
    public void chain(double[] sums, double[] outputs, int count, double[] gradient) {
        for (int i = 0; i < count; i++) {
            gradient[i] = gradient[i] * (outputs[i] * (1 - outputs[i]));
        }
    }

    private static void exponents(double[] x, double[] power, int count) {
        for (int i = 0; i < count; i++) {
            power[i] = Math.max(LOWEST, Math.min(HIGHEST, x[i])) * -LOG2_E + EXPONENT;
        }
    }

    /** exp(r) - 1 for {@code -x = k ln 2 + r}. */
    private static void remainders(double[] x, double[] remainder, int count) {
        for (int i = 0; i < count; i++) {
            double bounded = Math.max(LOWEST, Math.min(HIGHEST, x[i]));
            double k = (bounded * -LOG2_E + EXPONENT) - EXPONENT;
            double r = (-bounded - k * LN2_HIGH) - k * LN2_LOW;
            remainder[i] = expm1(r);
        }
    }

    private static void divide(double[] remainder, double[] power, int count) {
        for (int i = 0; i < count; i++) {
            double s = power[i];
            double sum = ONE + s;
            double excess = (sum - ONE) - s;
            power[i] = ONE / (sum - (excess - s * remainder[i]));
        }
    }

    /** exp(r) - 1 for |r| up to ln 2 / 2, by Chebyshev interpolation of {@code (exp(r) - 1 - r) / r²} in 50 digits. */
    private static double expm1(double r) {
        double q = 0x1.0000000000000p-1
                + r * (0x1.5555555555557p-3
                + r * (0x1.5555555555556p-5
                + r * (0x1.11111111100dcp-7
                + r * (0x1.6c16c16c162d4p-10
                + r * (0x1.a01a01abe7fe1p-13
                + r * (0x1.a01a01a6d889cp-16
                + r * (0x1.71de0231960ebp-19
                + r * (0x1.27e4db646b17ep-22
                + r * (0x1.af4de97ca4194p-26
                + r * 0x1.1f730349868cep-29)))))))));
        return r + (r * r) * q;
    }
}
