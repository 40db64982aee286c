package org.epochreel.training;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.data.DataSet;
import org.epochreel.network.Model;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Adaptive.Plateau;
import org.epochreel.scene.TrainingSpec.Condition.NoImprovement;
import org.epochreel.scene.TrainingSpec.Watched;

/**
 * Training of one model from one start. Every run of it gives the same numbers, on any machine.
 *
 * <p>The derivative of a penalty is added to the gradient before the optimiser and the metrics see it, as with
 * PyTorch's {@code weight_decay}; the losses do not contain the penalty.
 */
public final class Training {
    private final Model model;
    private final DataSet data;
    private final ImmutableDoubleArray start;
    private final TrainingSpec spec;

    /**
     * @throws IllegalArgumentException if {@code start} does not fit the model, or the spec looks at a test set that is
     *     not there
     */
    public Training(Model model, DataSet data, ImmutableDoubleArray start, TrainingSpec spec) {
        if (start.length() != model.parameterCount()) {
            throw new IllegalArgumentException(
                    start.length() + " starting values for " + model.parameterCount() + " parameters");
        }
        if (data.test().isEmpty() && (spec.keepBest() || watchesTest(spec))) {
            throw new IllegalArgumentException("there is no test set whose loss could be looked at");
        }
        this.model = model;
        this.data = data;
        this.start = start;
        this.spec = spec;
    }

    private static boolean watchesTest(TrainingSpec spec) {
        return spec.stop().filter(rule -> rule instanceof NoImprovement none && none.of() == Watched.TEST).isPresent()
                || spec.adaptive().filter(rule -> rule instanceof Plateau p && p.of() == Watched.TEST).isPresent();
    }

    /** Why the start's loss is not a finite number, in a sentence; nothing if it is one. */
    public Optional<String> startTrouble() {
        double[] parameters = start.toArray();
        Rows rows = Rows.of(model, data.train());
        try (Crew alone = new Crew(1)) {
            double loss = new LossAndGradient(model, spec.loss(), rows.count(), alone).loss(parameters, rows);
            boolean finite = Double.isFinite(loss) && start.stream().allMatch(Double::isFinite);
            return finite ? Optional.empty() : Optional.of(new StartTrouble(model, parameters, rows).sentence());
        }
    }

    /**
     * Trains from the start to the run's end, which comes before the first state whose training loss or parameters are
     * not finite. A test loss that is not finite ends nothing.
     *
     * @throws ArithmeticException if the start itself is such a state; the message says what makes it one
     */
    public TrainingRun run(EpochObserver observer) {
        return run(observer, 1);
    }

    /**
     * As {@link #run(EpochObserver)}, with the same result.
     *
     * @param threads that may compute at the same time, this one included; for cores that have nothing else to do
     */
    public TrainingRun run(EpochObserver observer, int threads) {
        try (Crew crew = new Crew(threads)) {
            return new Descent(model, data, start, spec, observer, crew).toTheEnd();
        }
    }
}
