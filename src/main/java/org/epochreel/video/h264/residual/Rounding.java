package org.epochreel.video.h264.residual;

/**
 * What is added to a coefficient, in 4096ths of a quantiser step, before it is rounded down to a level.
 *
 * @param small where the level is 1 at most; a level of 1 in place of 0 costs more bits than any other step up
 * @param large where it is larger
 */
record Rounding(int small, int large) {

    static final int STEP_BITS = 12;

    /** Differences of quantisers from -MOST_DIFFERENCE to MOST_DIFFERENCE. */
    static final int MOST_DIFFERENCE = 16;

    /** Levels round up from 2/3 of a step on: what is not worth its bits is dropped later. */
    static final Rounding INTER = new Rounding((1 << STEP_BITS) / 3, (1 << STEP_BITS) / 3);

    /** By how much of a step to round later than at its middle, so that what a step up costs is worth its bits. */
    private static final double RESERVE_OF_SMALL = 0.14;
    private static final double RESERVE_OF_LARGE = 0.05;

    private static final Rounding[] INTRA = intra();

    /**
     * The rounding of intra blocks.
     *
     * @param difference from the quantiser that sets the price of a bit to the one that sets the step, limited to
     *     {@link #MOST_DIFFERENCE}: beside a larger step, a bit is cheaper
     */
    static Rounding intra(int difference) {
        return INTRA[MOST_DIFFERENCE + Math.max(-MOST_DIFFERENCE, Math.min(MOST_DIFFERENCE, difference))];
    }

    private static Rounding[] intra() {
        Rounding[] table = new Rounding[2 * MOST_DIFFERENCE + 1];
        for (int difference = -MOST_DIFFERENCE; difference <= MOST_DIFFERENCE; difference++) {
            // A step's squared error doubles with every 3 of the parameter, and so do the bits that it is worth.
            double price = StrictMath.pow(2, -difference / 3.0);
            table[MOST_DIFFERENCE + difference] =
                    new Rounding(later(RESERVE_OF_SMALL * price), later(RESERVE_OF_LARGE * price));
        }
        return table;
    }

    private static int later(double reserve) {
        return (int) Math.rint(Math.max(0, 0.5 - reserve) * (1 << STEP_BITS));
    }

    /** The level of a coefficient of so many steps, not negative. */
    int level(double steps) {
        int level = (int) (steps + large / (double) (1 << STEP_BITS));
        return level > 1 ? level : (int) (steps + small / (double) (1 << STEP_BITS));
    }
}
