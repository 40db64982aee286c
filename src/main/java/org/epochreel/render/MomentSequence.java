package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.epochreel.chart.Moment;
import org.epochreel.chart.RateChange;
import org.epochreel.chart.ReadoutNumber;
import org.epochreel.metrics.Metrics;
import org.epochreel.network.Model;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.training.Ending;
import org.epochreel.training.TrainingRun;

/**
 * Says in numbers and words what each frame of a video shows. Training frames come in order, since a frame's trails
 * are the curves of the frames before.
 */
final class MomentSequence {

    /** How long a change of the learning rate is seen in the fit panel. */
    private static final double RATE_CHANGE_SECONDS = 3;

    private final Storyboard board;
    private final Scene scene;
    private final TrainingRun run;
    private final double[] x;
    private final Model.Evaluator evaluator;
    private final double[] y;
    private final boolean skipsEpochs;
    private final Deque<ImmutableDoubleArray> trails = new ArrayDeque<>();
    private ImmutableDoubleArray firstCurve;
    private ImmutableDoubleArray curve;
    private ImmutableList<ImmutableDoubleArray> neuronCurves = ImmutableList.of();
    private int epoch = -1;

    MomentSequence(Storyboard board, ImmutableDoubleArray curveX) {
        this.board = board;
        this.scene = board.scene();
        this.run = board.run();
        this.x = curveX.toArray();
        this.evaluator = board.model().evaluator(Math.max(1, x.length));
        this.y = new double[x.length];
        this.skipsEpochs = board.tempo().widest().isPresent();
    }

    /** Goes on to the next training frame. */
    void advance(int nextEpoch, double[] parameters) {
        if (curve != null && scene.video().trails() > 0) {
            trails.addFirst(curve);
            if (trails.size() > scene.video().trails()) {
                trails.removeLast();
            }
        }
        epoch = nextEpoch;
        if (x.length == 0) {
            curve = ImmutableDoubleArray.of();
            return;
        }
        evaluator.predict(parameters, x, 0, x.length, y);
        curve = ImmutableDoubleArray.copyOf(y);
        if (firstCurve == null) {
            firstCurve = curve;
        }
        if (scene.video().neurons()) {
            neuronCurves = contributions(parameters);
        }
    }

    private ImmutableList<ImmutableDoubleArray> contributions(double[] parameters) {
        ImmutableList.Builder<ImmutableDoubleArray> curves = ImmutableList.builder();
        for (int neuron = 0; neuron < board.model().neurons(); neuron++) {
            evaluator.contribution(parameters, neuron, y);
            curves.add(ImmutableDoubleArray.copyOf(y));
        }
        return curves.build();
    }

    /** The present training frame as frame {@code frame} of the video shows it. */
    Moment at(int frame) {
        boolean ghost = scene.video().trails() > 0 && epoch > 0 && x.length > 0;
        return new Moment(
                epoch,
                scene.title().map(this::fill),
                readout(),
                curve,
                ImmutableList.copyOf(trails),
                ghost ? Optional.of(firstCurve) : Optional.empty(),
                neuronCurves,
                rateChange(frame),
                notice());
    }

    /** Whether the learning rate changes at this frame. */
    boolean rateChangesAt(int frame) {
        return run.rateChanges().stream().anyMatch(change -> board.timeline().frameOf(change.epoch()) == frame);
    }

    private ImmutableList<String> readout() {
        return scene.video().readout().stream().flatMap(this::values).collect(ImmutableList.toImmutableList());
    }

    private Stream<String> values(Readout quantity) {
        boolean tempo = quantity == Readout.EPOCH && skipsEpochs;
        return tempo ? Stream.of(value(quantity), board.tempo().at(epoch)) : Stream.of(value(quantity));
    }

    private String value(Readout quantity) {
        return switch (quantity) {
            case EPOCH -> Integer.toString(epoch);
            case LOSS -> ReadoutNumber.loss(run.metrics().trainLoss().get(epoch));
            case LEARNING_RATE -> ReadoutNumber.rate(learningRate());
            case SEED -> scene.initialisation().seed().toString();
        };
    }

    private String fill(String title) {
        return title.replace("{epoch}", value(Readout.EPOCH))
                .replace("{loss}", value(Readout.LOSS))
                .replace("{learning-rate}", value(Readout.LEARNING_RATE))
                .replace("{seed}", value(Readout.SEED));
    }

    /** The rate of the update that led here; before any, that of the first. */
    private double learningRate() {
        Metrics metrics = run.metrics();
        return epoch == 0 ? scene.training().learningRate() : metrics.learningRate().get(epoch);
    }

    private Optional<RateChange> rateChange(int frame) {
        double rate = scene.video().fps().perSecond();
        RateChange latest = null;
        for (org.epochreel.training.RateChange change : run.rateChanges()) {
            int since = frame - board.timeline().frameOf(change.epoch());
            double progress = since / rate / RATE_CHANGE_SECONDS;
            if (progress >= 0 && progress <= 1) {
                latest = new RateChange(ReadoutNumber.rate(change.from()), ReadoutNumber.rate(change.to()), progress);
            }
        }
        return Optional.ofNullable(latest);
    }

    private Optional<String> notice() {
        boolean diverged = run.ending() == Ending.DIVERGED && epoch == run.metrics().lastEpoch();
        return diverged
                ? Optional.of("Training diverged after epoch " + epoch)
                : Optional.empty();
    }
}
