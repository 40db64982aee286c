package org.epochreel.network;

/**
 * The parts of exp that sigmoid and tanh share. With {@code k = round(y / ln 2)} and {@code r = y - k ln 2},
 *
 * <pre>exp(y) = 2^k (2 + w + r) / (2 + w - r),   2 + w = r coth(r / 2)</pre>
 *
 * where w is an even function of r, so that a short polynomial in r² and one division give a whole sigmoid or tanh. The
 * coefficients minimise the greatest error over |r| up to ln 2 / 2 (Remez' exchange in 60 digits), which is 2^-60 of 2 + w.
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

    /** w at {@code square} = r². */
    static double w(double square) {
        return square * (0x1.555555555553ep-3
                + square * (-0x1.6c16c16bebd3dp-9
                + square * (0x1.1566aaf25617dp-14
                + square * (-0x1.bbd41c537686ep-20
                + square * 0x1.637694b7a7b63p-25))));
    }

    /** Replaces every sum {@code k + BIAS + ROUNDER} by 2^k, for k from -1022 to 1023. */
    static void powersOfTwo(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(values[i]) << 52);
        }
    }
}
