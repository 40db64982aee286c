package org.epochreel.network.kernel;

import static org.epochreel.network.kernel.Exponential.BIAS;
import static org.epochreel.network.kernel.Exponential.LN2_HIGH;
import static org.epochreel.network.kernel.Exponential.LN2_LOW;
import static org.epochreel.network.kernel.Exponential.LOG2_E;
import static org.epochreel.network.kernel.Exponential.ROUNDER;

import java.util.Arrays;

/**
 * Softmax over rows of sums by output and sample: {@code p_i = exp(z_i - m) / (1 + x)} with m the greatest sum of the
 * sample and 1 + x the total of the exponentials, one of which is 1. x is kept apart, so that nothing of it is lost
 * where one class is nearly certain. Finite sums of any size give finite results. For one thread at a time.
 */
public final class Softmax {
    // Below it exp is 0.
    private static final double LOWEST = -746;

    // Powers of two are scaled by 2^60, which keeps them normal down to the lowest z.
    private static final double EXPONENT = ROUNDER + BIAS + 60;
    private static final double UNSCALE = 0x1p-60;

    private final double[] greatest;
    private final double[] total;
    private final double[] lost;
    private final double[] rest;

    /** Prepares for up to {@code maxSamples} samples. */
    public Softmax(int maxSamples) {
        this.greatest = new double[maxSamples];
        this.total = new double[maxSamples];
        this.lost = new double[maxSamples];
        this.rest = new double[maxSamples];
    }

    /** Sets {@code probabilities} to the softmax of {@code sums}, for the first {@code count} samples. */
    public void apply(double[][] sums, int count, double[][] probabilities) {
        findGreatest(sums, count);
        Arrays.fill(total, 0, count, 0);
        Arrays.fill(lost, 0, count, 0);
        for (int i = 0; i < sums.length; i++) {
            double[] exponential = probabilities[i];
            split(sums[i], count, exponential);
            Exponential.powersOfTwo(exponential, count);
            expand(exponential, count);
            add(exponential, count);
        }
        for (double[] probability : probabilities) {
            for (int s = 0; s < count; s++) {
                probability[s] = probability[s] / total[s];
            }
        }
    }

    /** Turns a derivative by the probabilities into the one by the sums: {@code p_i (g_i - sum_j p_j g_j)}. */
    public void chain(double[][] probabilities, int count, double[][] gradient) {
        Arrays.fill(rest, 0, count, 0);
        for (int i = 0; i < gradient.length; i++) {
            RowProducts.addProducts(probabilities[i], gradient[i], rest, count);
        }
        for (int i = 0; i < gradient.length; i++) {
            double[] row = gradient[i];
            double[] probability = probabilities[i];
            for (int s = 0; s < count; s++) {
                row[s] = probability[s] * (row[s] - rest[s]);
            }
        }
    }

    /** The greatest sum of each sample of the latest {@link #apply}. */
    public double[] greatest() {
        return greatest;
    }

    /**
     * {@code log(sum_j exp(z_j)) - greatest} of a sample of the latest {@link #apply}, with small relative error.
     */
    public double logExcess(int sample) {
        return StrictMath.log1p((total[sample] - 1) + lost[sample]);
    }

    private void findGreatest(double[][] sums, int count) {
        System.arraycopy(sums[0], 0, greatest, 0, count);
        for (int i = 1; i < sums.length; i++) {
            double[] row = sums[i];
            for (int s = 0; s < count; s++) {
                greatest[s] = Math.max(greatest[s], row[s]);
            }
        }
    }

    /** {@code z - m = k ln 2 + r}: k in the form that becomes a power of two, and r. */
    private void split(double[] z, int count, double[] power) {
        for (int s = 0; s < count; s++) {
            double bounded = Math.max(LOWEST, z[s] - greatest[s]);
            double exponent = bounded * LOG2_E + EXPONENT;
            double k = exponent - EXPONENT;
            rest[s] = (bounded - k * LN2_HIGH) - k * LN2_LOW;
            power[s] = exponent;
        }
    }

    private void expand(double[] power, int count) {
        for (int s = 0; s < count; s++) {
            double scaled = power[s];
            power[s] = (scaled + scaled * Exponential.expm1(rest[s])) * UNSCALE;
        }
    }

    /** D. E. Knuth's two-sum: what the total loses in rounding is added up apart. */
    private void add(double[] exponential, int count) {
        for (int s = 0; s < count; s++) {
            double before = total[s];
            double sum = before + exponential[s];
            double part = sum - before;
            lost[s] = lost[s] + ((before - (sum - part)) - (part - exponential[s]));
            total[s] = sum;
        }
    }
}
