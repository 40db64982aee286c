package org.epochreel.network.kernel;

import static org.epochreel.network.kernel.Exponential.ROUNDER;

/**
 * Sine and cosine within 2 units in the last place for every double: {@code x = k π + r} with |r| up to π/2, then an
 * odd polynomial in r whose coefficients minimise the greatest error (Remez' exchange in 60 digits, 2^-62 of the
 * result). The cosine is the sine of x + π/2, k being a half-integer.
 */
public final class Sine implements ActivationFunction {
    private static final double INVERSE_PI = 0x1.45f306dc9c883p-2;
    // π in three parts; the first two have 33 bits, so that their products with k are exact.
    private static final double PI_HIGH = 0x1.921fb54400000p+1;
    private static final double PI_MIDDLE = 0x1.0b4611a600000p-33;
    private static final double PI_LOW = 0x1.3198a2e037073p-68;

    // Beyond it r would lose digits where x is nearest to a multiple of π.
    private static final double HIGHEST = 0x1p15;

    @Override
    public void apply(double[] sums, int count, double[] outputs) {
        sin(sums, count, outputs);
    }

    @Override
    public void chain(double[] sums, double[] outputs, int count, double[] gradient) {
        cos(sums, count, outputs);
        for (int i = 0; i < count; i++) {
            gradient[i] = gradient[i] * outputs[i];
        }
    }

    public static void sin(double[] x, int count, double[] y) {
        shifted(x, 0, count, y);
        for (int i = 0; i < count; i++) {
            if (!(Math.abs(x[i]) <= HIGHEST)) {
                y[i] = StrictMath.sin(x[i]);
            }
        }
    }

    public static void cos(double[] x, int count, double[] y) {
        shifted(x, 0.5, count, y);
        for (int i = 0; i < count; i++) {
            if (!(Math.abs(x[i]) <= HIGHEST)) {
                y[i] = StrictMath.cos(x[i]);
            }
        }
    }

    private static void shifted(double[] x, double shift, int count, double[] y) {
        for (int i = 0; i < count; i++) {
            double turns = (x[i] * INVERSE_PI + shift + ROUNDER) - ROUNDER;
            double k = turns - shift;
            double r = ((x[i] - k * PI_HIGH) - k * PI_MIDDLE) - k * PI_LOW;
            double half = 0.5 * turns;
            double odd = half - ((half + ROUNDER) - ROUNDER);
            double sign = 1 - 8 * (odd * odd);
            y[i] = sign * (r + r * w(r * r));
        }
    }

    /** {@code sin(r) / r - 1} at {@code square} = r². */
    private static double w(double square) {
        return square * (-0x1.5555555555555p-3
                + square * (0x1.11111111110cbp-7
                + square * (-0x1.a01a01a01517ap-13
                + square * (0x1.71de3a52c11bap-19
                + square * (-0x1.ae6454e484b93p-26
                + square * (0x1.6123d13eb7595p-33
                + square * (-0x1.ae44a4343d032p-41
                + square * 0x1.88515733edee5p-49)))))));
    }
}
