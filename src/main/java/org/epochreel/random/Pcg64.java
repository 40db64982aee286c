package org.epochreel.random;

/**
 * The permuted congruential generator PCG XSL RR 128/64 that NumPy calls {@code PCG64}: a 128-bit linear congruence
 * whose halves are folded and rotated into the 64 bits of a draw, after Melissa O'Neill, "PCG: A Family of Simple Fast
 * Space-Efficient Statistically Good Algorithms for Random Number Generation" (2014). A 128-bit number is a pair of
 * longs.
 */
final class Pcg64 {
    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;

    private final long incrementHigh;
    private final long incrementLow;
    private long high;
    private long low;
    private int spare;
    private boolean hasSpare;

    Pcg64(SeedSequence seeds) {
        long[] words = seeds.words(4);
        incrementHigh = words[2] << 1 | words[3] >>> 63;
        incrementLow = words[3] << 1 | 1;
        step();
        add(words[0], words[1]);
        step();
    }

    /** The next 64 random bits. */
    long nextLong() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** The next 32 random bits: the low half of a fresh word, and at the following call its high half. */
    int nextInt() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        long word = nextLong();
        spare = (int) (word >>> 32);
        hasSpare = true;
        return (int) word;
    }

    private void step() {
        long nextHigh = unsignedMultiplyHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
        low *= MULTIPLIER_LOW;
        high = nextHigh;
        add(incrementHigh, incrementLow);
    }

    private void add(long addendHigh, long addendLow) {
        low += addendLow;
        int carry = Long.compareUnsigned(low, addendLow) < 0 ? 1 : 0;
        high += addendHigh + carry;
    }

    private static long unsignedMultiplyHigh(long a, long b) {
        // Math.multiplyHigh is signed: a factor with its top bit set counts as 2^64 less.
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
