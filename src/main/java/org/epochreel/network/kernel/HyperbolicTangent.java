package org.epochreel.network.kernel;

import static org.epochreel.network.kernel.Exponential.BIAS;
import static org.epochreel.network.kernel.Exponential.LN2_HIGH;
import static org.epochreel.network.kernel.Exponential.LN2_LOW;
import static org.epochreel.network.kernel.Exponential.LOG2_E;
import static org.epochreel.network.kernel.Exponential.ROUNDER;

/**
 * The hyperbolic tangent within 2 units in the last place for every double. With {@code 2x = k ln 2 + r}, s = 2^k and
 * {@code exp(r) = (2 + w + r) / (2 + w - r)}, where {@code 2 + w = r coth(r / 2)} is even in r, it is
 *
 * <pre>((s - 1)(2 + w) + (s + 1) r) / ((s + 1)(2 + w) + (s - 1) r)</pre>
 *
 * which for k = 0 is r / (2 + w), so that small x keep all their digits. Elsewhere the dividend's largest terms may
 * cancel; they are added first, and the rounding errors of that are added after them.
 */
public final class HyperbolicTangent implements ActivationFunction {
    // Beyond it the result is 1.
    private static final double HIGHEST = 22;
    private static final double EXPONENT = ROUNDER + BIAS;

    private final double[] high;
    private final double[] low;
    private final double[] w;
    private final double[] rest;
    private final double[] dividend;

    public HyperbolicTangent(int maxCount) {
        this.high = new double[maxCount];
        this.low = new double[maxCount];
        this.w = new double[maxCount];
        this.rest = new double[maxCount];
        this.dividend = new double[maxCount];
    }

    @Override
    public void apply(double[] sums, int count, double[] outputs) {
        split(sums, high, low, outputs, count);
        Exponential.powersOfTwo(outputs, count);
        expand(high, low, w, count);
        addErrors(outputs, high, rest, count);
        addSmallTerms(outputs, low, w, rest, count);
        addLargeTerms(outputs, high, rest, dividend, count);
        divide(outputs, high, low, w, rest, dividend, count);
    }

    @Override
    public void chain(double[] sums, double[] outputs, int count, double[] gradient) {
        for (int i = 0; i < count; i++) {
            gradient[i] = gradient[i] * (1 - outputs[i] * outputs[i]);
        }
    }

    /** {@code 2x = k ln 2 + (high - low)}: k in the form that becomes a power of two, and both parts of r. */
    private static void split(double[] x, double[] high, double[] low, double[] power, int count) {
        for (int i = 0; i < count; i++) {
            double bounded = Math.max(-HIGHEST, Math.min(HIGHEST, x[i]));
            double exponent = bounded * (2 * LOG2_E) + EXPONENT;
            double k = exponent - EXPONENT;
            high[i] = 2 * bounded - k * LN2_HIGH;
            low[i] = k * LN2_LOW;
            power[i] = exponent;
        }
    }

    private static void expand(double[] high, double[] low, double[] w, int count) {
        for (int i = 0; i < count; i++) {
            double r = high[i] - low[i];
            w[i] = w(r * r);
        }
    }

    /** What {@code 2 (s - 1) + (s + 1) high} loses, negated: D. E. Knuth's two-sum, then T. J. Dekker's. */
    private static void addErrors(double[] power, double[] high, double[] rest, int count) {
        for (int i = 0; i < count; i++) {
            double s = power[i];
            double product = s * high[i];
            double sum = product + high[i];
            double part = sum - product;
            double sumExcess = (part - high[i]) - (product - (sum - part));
            double negative = 2 * (1 - s);
            double top = sum - negative;
            double topLoss = sum - (top + negative);
            rest[i] = sumExcess - topLoss;
        }
    }

    private static void addSmallTerms(double[] power, double[] low, double[] w, double[] rest, int count) {
        for (int i = 0; i < count; i++) {
            double s = power[i];
            rest[i] = ((s - 1) * w[i] - (s + 1) * low[i]) - rest[i];
        }
    }

    /**
     * The dividend; what it loses in rounding stays in {@code rest}, to be made up for by the divisor: dividend and
     * divisor are nearly equal, or opposite, where it matters.
     */
    private static void addLargeTerms(double[] power, double[] high, double[] rest, double[] dividend, int count) {
        for (int i = 0; i < count; i++) {
            double s = power[i];
            double top = (s * high[i] + high[i]) - 2 * (1 - s);
            double sum = top + rest[i];
            double sign = Math.max(-1, Math.min(1, 2 * (s - 1)));
            rest[i] = (rest[i] - (sum - top)) * sign;
            dividend[i] = sum;
        }
    }

    private static void divide(
            double[] power, double[] high, double[] low, double[] w, double[] rest, double[] dividend, int count) {
        for (int i = 0; i < count; i++) {
            double s = power[i];
            double more = s + 1;
            double r = high[i] - low[i];
            double divisor = 2 * more + ((more * w[i] - (1 - s) * r) - rest[i]);
            power[i] = dividend[i] / divisor;
        }
    }

    /** w at {@code square} = r²; the coefficients minimise the greatest error (Remez' exchange in 60 digits, 2^-60). */
    private static double w(double square) {
        return square * (0x1.555555555553ep-3
                + square * (-0x1.6c16c16bebd3dp-9
                + square * (0x1.1566aaf25617dp-14
                + square * (-0x1.bbd41c537686ep-20
                + square * 0x1.637694b7a7b63p-25))));
    }
}
