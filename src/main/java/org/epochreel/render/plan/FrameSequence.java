package org.epochreel.render.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Headline;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.ShownRateChange;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.network.Probe;
import org.epochreel.render.answer.ModelAnswers;
import org.epochreel.run.Ending;
import org.epochreel.run.Metrics;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.Scene;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.text.ReadoutNumber;

/**
 * Says in numbers and words what each frame of a video shows. Training frames come in order, since a frame's trails
 * are the curves of the frames before.
 */
public final class FrameSequence {

    /** How long a change of the learning rate is seen in the fit panel. */
    private static final double RATE_CHANGE_SECONDS = 3;

    private final Plan plan;
    private final Scene scene;
    private final TrainingRun run;
    private final Probe probe;
    private final ModelAnswers answering;
    private final Optional<FilledTitle> title;
    private final Optional<FilledTitle> subtitle;
    private final Optional<FilledTitle> caption;
    private final boolean skipsEpochs;
    private final Deque<ImmutableDoubleArray> trails = new ArrayDeque<>();
    private ImmutableDoubleArray firstCurve;
    private ImmutableDoubleArray curve;
    private ImmutableList<ImmutableDoubleArray> neuronCurves = ImmutableList.of();
    private final ImmutableList<RateStep> rateSteps;
    private int epoch = -1;
    private int trainingFrames;
    private double writtenRate = Double.NaN;
    private String rateText = "";

    /** A change of the learning rate: the frame that shows it first, and the rates as text. */
    private record RateStep(int frame, String from, String to) {}

    /**
     * @param curveX where curves are wanted
     * @param wanted what is to be answered of the model
     */
    public FrameSequence(Plan plan, ImmutableDoubleArray curveX, ImmutableSet<Wanted<?>> wanted) {
        this.plan = plan;
        this.scene = plan.scene();
        this.run = plan.run();
        this.title = filled(scene.title(), plan);
        this.subtitle = filled(scene.video().subtitle(), plan);
        this.caption = filled(scene.video().caption(), plan);
        this.probe = Probe.line(plan.model(), curveX.toArray());
        this.answering = new ModelAnswers(plan.model(), plan.data(), wanted);
        this.skipsEpochs = plan.tempo().widest().isPresent();
        this.rateSteps = run.rateChanges().stream()
                .map(change -> new RateStep(plan.timeline().frameOf(change.epoch()),
                        ReadoutNumber.rate(change.from()), ReadoutNumber.rate(change.to())))
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<FilledTitle> filled(Optional<String> text, Plan plan) {
        return text.map(written -> new FilledTitle(written, quantity -> WidestValue.of(quantity, plan)));
    }

    /** Goes on to the next training frame. */
    public void advance(int nextEpoch, double[] parameters) {
        answering.advance(parameters, plan.timeline().firstFrameOf(trainingFrames));
        trainingFrames++;
        if (curve != null && scene.video().trails() > 0) {
            trails.addFirst(curve);
            if (trails.size() > scene.video().trails()) {
                trails.removeLast();
            }
        }
        epoch = nextEpoch;
        if (probe.count() == 0) {
            curve = ImmutableDoubleArray.of();
            return;
        }
        curve = ImmutableDoubleArray.copyOf(probe.curve(parameters));
        if (firstCurve == null) {
            firstCurve = curve;
        }
        if (scene.video().neurons()) {
            neuronCurves = contributions(parameters);
        }
    }

    private ImmutableList<ImmutableDoubleArray> contributions(double[] parameters) {
        double[][] curves = new double[plan.model().neurons()][probe.count()];
        probe.contributions(parameters, curves);
        return Arrays.stream(curves).map(ImmutableDoubleArray::copyOf).collect(ImmutableList.toImmutableList());
    }

    /** The present training frame as frame {@code frame} of the video shows it. */
    public FrameContents at(int frame) {
        boolean ghost = scene.video().trails() > 0 && epoch > 0 && probe.count() > 0;
        return new FrameContents(
                epoch,
                new Headline(title.map(text -> text.fill(this::value)), subtitle.map(text -> text.fill(this::value)),
                        caption.map(text -> text.fill(this::value))),
                readout(),
                ImmutableList.of(new RunCurves(curve, ImmutableList.copyOf(trails),
                        ghost ? Optional.of(firstCurve) : Optional.empty(), neuronCurves,
                        answering.at(frame))),
                rateChange(frame),
                notice());
    }

    /** Whether the learning rate changes at this frame. */
    public boolean rateChangesAt(int frame) {
        for (RateStep step : rateSteps) {
            if (step.frame == frame) {
                return true;
            }
        }
        return false;
    }

    private ImmutableList<String> readout() {
        return scene.video().readout().stream().flatMap(this::values).collect(ImmutableList.toImmutableList());
    }

    private Stream<String> values(Readout quantity) {
        boolean tempo = quantity == Readout.EPOCH && skipsEpochs;
        return tempo ? Stream.of(value(quantity), plan.tempo().at(epoch)) : Stream.of(value(quantity));
    }

    private String value(Readout quantity) {
        return switch (quantity) {
            case EPOCH -> Integer.toString(epoch);
            case LOSS -> ReadoutNumber.loss(run.metrics().trainLoss().get(epoch));
            case LEARNING_RATE -> rateText();
            case SEED -> scene.initialisation().seed().toString();
        };
    }

    // Most rates stay for many frames, and writing one takes as long as the curve's values.
    private String rateText() {
        double rate = learningRate();
        if (rate != writtenRate) {
            writtenRate = rate;
            rateText = ReadoutNumber.rate(rate);
        }
        return rateText;
    }

    /** The rate of the update that led here; before any, that of the first. */
    private double learningRate() {
        Metrics metrics = run.metrics();
        TrainingSpec training = scene.training();
        boolean said = training.warmUp().isEmpty() && !(training.optimiser() instanceof Optimiser.Lbfgs);
        if (epoch == 0 && (said || metrics.lastEpoch() == 0)) {
            return training.learningRate();
        }
        return metrics.learningRate().get(Math.max(epoch, 1));
    }

    private Optional<ShownRateChange> rateChange(int frame) {
        double rate = scene.video().fps().perSecond();
        ShownRateChange latest = null;
        for (RateStep step : rateSteps) {
            double progress = (frame - step.frame) / rate / RATE_CHANGE_SECONDS;
            if (progress >= 0 && progress <= 1) {
                latest = new ShownRateChange(step.from, step.to, progress);
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
