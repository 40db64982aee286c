package org.epochreel.network.kernel;

/**
 * What exponentials by {@code exp(y) = 2^k exp(r)} share, where {@code k = round(y / ln 2)} and {@code r = y - k ln 2}.
 * The power of two comes out of the bits of a rounded sum, without a conversion to an integer, which would not be
 * vectorised.
 */
final class Exponential {
    static final double LOG2_E = 0x1.71547652b82fep+0;
    /** ln 2 in two parts; the first has 40 bits, so that its product with k is exact. */
    static final double LN2_HIGH = 0x1.62e42fefa2000p-1;

    static final double LN2_LOW = 0x1.9ef35793c7673p-41;

    /** Added to a double, rounds it to an integer that then stands in the low bits of the sum. */
    static final double ROUNDER = 0x1.8p52;

    /** Bias of a double's exponent field. */
    static final double BIAS = 1023;

    private Exponential() {}

    /** Replaces every sum {@code k + BIAS + ROUNDER} by 2^k, for k from -1022 to 1023. */
    static void powersOfTwo(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(values[i]) << 52);
        }
    }

    /** exp(r) - 1 for |r| up to ln 2 / 2, by Chebyshev interpolation of {@code (exp(r) - 1 - r) / r²} in 50 digits. */
    static double expm1(double r) {
        double square = r * r;
        double even = 0x1.0000000000000p-1
                + square * (0x1.5555555555556p-5
                + square * (0x1.6c16c16c162d4p-10
                + square * (0x1.a01a01a6d889cp-16
                + square * (0x1.27e4db646b17ep-22
                + square * 0x1.1f730349868cep-29))));
        double odd = 0x1.5555555555557p-3
                + square * (0x1.11111111100dcp-7
                + square * (0x1.a01a01abe7fe1p-13
                + square * (0x1.71de0231960ebp-19
                + square * 0x1.af4de97ca4194p-26)));
        return r + square * (even + r * odd);
    }
}
