package org.epochreel.run;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What training measured, a column a quantity and an entry an epoch, for epochs 0 to {@link #lastEpoch()}. All columns
 * have the same length; a value that does not exist (the gradient that led to epoch 0, the test loss without a test
 * set) is NaN.
 *
 * @param learningRate rate of the updates that led to the epoch; NaN at epoch 0
 * @param trainLoss loss on the training set in the state after the epoch
 * @param testLoss loss on the test set in the state after the epoch, infinity where it is too large for a double; NaN
 *     throughout without one
 * @param gradientNorm Euclidean norm of the gradient (mean over the epoch's batches) that led to the epoch; NaN at 0
 * @param gradientAngle degrees from 0 to 180 between that gradient and the one before; NaN at epochs 0 and 1
 * @param trainAccuracy share of the training set, from 0 to 1, whose class is said right; NaN throughout without
 *     classes
 * @param testAccuracy the same of the test set; NaN throughout without classes or without one, and where its loss is
 *     infinite
 */
public record Metrics(
        ImmutableDoubleArray learningRate,
        ImmutableDoubleArray trainLoss,
        ImmutableDoubleArray testLoss,
        ImmutableDoubleArray gradientNorm,
        ImmutableDoubleArray gradientAngle,
        ImmutableDoubleArray trainAccuracy,
        ImmutableDoubleArray testAccuracy) {

    public Metrics {
        int length = trainLoss.length();
        if (length == 0 || learningRate.length() != length || testLoss.length() != length
                || gradientNorm.length() != length || gradientAngle.length() != length
                || trainAccuracy.length() != length || testAccuracy.length() != length) {
            throw new IllegalArgumentException("metrics need columns of one length, at least 1");
        }
    }

    /** Metrics of points without classes. */
    public Metrics(
            ImmutableDoubleArray learningRate,
            ImmutableDoubleArray trainLoss,
            ImmutableDoubleArray testLoss,
            ImmutableDoubleArray gradientNorm,
            ImmutableDoubleArray gradientAngle) {
        this(learningRate, trainLoss, testLoss, gradientNorm, gradientAngle,
                none(trainLoss.length()), none(trainLoss.length()));
    }

    private static ImmutableDoubleArray none(int length) {
        double[] none = new double[length];
        Arrays.fill(none, Double.NaN);
        return ImmutableDoubleArray.copyOf(none);
    }

    public int lastEpoch() {
        return trainLoss.length() - 1;
    }

    public boolean hasAccuracy() {
        return !Double.isNaN(trainAccuracy.get(0));
    }

    public boolean hasTestLoss() {
        return !Double.isNaN(testLoss.get(0));
    }

    /** The first epoch whose test loss is too large for a double. */
    public OptionalInt testOverflow() {
        int epoch = testLoss.indexOf(Double.POSITIVE_INFINITY);
        return epoch < 0 ? OptionalInt.empty() : OptionalInt.of(epoch);
    }
}
