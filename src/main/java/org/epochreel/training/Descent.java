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
    private final Model model;
    private final Rows train;
    private final EpochObserver observer;
    private final double[] parameters;
    private final double[] before;
    private final Pass pass;
    private final Optional<Rows> test;
    private final Optional<LossAndGradient> testLoss;
    private final Schedule schedule;
    private final Trigger stop;
    private final MetricsRecorder metrics;
    private final GradientAngle gradientAngle;
    private final double[] best;
    private int bestEpoch;
    private double bestLoss = Double.POSITIVE_INFINITY;

    Descent(Model model, DataSet data, ImmutableDoubleArray start, TrainingSpec spec, EpochObserver observer,
            Crew crew) {
        this.spec = spec;
        this.model = model;
        this.train = Rows.of(model, data.train());
        this.observer = observer;
        this.parameters = start.toArray();
        this.before = start.toArray();
        this.pass = Pass.of(spec, train, model, crew);
        this.test = data.test().map(samples -> Rows.of(model, samples));
        this.testLoss = test.map(rows -> new LossAndGradient(model, spec.loss(), rows.count(), crew));
        this.schedule = new Schedule(spec);
        this.stop = spec.stop().map(Trigger::of).orElse((epoch, metrics) -> false);
        this.metrics = new MetricsRecorder(spec.epochs());
        this.gradientAngle = new GradientAngle(parameters.length);
        this.best = spec.keepBest() ? start.toArray() : new double[0];
    }

    TrainingRun toTheEnd() {
        if (!isFinite() || !record(0, Double.NaN)) {
            throw new ArithmeticException(new StartTrouble(model, parameters, train).sentence());
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
            double[] gradient = pass.update(parameters, rate);
            if (pass.isConverged()) {
                return end(Ending.CONVERGED, parameters);
            }
            gradientAngle.add(gradient);
            epoch++;
            if (!isFinite() || !record(epoch, pass.used(rate))) {
                return end(Ending.DIVERGED, before);
            }
        }
    }

    /** Measures and hands on the state after an epoch, unless its loss is not finite. */
    private boolean record(int epoch, double rate) {
        double trainLoss = pass.loss(parameters);
        double unseenLoss = test.isPresent() ? testLoss.orElseThrow().loss(parameters, test.get()) : Double.NaN;
        if (!Double.isFinite(trainLoss)) {
            return false;
        }
        boolean overflows = test.isPresent() && !Double.isFinite(unseenLoss);
        if (overflows) {
            unseenLoss = Double.POSITIVE_INFINITY;
        }
        metrics.add(rate, trainLoss, unseenLoss, gradientAngle.norm(), gradientAngle.degrees());
        double unseenAccuracy = test.isPresent() && !overflows ? testLoss.orElseThrow().accuracy() : Double.NaN;
        metrics.addAccuracy(pass.accuracy(), unseenAccuracy);
        if (spec.keepBest() && unseenLoss < bestLoss) {
            bestLoss = unseenLoss;
            bestEpoch = epoch;
            System.arraycopy(parameters, 0, best, 0, best.length);
        }
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
        Optional<TrainingRun.Best> kept = spec.keepBest()
                ? Optional.of(new TrainingRun.Best(bestEpoch, ImmutableDoubleArray.copyOf(best)))
                : Optional.empty();
        return new TrainingRun(
                metrics.toMetrics(), schedule.changes(), ending, ImmutableDoubleArray.copyOf(last), kept);
    }
}
