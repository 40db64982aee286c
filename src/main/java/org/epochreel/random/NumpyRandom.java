package org.epochreel.random;

import java.math.BigInteger;

/**
 * The stream of {@code numpy.random.default_rng(seed)}: each method draws what NumPy's method of that name draws, and
 * leaves the stream where NumPy leaves it. For one thread at a time.
 */
public final class NumpyRandom {
    private final Pcg64 bits;

    private NumpyRandom(Pcg64 bits) {
        this.bits = bits;
    }

    /**
     * @param seed of any size
     * @throws IllegalArgumentException if the seed is negative
     */
    public static NumpyRandom seeded(BigInteger seed) {
        return new NumpyRandom(new Pcg64(new SeedSequence(seed)));
    }

    /** A double in [0, 1), a multiple of 2^-53. */
    public double random() {
        return Ziggurat.unit(bits);
    }

    /** A double in [from, to). */
    public double uniform(double from, double to) {
        return from + (to - from) * random();
    }

    /** A double from the normal distribution. */
    public double normal(double mean, double sd) {
        return mean + sd * Ziggurat.draw(bits);
    }

    /** The numbers 0 to {@code count - 1} in random order. */
    public int[] permutation(int count) {
        int[] order = new int[count];
        permute(order);
        return order;
    }

    /** Fills {@code order} with the {@link #permutation} of its length. */
    public void permute(int[] order) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int i = order.length - 1; i > 0; i--) {
            int j = upTo(i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private int upTo(int greatest) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(greatest);
        int draw;
        do {
            draw = bits.nextInt() & mask;
        } while (draw > greatest);
        return draw;
    }
}
