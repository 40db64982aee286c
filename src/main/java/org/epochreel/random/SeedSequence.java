package org.epochreel.random;

import java.math.BigInteger;

/**
 * Spreads a seed of any size over the first state of a generator, as NumPy's {@code SeedSequence} does: a pool of four
 * words in which every bit of the seed has touched every other, after Melissa O'Neill, "Developing a seed_seq
 * Alternative" (2015). All arithmetic is unsigned and modulo 2^32.
 */
final class SeedSequence {
    private static final int POOL_SIZE = 4;
    private static final int ABSORB_START = 0x43B0D7E5;
    private static final int ABSORB_STEP = 0x931E8875;
    private static final int EMIT_START = 0x8B51F9DD;
    private static final int EMIT_STEP = 0x58F38DED;
    private static final int MIX_LEFT = 0xCA01F9DD;
    private static final int MIX_RIGHT = 0x4973F715;

    private final int[] pool = new int[POOL_SIZE];
    private int multiplier = ABSORB_START;

    /** @throws IllegalArgumentException if the seed is negative */
    SeedSequence(BigInteger seed) {
        if (seed.signum() < 0) {
            throw new IllegalArgumentException("the seed " + seed + " is negative");
        }
        int words = Math.max(1, (seed.bitLength() + 31) / 32);
        for (int i = 0; i < POOL_SIZE; i++) {
            pool[i] = absorb(word(seed, i));
        }
        for (int source = 0; source < POOL_SIZE; source++) {
            for (int target = 0; target < POOL_SIZE; target++) {
                if (target != source) {
                    pool[target] = mix(pool[target], absorb(pool[source]));
                }
            }
        }
        for (int i = POOL_SIZE; i < words; i++) {
            for (int target = 0; target < POOL_SIZE; target++) {
                pool[target] = mix(pool[target], absorb(word(seed, i)));
            }
        }
    }

    /** The first {@code count} 64-bit words of the sequence; the same at every call. */
    long[] words(int count) {
        long[] words = new long[count];
        int emitter = EMIT_START;
        for (int i = 0; i < 2 * count; i++) {
            int value = pool[i % POOL_SIZE] ^ emitter;
            emitter *= EMIT_STEP;
            value *= emitter;
            value ^= value >>> 16;
            words[i / 2] |= (value & 0xFFFFFFFFL) << (32 * (i % 2));
        }
        return words;
    }

    private int absorb(int word) {
        int value = word ^ multiplier;
        multiplier *= ABSORB_STEP;
        value *= multiplier;
        return value ^ value >>> 16;
    }

    private static int mix(int left, int right) {
        int value = MIX_LEFT * left - MIX_RIGHT * right;
        return value ^ value >>> 16;
    }

    private static int word(BigInteger seed, int index) {
        return seed.shiftRight(32 * index).intValue();
    }
}
