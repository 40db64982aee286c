package org.epochreel.render.sequence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Headline;
import org.epochreel.chart.RateEvent;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.ShownNote;
import org.epochreel.chart.Standing;
import org.epochreel.chart.Telling;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.network.Output;
import org.epochreel.render.pace.Tempo;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.plan.Plan;
import org.epochreel.run.Ending;
import org.epochreel.run.Metrics;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.Scene;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.text.PictureNumber;
import org.epochreel.text.RateNotation;

/**
 * Says in numbers and words what each frame of a video shows. Training frames come in order, since a frame's trails
 * are the curves of the frames before.
 */
public final class FrameSequence {

    /** Seconds of the last still frames from which on neurons build the curve up in them, and the part that this takes. */
    private static final double LEAST_BUILDING = 1;
    private static final double BUILDING = 0.8;

    private final Map<String, ImmutableDoubleArray> noteCurves = new HashMap<>();
    private final Plan plan;
    private final Scene scene;
    private final TrainingRun run;
    private final ImmutableList<RunSequence> runs;
    private final Leaders leaders;
    private final NameOrder order;
    private final Optional<FilledTitle> title;
    private final Optional<FilledTitle> subtitle;
    private final Optional<FilledTitle> caption;
    private final Tempo tempo;
    private final boolean skipsEpochs;
    private final ShownNotes shownNotes;
    private final Map<Integer, ImmutableList<RunCurves>> kept = new HashMap<>();
    private final RateNotation rates;
    private final ImmutableList<RateStep> rateSteps;
    private ImmutableList<ImmutableDoubleArray> ghosts = ImmutableList.of();
    private int index = -1;
    private double position;
    private int epoch = -1;
    private double writtenRate = Double.NaN;
    private String rateText = "";

    /** A change of the learning rate: the frame that shows it first, and the rates as text. */
    private record RateStep(int frame, int epoch, String from, String to, boolean rose) {}

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
        this.runs = plan.trained().stream().map(each -> new RunSequence(plan, each, curveX, wanted))
                .collect(ImmutableList.toImmutableList());
        this.leaders = Leaders.of(plan.trained(), plan.timeline());
        this.order = new NameOrder(plan, curveX);
        this.tempo = plan.tempo();
        this.skipsEpochs = tempo.widest().isPresent();
        this.shownNotes = new ShownNotes(plan.notes());
        this.rates = WidestValue.rates(plan);
        this.rateSteps = plan.toldChanges().stream()
                .map(change -> new RateStep(plan.timeline().frameOf(change.epoch()), change.epoch(),
                        rates.text(change.from()), rates.text(change.to()),
                        change.to() > change.from()))
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<FilledTitle> filled(Optional<String> text, Plan plan) {
        return text.map(written -> new FilledTitle(written, quantity -> WidestValue.of(quantity, plan)));
    }

