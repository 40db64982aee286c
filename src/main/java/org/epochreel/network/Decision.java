package org.epochreel.network;

/**
 * The class that a model says of a sample, by its outputs' sums. A single output says class 1 where its sum is above 0,
 * else class 0. Of several outputs the greatest prevails, and of equal ones the first.
 */
public final class Decision {
    // exp(z) is 1 from here to 0, so that outputs whose sums are as near as that to the greatest are equal to it.
    private static final double NEAR = -0x1p-54;

    private Decision() {}

    /** The class of sample {@code s} of {@code sums}, which stand by output and sample. */
    public static int of(double[][] sums, int s) {
        if (sums.length == 1) {
            return sums[0][s] > 0 ? 1 : 0;
        }
        double greatest = sums[0][s];
        for (int i = 1; i < sums.length; i++) {
            greatest = Math.max(greatest, sums[i][s]);
        }
        int first = 0;
        while (first < sums.length - 1 && !(sums[first][s] - greatest >= NEAR)) {
            first++;
        }
        return first;
    }
}
