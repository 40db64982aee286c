package org.epochreel.scene.read;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import org.epochreel.data.Matrix;
import org.epochreel.data.Samples;
import org.epochreel.data.ScaleMethod;
import org.epochreel.scene.Scene;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Cutoff;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.key.Value;
import org.epochreel.text.ConsoleNumber;
import org.epochreel.text.ShortestDecimal;

/** Says of a scene that can be trained where its film will hardly show anything. */
final class Outlook {

    private static final double LARGEST_INPUT = 50;
    private static final double LARGEST_OUTPUT = 200;
    private static final double SMALLEST = 1e-2;

    /** Beyond it the data's own keys warn. */
    private static final double SQUARE_OVERFLOWS = 1e150;

    /** Part of the errors that a run must be able to take away if anything is to be seen. */
    private static final double LEAST_SHARE = 1e-3;

    /** How much better than the bound below a run may do. */
    private static final double GENEROUS = 2;

    /** Scaled inputs hardly go further. */
    private static final double SCALED = 3;

    private Outlook() {}

    /**
     * Warns of inputs and targets that no network learns as they are, and of a rate at which nothing will move.
     *
     * @param data where the points are described
     * @param training where the rate is said, if it is
     */
    static void warn(Scene scene, Value data, Optional<Value> training) {
        if (!(scene.learner() instanceof Scene.Learner.Network network)) {
            return;
        }
        Samples train = scene.data().dataSet().train();
        boolean sized = true;
        if (scene.data().scales().x() == ScaleMethod.NONE) {
            sized &= warnOfSize("x", largest(train.inputs()), LARGEST_INPUT, data);
        }
        if (scene.data().scales().y() == ScaleMethod.NONE && train.labels().isEmpty()) {
            sized &= warnOfSize("y", largest(train.outputs()), LARGEST_OUTPUT, data);
        }
        int neurons = network.architecture().hidden().stream().mapToInt(Integer::intValue).sum();
        double reach = scene.data().scales().x() == ScaleMethod.NONE ? largest(train.inputs()) : SCALED;
        if (sized && share(scene.training(), train.count(), neurons, reach) < LEAST_SHARE) {
            String sentence = "the curve will hardly move: " + updates(scene.training(), train.count())
                    + " updates at a learning rate of " + ShortestDecimal.of(rate(scene.training()))
                    + " change next to nothing; a larger rate or more epochs would";
            training.orElse(data).warn(sentence);
        }
    }

    private static boolean warnOfSize(String axis, double largest, double most, Value data) {
        if (largest == 0 || largest >= SMALLEST && largest <= most || largest > SQUARE_OVERFLOWS) {
            return true;
        }
        data.warn(axis + " reaches " + ConsoleNumber.rate(largest) + ", and a network learns from numbers near 1; add"
                + " scale: standard, with which pictures still show the data's own numbers");
        return false;
    }

    private static double largest(Matrix numbers) {
        double largest = 0;
        for (ImmutableDoubleArray column : numbers.columns()) {
            for (int i = 0; i < column.length(); i++) {
                largest = Math.max(largest, Math.abs(column.get(i)));
            }
        }
        return largest;
    }

    private static long updates(TrainingSpec training, int samples) {
        int batch = training.batchSize().orElse(samples);
        return (long) training.epochs() * ((samples + batch - 1) / batch);
    }

    private static double rate(TrainingSpec training) {
        List<Cutoff> cutoffs = training.cutoffs();
        return cutoffs.stream().mapToDouble(Cutoff::learningRate)
                .reduce(training.learningRate(), Math::max);
    }

    /** A bound of what the run can take away of its errors, while the curve is near a line in the parameters. */
    private static double share(TrainingSpec training, int samples, int neurons, double reach) {
        if (training.optimiser() instanceof Optimiser.Lbfgs
                || training.adaptive().filter(TrainingSpec.Adaptive.Angle.class::isInstance).isPresent()) {
            // These find a rate themselves.
            return GENEROUS;
        }
        double steps = rate(training) * updates(training, samples);
        boolean adaptive = training.optimiser() instanceof Optimiser.Adam
                || training.optimiser() instanceof Optimiser.AdamW
                || training.optimiser() instanceof Optimiser.RmsProp;
        if (adaptive) {
            return GENEROUS * steps;
        }
        boolean sums = switch (training.loss()) {
            case SSE, HALF_SSE -> true;
            default -> false;
        };
        return GENEROUS * steps * 2 * (neurons + 1) * (1 + reach * reach) * (sums ? samples : 1);
    }
}