    /**
     * Goes on to a training frame.
     *
     * @param shown the film, or a part of it, which it belongs to
     * @param at its index; the one before has been there
     * @param parameters of each of the film's runs, in their order
     */
    public void advance(Timeline shown, int at, ImmutableList<double[]> parameters) {
        double before = index < 0 ? -1 : position;
        index = at;
        position = shown.position(at);
        epoch = shown.epoch(at);
        if (shown.rests(at)) {
            return;
        }
        int frame = shown.firstFrameOf(at);
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).advance(epoch, parameters.get(i), frame);
        }
        order.advance(runs.stream().map(RunSequence::curve).collect(ImmutableList.toImmutableList()), frame);
        if (rateSteps.stream().anyMatch(step -> step.epoch > before && step.epoch <= position)) {
            ghosts = runs.stream().map(RunSequence::curve).collect(ImmutableList.toImmutableList());
        }
        if (shown.back().contains(at)) {
            kept.put(at, curves(frame).stream().map(FrameSequence::withoutTrails)
                    .collect(ImmutableList.toImmutableList()));
        }
    }

    /** The present training frame as frame {@code frame} of the video shows it. */
    public FrameContents at(int frame) {
        return contents(epoch, position, curves(frame),
                new Telling(event(frame), notes(frame), notice(), lostCurves(), built(frame)));
    }

    /**
     * Frame {@code frame} of the way back, after the last training frame: curves and numbers as they were, while panels over
     * epochs stay as they are.
     */
    public FrameContents back(int frame) {
        index = plan.timeline().indexAt(frame);
        epoch = plan.timeline().epoch(index);
        return contents(plan.lastShown(), plan.timeline().position(index), kept.get(index), Telling.NOTHING);
    }

    private static RunCurves withoutTrails(RunCurves run) {
        return new RunCurves(run.curve(), ImmutableList.of(), run.firstCurve(), run.neurons(), run.answers(), run.standing());
    }

    private FrameContents contents(int lines, double curvesAt, ImmutableList<RunCurves> curves, Telling telling) {
        return new FrameContents(
                lines,
                curvesAt,
                new Headline(title.map(text -> text.fill(this::value)), subtitle.map(text -> text.fill(this::value)),
                        caption.map(text -> text.fill(this::value))),
                readout(),
                curves,
                telling);
    }

    private ImmutableList<RunCurves> curves(int frame) {
        ImmutableList.Builder<RunCurves> curves = ImmutableList.builder();
        for (int i = 0; i < runs.size(); i++) {
            curves.add(runs.get(i).curves(frame, new Standing(leaders.lead(i, frame), order.rank(i, frame))));
        }
        return curves.build();
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
        return plan.readout().stream().flatMap(this::values).collect(ImmutableList.toImmutableList());
    }

    private Stream<String> values(Readout quantity) {
        boolean withTempo = quantity == Readout.EPOCH && skipsEpochs;
        return withTempo ? Stream.of(value(quantity), tempo.at(index)) : Stream.of(value(quantity));
    }

    private String value(Readout quantity) {
        return switch (quantity) {
            case EPOCH -> Integer.toString(epoch);
            case LOSS -> PictureNumber.loss(run.metrics().trainLoss().get(ownEpoch()));
            case LEARNING_RATE -> rateText();
            case SEED -> scene.initialisation().seed().toString();
        };
    }

    // Most rates stay for many frames, and writing one takes as long as the curve's values.
    private String rateText() {
        double rate = learningRate();
        if (rate != writtenRate) {
            writtenRate = rate;
            rateText = rates.text(rate);
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
        return metrics.learningRate().get(Math.max(ownEpoch(), 1));
    }

    /** The epoch of the first run, which may have ended before another. */
    private int ownEpoch() {
        return Math.min(epoch, run.metrics().lastEpoch());
    }

    private Optional<RateEvent> event(int frame) {
        if (!scene.video().story().events()) {
            return Optional.empty();
        }
        double rate = scene.video().fps().perSecond();
        RateEvent latest = null;
        for (RateStep step : rateSteps) {
            double seconds = (frame - step.frame) / rate;
            if (seconds >= 0 && seconds <= RateEvent.GONE) {
                latest = new RateEvent(step.epoch, step.from, step.to, step.rose, seconds, ghosts);
            }
        }
        return Optional.ofNullable(latest);
    }

    // Each beside the curve as it came.
    private ImmutableList<ShownNote> notes(int frame) {
        return shownNotes.at(frame).stream()
                .map(note -> note.beside(noteCurves.computeIfAbsent(note.text(), text -> runs.get(0).curve())))
                .collect(ImmutableList.toImmutableList());
    }

    // In the last still frames, if the curve is the sum of what its neurons add.
    private double built(int frame) {
        Timeline timeline = plan.timeline();
        int held = timeline.heldLast();
        int start = timeline.endOf(timeline.length() - 1) - held;
        boolean sums = runs.size() == 1 && scene.video().neurons() && scene.learner() instanceof Scene.Learner.Network network
                && network.architecture().output() == Output.IDENTITY;
        boolean lasts = held >= LEAST_BUILDING * scene.video().fps().perSecond();
        return !sums || !lasts || frame < start ? 1 : Math.min(1, (frame - start + 1) / (BUILDING * held));
    }

    private ImmutableList<ImmutableDoubleArray> lostCurves() {
        // Of several the others are still there to be looked at.
        return runs.size() > 1 ? ImmutableList.of() : runs.stream()
                .flatMap(run -> run.lostCurve().stream())
                .collect(ImmutableList.toImmutableList());
    }

    private Optional<String> notice() {
        boolean diverged = runs.size() == 1 && run.ending() == Ending.DIVERGED && epoch >= plan.lastShown();
        return diverged
                ? Optional.of("diverged at epoch " + run.metrics().lastEpoch())
                : Optional.empty();
    }
}
