package org.epochreel.training;

import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.data.DataSet;
import org.epochreel.network.Model;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.TrainingSpec;

/**
 * Training of one model from one start. Every run of it gives the same numbers, on any machine.
 *
 * <p>With an L2 coefficient c the gradient of every parameter p, a bias too, has c*p added before the optimiser and the
 * metrics see it, as PyTorch's {@code weight_decay} does; the losses do not contain the penalty.
 */
public final class Training {
    private final Model model;
    private final DataSet data;
    private final ImmutableDoubleArray start;
    private final TrainingSpec spec;

    /** @throws IllegalArgumentException if {@code start} does not fit the model */
    public Training(Model model, DataSet data, ImmutableDoubleArray start, TrainingSpec spec) {
        if (start.length() != model.parameterCount()) {
            throw new IllegalArgumentException(
                    start.length() + " starting values for " + model.parameterCount() + " parameters");
        }
        this.model = model;
        this.data = data;
        this.start = start;
        this.spec = spec;
    }

    /**
     * Trains from the start to the run's end, which comes before the first state whose losses or parameters are not
     * finite.
     *
     * @throws ArithmeticException if the start itself is such a state
     */
    public TrainingRun run(EpochObserver observer) {
        return new Descent(model, data, start, spec, observer).toTheEnd();
    }
}
