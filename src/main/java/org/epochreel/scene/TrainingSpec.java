package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a scene's model is trained.
 *
 * @param learningRate rate of the first update
 * @param cutoffs steps of the learning-rate schedule, each firing once; empty where {@code decay} is present
 * @param batchSize samples a batch; absent means the full training set
 * @param seed of the shuffling
 * @param l2 coefficient of the L2 penalty
 * @param epochs passes over the training set unless {@code stop} ends the run earlier
 */
public record TrainingSpec(
        Loss loss,
        Optimiser optimiser,
        double learningRate,
        ImmutableList<Cutoff> cutoffs,
        Optional<Decay> decay,
        OptionalInt batchSize,
        BigInteger seed,
        double l2,
        int epochs,
        Optional<Condition> stop) {

    /** How the errors e = prediction - y of n samples and their outputs become one number. */
    public enum Loss {
        /** mean e² */
        MSE,
        /** mean e²/2 */
        HALF_MSE,
        /** sum e² */
        SSE,
        /** sum e²/2 */
        HALF_SSE,
        /** mean |e| */
        MAE,
        /** mean over samples of -log p(class), with a sigmoid or softmax output */
        CROSS_ENTROPY
    }

    /** How a gradient becomes an update. */
    public sealed interface Optimiser {

        record GradientDescent() implements Optimiser {}

        record Momentum(double beta) implements Optimiser {}

        record Adam(double beta1, double beta2, double epsilon) implements Optimiser {}

        record RmsProp(double alpha, double epsilon) implements Optimiser {}
    }

    /** Something that holds at an epoch or does not, asked in order of epochs. */
    public sealed interface Condition {

        record AtEpoch(int epoch) implements Condition {}

        record LossBelow(double value) implements Condition {}

        /** |loss(e) - loss(e - over)| &lt; change and e &gt;= notBefore. */
        record LossChangeBelow(double change, int over, int notBefore) implements Condition {}

        /** The angle between the last two gradients exceeds {@code degrees}. */
        record AngleAbove(double degrees) implements Condition {}
    }

    /** Once {@code when} holds at epoch e, updates numbered e + 1 and up use {@code learningRate}. */
    public record Cutoff(Condition when, double learningRate) {}

    /** A rate that falls smoothly instead of by cut-offs. */
    public sealed interface Decay {

        /** Multiplied by {@code factor} every {@code every} epochs. */
        record Exponential(double factor, int every) implements Decay {}

        /** Half a cosine from the first rate to {@code to} over {@code over} epochs. */
        record Cosine(double to, int over) implements Decay {}
    }
}
