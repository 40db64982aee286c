package org.epochreel.data;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.epochreel.random.NumpyRandom;

/** The points that training sees, and those that only measure it. */
public record DataSet(Samples train, Optional<Samples> test) {

    /**
     * Parts samples at random: of {@code numpy.random.default_rng(seed).permutation(count)} the last
     * floor(count * fraction) are the test set, if there are any, and the others, in this order, the training set.
     *
     * @param fraction above 0 and below 1
     */
    public static DataSet split(Samples samples, double fraction, BigInteger seed) {
        int[] order = NumpyRandom.seeded(seed).permutation(samples.count());
        int test = testCount(samples.count(), fraction);
        int train = samples.count() - test;
        return new DataSet(samples.rows(Arrays.copyOf(order, train)), test == 0 ? Optional.empty()
                : Optional.of(samples.rows(Arrays.copyOfRange(order, train, order.length))));
    }

    /** How many of {@code count} samples {@link #split} takes for the test set. */
    static int testCount(int count, double fraction) {
        return Math.min(count - 1, (int) Math.floor(count * fraction));
    }
}
