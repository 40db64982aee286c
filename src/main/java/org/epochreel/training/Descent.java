package org.epochreel.training;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.data.DataSet;
import org.epochreel.network.Model;
import org.epochreel.run.Ending;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.TrainingSpec;

/** One training run in progress. */
final class Descent {
    private final TrainingSpec spec;
    private final EpochObserver observer;
    private final double[] parameters;
    private final double[] before;
    private final LossAndGradient lossAndGradient;
    private final Pass pass;
    private final Optional<Rows> testSet;
    private final Schedule schedule;
    private final Trigger stop;
    private final MetricsRecorder metrics;
    private final GradientAngle gradientAngle;

    Descent(Model model, DataSet data, ImmutableDoubleArray start, TrainingSpec spec, EpochObserver observer) {
        this.spec = spec;
        this.observer = observer;
        this.parameters = start.toArray();
        this.before = start.toArray();
        this.lossAndGradient = new LossAndGradient(model, spec.loss());
        this.pass = Pass.of(spec, Rows.of(model, data.train()), lossAndGradient, parameters.length);
        this.testSet = data.test().map(samples -> Rows.of(model, samples));
        this.schedule = new Schedule(spec);
        this.stop = spec.stop().map(Trigger::of).orElse((epoch, metrics) -> false);
        this.metrics = new MetricsRecorder(spec.epochs());
        this.gradientAngle = new GradientAngle(parameters.length);
    }

    TrainingRun toTheEnd() {
        if (!isFinite() || !record(0, Double.NaN)) {
            throw new ArithmeticException("the starting parameters or their loss are not finite numbers");
        }
        int epoch = 0;
        while (true) {
            if (stop.holds(epoch, metrics)) {
                return end(Ending.STOP, parameters);
            }
            schedule.ask(epoch, metrics);
            if (epoch == spec.epochs()) {
                return end(Ending.EPOCHS, parameters);
            }
            System.arraycopy(parameters, 0, before, 0, parameters.length);
            double rate = schedule.rateAfter(epoch);
            gradientAngle.add(pass.update(parameters, rate));
            epoch++;
            if (!isFinite() || !record(epoch, rate)) {
                return end(Ending.DIVERGED, before);
            }
        }
    }

    /** Measures and hands on the state after an epoch, unless its loss is not finite. */
    private boolean record(int epoch, double rate) {
        double trainLoss = pass.loss(parameters);
        double testLoss = testSet.isPresent() ? lossAndGradient.loss(parameters, testSet.get()) : Double.NaN;
        if (!Double.isFinite(trainLoss) || testSet.isPresent() && !Double.isFinite(testLoss)) {
            return false;
        }
        metrics.add(rate, trainLoss, testLoss, gradientAngle.norm(), gradientAngle.degrees());
        observer.epoch(epoch, parameters);
        return true;
    }

    private boolean isFinite() {
        double sum = 0;
        for (double parameter : parameters) {
            sum += 0 * parameter;
        }
        return sum == 0;
    }

    private TrainingRun end(Ending ending, double[] last) {
        return new TrainingRun(
                metrics.toMetrics(), schedule.changes(), ending, ImmutableDoubleArray.copyOf(last));
    }
}
