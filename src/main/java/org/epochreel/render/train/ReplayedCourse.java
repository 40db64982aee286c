package org.epochreel.render.train;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Optional;
import org.epochreel.data.DataSet;
import org.epochreel.data.Matrix;
import org.epochreel.data.Samples;
import org.epochreel.data.recorded.GridOfPoints;
import org.epochreel.data.recorded.RecordedLog;
import org.epochreel.data.recorded.RecordedLog.Quantity;
import org.epochreel.data.recorded.Recording;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;
import org.epochreel.network.recorded.RecordedModel;
import org.epochreel.run.Ending;
import org.epochreel.run.Metrics;
import org.epochreel.run.RateSwitch;
import org.epochreel.run.TrainingRun;
import org.epochreel.training.EpochObserver;

/**
 * The recording of a run. What its log does not say is computed from the predictions at the data's points: the mean
 * squared error, and the share of classes said right.
 */
final class ReplayedCourse implements Course {

    /** Part of the epochs at which the rate changes, from which on it is no row of steps. */
    private static final double SMOOTH = 0.25;

    private final Recording recording;
    private final Model model;
    private final DataSet data;

    ReplayedCourse(Recording recording, Model model, DataSet data) {
        this.recording = recording;
        this.model = model;
        this.data = data;
    }

    static Model model(Recording recording, boolean classes) {
        GridOfPoints grid = GridOfPoints.of(recording);
        boolean shares = recording.predictions().stream().allMatch(value -> value >= 0 && value <= 1);
        return new RecordedModel(grid.x1(), recording.x().width() == 1 ? ImmutableDoubleArray.of() : grid.x2(), grid.points(),
                recording.outputs(), !classes ? RecordedModel.Kind.VALUES
                        : shares ? RecordedModel.Kind.PROBABILITIES : RecordedModel.Kind.SUMS);
    }

    @Override
    public TrainingRun run(EpochObserver observer, int threads) {
        Measured train = new Measured(data.train());
        Optional<Measured> test = data.test().map(Measured::new);
        double[] parameters = new double[recording.perEpoch()];
        for (int epoch = 0; epoch < recording.epochs(); epoch++) {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = recording.predictions().get(epoch * parameters.length + i);
            }
            train.add(epoch, parameters);
            int now = epoch;
            test.ifPresent(measured -> measured.add(now, parameters));
            observer.epoch(epoch, parameters);
        }
        ImmutableDoubleArray rates = logged(Quantity.LEARNING_RATE).orElseGet(this::nothing);
        Metrics metrics = new Metrics(
                rates,
                logged(Quantity.TRAIN_LOSS).orElseGet(train::losses),
                logged(Quantity.TEST_LOSS).orElseGet(() -> test.map(Measured::losses).orElseGet(this::nothing)),
                logged(Quantity.GRADIENT_NORM).orElseGet(this::nothing),
                logged(Quantity.GRADIENT_ANGLE).orElseGet(this::nothing),
                logged(Quantity.TRAIN_ACCURACY).orElseGet(train::accuracies),
                logged(Quantity.TEST_ACCURACY).orElseGet(() -> test.map(Measured::accuracies).orElseGet(this::nothing)));
        return new TrainingRun(metrics, steps(rates), Ending.EPOCHS, ImmutableDoubleArray.copyOf(parameters));
    }

    private Optional<ImmutableDoubleArray> logged(Quantity quantity) {
        RecordedLog log = recording.log();
        return log.of(quantity);
    }

    private ImmutableDoubleArray nothing() {
        double[] nothing = new double[recording.epochs()];
        Arrays.fill(nothing, Double.NaN);
        return ImmutableDoubleArray.copyOf(nothing);
    }

    /** Where the rate of the log changes, unless it does so all the time. */
    private static ImmutableList<RateSwitch> steps(ImmutableDoubleArray rates) {
        ImmutableList.Builder<RateSwitch> changes = ImmutableList.builder();
        int count = 0;
        for (int epoch = 1; epoch + 1 < rates.length(); epoch++) {
            double from = rates.get(epoch);
            double to = rates.get(epoch + 1);
            if (from != to && Double.isFinite(from) && Double.isFinite(to)) {
                changes.add(new RateSwitch(epoch, from, to));
                count++;
            }
        }
        return count > SMOOTH * rates.length() ? ImmutableList.of() : changes.build();
    }

    /** Compares the predictions with the points of a set, by epoch. */
    private final class Measured {

        private final Probe probe;
        private final Matrix targets;
        private final Optional<ImmutableIntArray> classes;
        private final int[] said;
        private final double[] losses = new double[recording.epochs()];
        private final double[] accuracies = new double[recording.epochs()];

        Measured(Samples samples) {
            probe = new Probe(model, samples.inputs().toColumns());
            targets = samples.targets(model.outputs());
            classes = samples.labels().map(labels -> labels.indices());
            said = new int[samples.count()];
        }

        void add(int epoch, double[] parameters) {
            double[][] given = probe.outputs(parameters);
            double sum = 0;
            for (int output = 0; output < given.length; output++) {
                for (int s = 0; s < said.length; s++) {
                    double error = given[output][s] - targets.at(s, output);
                    sum += error * error;
                }
            }
            losses[epoch] = sum / ((double) said.length * given.length);
            accuracies[epoch] = Double.NaN;
            if (classes.isPresent() && Double.isFinite(sum)) {
                probe.classes(parameters, said);
                int right = 0;
                for (int s = 0; s < said.length; s++) {
                    right += said[s] == classes.get().get(s) ? 1 : 0;
                }
                accuracies[epoch] = (double) right / said.length;
            }
        }

        ImmutableDoubleArray losses() {
            return ImmutableDoubleArray.copyOf(losses);
        }

        ImmutableDoubleArray accuracies() {
            return ImmutableDoubleArray.copyOf(accuracies);
        }
    }
}
