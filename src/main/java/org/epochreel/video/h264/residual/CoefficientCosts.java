package org.epochreel.video.h264.residual;

import org.epochreel.video.h264.predict.RateModel;

/**
 * Estimates what a transformed residual costs, bits and remaining error, without quantising it: both depend on each
 * coefficient alone, nearly enough to tell good predictions from bad ones.
 */
public final class CoefficientCosts {

    /** Costs count in sixteenths of a bit. */
    public static final int BIT = 16;

    /** Parts of a quantiser step that are told apart, and steps. */
    static final int PART_BITS = 3;
    private static final int STEPS = 128;

    private static final int MOST_DIFFERENCE = Rounding.MOST_DIFFERENCE;

    /** Bits of the squared error of a whole step: (0.625 * 2^(QP / 6))^2 over a bit's in {@link RateModel}. */
    static final double BITS_OF_STEP = 0.625 * 0.625 * 16 / RateModel.FACTOR;

    /** Bits of a level of 0, of 1, of 2, of each step more up to {@link #LARGE}, and of each doubling beyond that. */
    private static final double ZERO = 0.75;
    private static final double ONE = 2.75;
    private static final double TWO = 3.75;
    private static final double STEP = 0.6;
    private static final double DOUBLING = 2;

    /** The least level with an Exp-Golomb suffix. */
    private static final int LARGE = 15;

    private static final int[][] TABLES = tables();

    private CoefficientCosts() {}

    /**
     * For each absolute value of a coefficient, in parts of a step, its cost.
     *
     * @param difference from the quantiser that sets the price of a bit to the one that sets the step
     */
    static int[] table(int difference) {
        return TABLES[MOST_DIFFERENCE + Math.max(-MOST_DIFFERENCE, Math.min(MOST_DIFFERENCE, difference))];
    }

    private static int[][] tables() {
        int[][] tables = new int[2 * MOST_DIFFERENCE + 1][STEPS << PART_BITS];
        for (int difference = -MOST_DIFFERENCE; difference <= MOST_DIFFERENCE; difference++) {
            Rounding rounding = Rounding.intra(difference);
            double bitsOfStep = BITS_OF_STEP * StrictMath.pow(2, difference / 3.0);
            for (int i = 0; i < STEPS << PART_BITS; i++) {
                // Most of what lies in the first part is 0.
                double value = i == 0 ? 0 : (i + 0.5) / (1 << PART_BITS);
                int level = rounding.level(value);
                double error = value - level;
                tables[MOST_DIFFERENCE + difference][i] = (int) (BIT * (error * error * bitsOfStep + bits(level)));
            }
        }
        return tables;
    }

    private static double bits(int level) {
        if (level < 2) {
            return level == 0 ? ZERO : ONE;
        }
        double bits = TWO + STEP * (Math.min(level, LARGE) - 2);
        return level < LARGE ? bits : bits + DOUBLING * StrictMath.log(level - LARGE + 1) / StrictMath.log(2);
    }
}
