package org.epochreel.video.h264.cabac;

/**
 * What bins cost by the state of their context: the states stand for probabilities of the less probable bin from 0.5
 * down to 0.01875, each the one before times the same factor (Marpe, Schwarz, Wiegand: Context-based adaptive binary
 * arithmetic coding in the H.264/AVC video compression standard, 2003).
 */
public final class BinCosts {

    /** Costs count in 256ths of a bit. */
    public static final int BIT = 256;

    /** Ones of the longest prefix of coeff_abs_level_minus1 behind its first bin; no zero follows these. */
    public static final int LONGEST = 13;

    private static final int STATES = 128;

    /** At {@code state ^ bin}, where a state is {@code pStateIdx * 2 + valMPS}. */
    private static final int[] BINS = bins();

    /** At {@code ones * STATES + state}: so many bins of 1 in one context, and one of 0. */
    private static final int[] UNARY = unary();

    private BinCosts() {}

    static int bin(int state, int bin) {
        return BINS[state ^ bin];
    }

    /** So many bins of 1 in one context, which adapts to them, and one of 0 unless they are {@link #LONGEST}. */
    static int unary(int state, int ones) {
        return UNARY[ones * STATES + state];
    }

    private static int[] bins() {
        int[] costs = new int[STATES];
        for (int state = 0; state < STATES; state++) {
            double lessProbable = 0.5 * StrictMath.pow(0.01875 / 0.5, (state >> 1) / 63.0);
            double probability = (state & 1) == 0 ? 1 - lessProbable : lessProbable;
            costs[state] = (int) Math.rint(-BIT * StrictMath.log(probability) / StrictMath.log(2));
        }
        return costs;
    }

    private static int[] unary() {
        int[] costs = new int[(LONGEST + 1) * STATES];
        for (int first = 0; first < STATES; first++) {
            int state = first;
            int cost = 0;
            for (int ones = 0; ones <= LONGEST; ones++) {
                costs[ones * STATES + first] = cost + (ones < LONGEST ? bin(state, 0) : 0);
                cost += bin(state, 1);
                state = CabacTables.NEXT_STATE[state * 2 + 1];
            }
        }
        return costs;
    }
}
