package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a scene's model is trained.
 *
 * @param learningRate rate of the first update, above 0; of no meaning with L-BFGS, which finds its own steps
 * @param cutoffs steps of the learning-rate schedule, each firing once; empty where {@code decay} or
 *     {@code adaptive} is present
 * @param decay a rate that falls smoothly; not together with {@code adaptive}
 * @param batchSize samples a batch; absent means the full training set, as it must be with L-BFGS
 * @param seed of the shuffling
 * @param penalty what is added to the gradient and, with L-BFGS, to the loss that its line search sees; never to a
 *     loss that is reported
 * @param epochs passes over the training set unless {@code stop} ends the run earlier, at least 1
 * @param adaptive a rate that follows how training goes
 * @param warmUp epochs over which the rate first grows: update u up to this number uses u/warmUp of what the schedule
 *     says, whose own clock is not moved; at least 1
 * @param keepBest whether the parameters of the lowest test loss are the result; needs a test set
 */
public record TrainingSpec(
        Loss loss,
        Optimiser optimiser,
        double learningRate,
        ImmutableList<Cutoff> cutoffs,
        Optional<Decay> decay,
        OptionalInt batchSize,
        BigInteger seed,
        Penalty penalty,
        int epochs,
        Optional<Condition> stop,
        Optional<Adaptive> adaptive,
        OptionalInt warmUp,
        boolean keepBest) {

    /** A spec without adaptive rate, warm-up and memory of the best, whose L2 penalty is on all parameters. */
    public TrainingSpec(
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
        this(loss, optimiser, learningRate, cutoffs, decay, batchSize, seed, Penalty.ofAll(0, l2), epochs, stop,
                Optional.empty(), OptionalInt.empty(), false);
    }

    /** Coefficient of the L2 penalty. */
    public double l2() {
        return penalty.l2();
    }

    /**
     * Penalties, whose derivative by a parameter p is {@code l1 sign(p) + l2 p}.
     *
     * @param l1 at least 0
     * @param l1OfBiases whether the biases are drawn to 0 by {@code l1}, too
     * @param l2 at least 0
     * @param l2OfBiases whether the biases are drawn to 0 by {@code l2}, too
     */
    public record Penalty(double l1, boolean l1OfBiases, double l2, boolean l2OfBiases) {

        /** Penalties on weights and biases alike. */
        public static Penalty ofAll(double l1, double l2) {
            return new Penalty(l1, true, l2, true);
        }
    }

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

        /** @param beta from 0 to below 1 */
        record Momentum(double beta) implements Optimiser {}

        /**
         * Nesterov's momentum.
         *
         * @param beta above 0 and below 1
         */
        record Nesterov(double beta) implements Optimiser {}

        record Adam(double beta1, double beta2, double epsilon) implements Optimiser {}

        /**
         * Adam with decoupled weight decay, of biases too; not together with an L2 penalty.
         *
         * @param weightDecay at least 0; 0.01 where nothing is said
         */
        record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimiser {}

        record RmsProp(double alpha, double epsilon) implements Optimiser {}

        /**
         * L-BFGS with a strong Wolfe line search on the full batch; an epoch is an accepted step. Neither a learning
         * rate nor a schedule, nor batches, nor a warm-up go with it.
         *
         * @param history steps that are remembered, from 1 to 100; 10 where nothing is said
         */
        record Lbfgs(int history) implements Optimiser {}
    }

    /** Something that holds at an epoch or does not, asked in order of epochs. */
    public sealed interface Condition {

        record AtEpoch(int epoch) implements Condition {}

        record LossBelow(double value) implements Condition {}

        /** |loss(e) - loss(e - over)| &lt; change and e &gt;= notBefore. */
        record LossChangeBelow(double change, int over, int notBefore) implements Condition {}

        /** The angle between the last two gradients exceeds {@code degrees}. */
        record AngleAbove(double degrees) implements Condition {}

        /**
         * No loss of the latest {@code over} epochs was below the best before them by {@code by} or more. For the stop
         * rule alone.
         *
         * @param over at least 1
         * @param by at least 0; the best moves only by an improvement of that much
         */
        record NoImprovement(int over, double by, Watched of) implements Condition {}
    }

    /** Once {@code when} holds at epoch e, updates numbered e + 1 and up use {@code learningRate}. */
    public record Cutoff(Condition when, double learningRate) {}

    /** A rate that falls smoothly instead of by cut-offs. */
    public sealed interface Decay {

        /** Multiplied by {@code factor} every {@code every} epochs. */
        record Exponential(double factor, int every) implements Decay {}

        /** Half a cosine from the first rate to {@code to} over {@code over} epochs. */
        record Cosine(double to, int over) implements Decay {}

        /** Update u uses the first rate divided by {@code u^power}; the power is above 0. */
        record Inverse(double power) implements Decay {}
    }

    /** The loss that a rule looks at. */
    public enum Watched {
        TRAIN,
        /** needs a test set */
        TEST
    }

    /** A rate that follows how training goes. */
    public sealed interface Adaptive {

        /**
         * The rate is cut at an epoch, 0 counting, once more than {@code patience} epochs in a row have not brought a
         * loss below the best times {@code 1 - minChange}, as PyTorch's {@code ReduceLROnPlateau} cuts it.
         *
         * @param factor of each cut, above 0 and below 1
         * @param patience at least 0
         * @param minChange from 0 to below 1
         * @param to the lowest rate, at least 0
         */
        record Plateau(double factor, int patience, double minChange, Watched of, double to) implements Adaptive {}

        /**
         * After every epoch from the second on the rate is multiplied by {@code shrink} if the angle between the last
         * two epochs' gradients is above {@code above} degrees, else by {@code grow}.
         *
         * @param above from 0 to 180
         * @param shrink above 0, at most 1
         * @param grow at least 1
         * @param to the highest rate, if there is one
         */
        record Angle(double above, double shrink, double grow, OptionalDouble to) implements Adaptive {}
    }
}
