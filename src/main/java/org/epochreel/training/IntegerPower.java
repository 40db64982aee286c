package org.epochreel.training;

/** Powers by squaring: the same bits everywhere, and no working memory, which the library's own power may allocate. */
final class IntegerPower {

    private IntegerPower() {}

    /** {@code base} to the power of {@code exponent}, which is at least 0. */
    static double power(double base, long exponent) {
        double power = 1;
        double square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }
}
