package org.epochreel.network;

import static org.epochreel.network.Exponential.BIAS;
import static org.epochreel.network.Exponential.LN2_HIGH;
import static org.epochreel.network.Exponential.LN2_LOW;
import static org.epochreel.network.Exponential.LOG2_E;
import static org.epochreel.network.Exponential.ROUNDER;

/**
 * The hyperbolic tangent within 2 units in the last place for every double. With y = 2x and the names of
 * {@link Exponential} it is {@code ((s - 1)(2 + w) + (s + 1) r) / ((s + 1)(2 + w) + (s - 1) r)}, where s = 2^k; for k = 0
 * that is r / (2 + w), so that small x keep all their digits.
 */
final class HyperbolicTangent {
    // Beyond it the result is 1.
    private static final double HIGHEST = 22;
    private static final double EXPONENT = ROUNDER + BIAS;
    private static final int CHUNK = 1024;

    private HyperbolicTangent() {}

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
            y[i] = Math.max(-HIGHEST, Math.min(HIGHEST, x[i])) * (2 * LOG2_E) + EXPONENT;
        }
    }

    private static void divide(double[] x, int from, int to, double[] y) {
        for (int i = from; i < to; i++) {
            double bounded = Math.max(-HIGHEST, Math.min(HIGHEST, x[i]));
            double k = (bounded * (2 * LOG2_E) + EXPONENT) - EXPONENT;
            double high = 2 * bounded - k * LN2_HIGH;
            double low = k * LN2_LOW;
            double r = high - low;
            double w = Exponential.w(r * r);
            double s = y[i];
            double less = s - 1;
            double more = s + 1;
            // The dividend may cancel, so its largest terms are added with their rounding errors carried along.
            double product = s * high;
            double sum = product + high;
            double part = sum - product;
            double sumError = (product - (sum - part)) + (high - part);
            double twoLess = 2 * less;
            double top = twoLess + sum;
            double topError = sum - (top - twoLess);
            double rest = ((less * w - more * low) + sumError) + topError;
            double dividend = top + rest;
            double lost = rest - (dividend - top);
            double divisor = 2 * more + ((more * w + less * r) - lost);
            y[i] = dividend / divisor;
        }
    }
}
