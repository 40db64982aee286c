package org.epochreel.video.h264.residual;

import org.epochreel.video.h264.cabac.BinCosts;
import org.epochreel.video.h264.cabac.CabacEncoder;

/**
 * Chooses the levels of 4x4 luma blocks of intra macroblocks by squared error and by the bits that they would have in
 * the present states of the contexts. A coefficient may become either level next to it, or 0 where that is 1 at most;
 * the choice goes from the last coefficient to the first, the order in which the contexts of levels depend on each
 * other, and at each one keeps the cheaper of going on and of making it the last.
 */
public final class LevelChoice {

    /** Up to which part of a step, in 256ths, a coefficient is not tried with the level above. */
    private static final int NEAR = 102;

    /** Bits by which coefficients are counted finer than in steps. */
    private static final int PART_BITS = 7;

    private static final int MOST_DIFFERENCE = Rounding.MOST_DIFFERENCE;

    /**
     * For each difference from the quantiser that sets the price of a bit to the one that sets the step: cost of a
     * whole step's squared error. It counts twice, since blocks to come are predicted with it.
     */
    private static final long[] STEPS = steps();

    private final CabacEncoder cabac;
    /** In scan order: coefficients times forward factors, and the level chosen up to the last one. */
    private final int[] exact = new int[16];
    private final int[] chosen = new int[16];
    private int ones;
    private int larger;
    private int bits;

    /** @param cabac that will write the levels */
    public LevelChoice(CabacEncoder cabac) {
        this.cabac = cabac;
    }

    private static long[] steps() {
        long[] table = new long[2 * MOST_DIFFERENCE + 1];
        for (int i = 0; i < table.length; i++) {
            double bits = 2 * CoefficientCosts.BITS_OF_STEP * StrictMath.pow(2, (i - MOST_DIFFERENCE) / 3.0);
            table[i] = (long) Math.rint(BinCosts.BIT * bits);
        }
        return table;
    }

    /** Quarter bits of the levels chosen last, without their block's coded_block_flag. */
    int bits() {
        return bits + BinCosts.BIT / 8 >> 6;
    }

    /**
     * Chooses the levels of a block.
     *
     * @param coefficients of the transform, row by row
     * @param forward factors in scan order that turn coefficients into steps of {@code 2^shift}
     * @param difference from the quantiser that sets the price of a bit to the one that sets the step
     * @param levels receives 16 levels in scan order at {@code at}
     * @return how many levels are not 0
     */
    int choose(int[] coefficients, int[] forward, int shift, int difference, int[] levels, int at) {
        int last = search(load(coefficients, forward, NEAR << shift - 8), shift,
                STEPS[MOST_DIFFERENCE + Math.max(-MOST_DIFFERENCE, Math.min(MOST_DIFFERENCE, difference))]);
        int count = 0;
        for (int k = 0; k < 16; k++) {
            int level = k <= last ? chosen[k] : 0;
            if (level != 0) {
                count++;
            }
            levels[at + k] = coefficients[Quantiser.ZIGZAG[k]] < 0 ? -level : level;
        }
        return count;
    }

    /** Returns the last coefficient that is not near 0, or -1. */
    private int load(int[] coefficients, int[] forward, int near) {
        int[] zigzag = Quantiser.ZIGZAG;
        int last = -1;
        for (int k = 0; k < 16; k++) {
            int coefficient = coefficients[zigzag[k]];
            int value = (coefficient < 0 ? -coefficient : coefficient) * forward[k];
            exact[k] = value;
            if (value >= near) {
                last = k;
            }
        }
        return last;
    }

    /** Returns the last coefficient whose level is not 0, or -1. */
    private int search(int from, int shift, long step) {
        int near = NEAR << shift - 8;
        int last = -1;
        // Costs are those beyond a block of zeros.
        long total = 0;
        bits = 0;
        ones = 0;
        larger = 0;
        for (int k = from; k >= 0; k--) {
            int floor = exact[k] >> shift;
            int parts = exact[k] >> shift - PART_BITS;
            int highest = exact[k] - (floor << shift) >= near ? floor + 1 : floor;
            int sign = BinCosts.BIT;
            int significant = k == 15 ? sign : sign + cabac.cost(ResidualSyntax.LUMA_SIGNIFICANT + k, 1);
            long least = Long.MAX_VALUE;
            int leastBits = 0;
            int level = 0;
            boolean newLast = false;
            if (last >= 0 && floor <= 1) {
                leastBits = bits + cabac.cost(ResidualSyntax.LUMA_SIGNIFICANT + k, 0);
                least = total + leastBits - bits;
            }
            for (int magnitude = Math.max(1, floor); magnitude <= highest; magnitude++) {
                long saved = (long) (magnitude << PART_BITS) * ((magnitude << PART_BITS) - 2 * parts) * step
                        >> 2 * PART_BITS;
                if (last >= 0) {
                    int more = significant + cabac.cost(ResidualSyntax.LUMA_LAST + k, 0)
                            + magnitude(magnitude, ones, larger);
                    if (total + saved + more < least) {
                        least = total + saved + more;
                        leastBits = bits + more;
                        level = magnitude;
                        newLast = false;
                    }
                }
                int alone = significant + (k == 15 ? 0 : cabac.cost(ResidualSyntax.LUMA_LAST + k, 1))
                        + magnitude(magnitude, 0, 0);
                if (saved + alone < least) {
                    least = saved + alone;
                    leastBits = alone;
                    level = magnitude;
                    newLast = true;
                }
            }
            if (newLast) {
                last = k;
                ones = 0;
                larger = 0;
            }
            if (last >= 0) {
                total = least;
                bits = leastBits;
                put(k, level);
            }
        }
        if (total >= 0) {
            bits = 0;
            return -1;
        }
        return last;
    }

    private void put(int k, int level) {
        chosen[k] = level;
        if (level == 1) {
            ones++;
        } else if (level > 1) {
            larger++;
        }
    }

    /** Cost of coeff_abs_level_minus1 behind so many levels of 1 and larger ones (clause 9.3.3.1.3). */
    private int magnitude(int magnitude, int onesBefore, int largerBefore) {
        int first = ResidualSyntax.LUMA_ABSOLUTE + (largerBefore != 0 ? 0 : Math.min(4, 1 + onesBefore));
        if (magnitude == 1) {
            return cabac.cost(first, 0);
        }
        int rest = ResidualSyntax.LUMA_ABSOLUTE + 5 + Math.min(4, largerBefore);
        int cost = cabac.cost(first, 1) + cabac.costOfUnary(rest, Math.min(BinCosts.LONGEST, magnitude - 2));
        if (magnitude < BinCosts.LONGEST + 2) {
            return cost;
        }
        int doublings = 31 - Integer.numberOfLeadingZeros(magnitude - BinCosts.LONGEST - 1);
        return cost + (2 * doublings + 1) * BinCosts.BIT;
    }
}
