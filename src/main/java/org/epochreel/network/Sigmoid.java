package org.epochreel.network;

import static org.epochreel.network.Exponential.BIAS;
import static org.epochreel.network.Exponential.LN2_HIGH;
import static org.epochreel.network.Exponential.LN2_LOW;
import static org.epochreel.network.Exponential.LOG2_E;
import static org.epochreel.network.Exponential.ROUNDER;

/**
 * The logistic function {@code 1 / (1 + exp(-x))} within 1.7 units in the last place for every double, subnormal results
 * included. With the names of {@link Exponential} it is {@code s n / (m + s n)}, where s = 2^k, n = 2 + w + r and
 * m = 2 + w - r.
 */
final class Sigmoid {
    // Beyond these the result is 0 or 1.
    private static final double LOWEST = -746;
    private static final double HIGHEST = 40;

    // Keeps 2^k a normal number down to the lowest x.
    private static final double LIFT = 60;
    private static final double UNLIFT = 0x1p-60;
    private static final double EXPONENT = ROUNDER + BIAS + LIFT;

    private static final int CHUNK = 1024;

    private Sigmoid() {}

    static void apply(double[] x, int count, double[] y) {
        for (int from = 0; from < count; from += CHUNK) {
            int to = Math.min(count, from + CHUNK);
            exponents(x, from, to, y);
            Exponential.powersOfTwo(y, from, to);
            divide(x, from, to, y);
        }
    }

    private static void exponents(double[] x, int from, int to, double[] y) {
        for (int i = from; i < to; i++) {
            y[i] = Math.max(LOWEST, Math.min(HIGHEST, x[i])) * LOG2_E + EXPONENT;
        }
    }

    private static void divide(double[] x, int from, int to, double[] y) {
        for (int i = from; i < to; i++) {
            double bounded = Math.max(LOWEST, Math.min(HIGHEST, x[i]));
            double k = (bounded * LOG2_E + EXPONENT) - EXPONENT;
            double r = (bounded - k * LN2_HIGH) - k * LN2_LOW;
            double w = Exponential.w(r * r);
            double plus = w + r;
            double minus = w - r;
            double n = 2 + plus;
            double lost = plus - (n - 2);
            // What n lost in rounding is taken from the divisor instead: m / n is near (1 - r/2)².
            double ratio = 1 - 0.5 * r;
            double s = y[i] * UNLIFT;
            double twoS = s + s;
            double high = 2 + twoS;
            double low = twoS - (high - 2);
            double divisor = high + (((minus - lost * (ratio * ratio)) + s * (plus - lost)) + low);
            y[i] = (y[i] * n) * UNLIFT / divisor;
        }
    }
}
