package org.epochreel.render.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import org.epochreel.chart.Need;
import org.epochreel.chart.draw.PanelEntries;
import org.epochreel.data.DataSet;
import org.epochreel.network.Model;
import org.epochreel.render.pace.MotionSamples;
import org.epochreel.render.pace.MovingPath;
import org.epochreel.render.pace.Tempo;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.pace.TimelinePlan;
import org.epochreel.render.train.FirstRun;
import org.epochreel.render.train.NamedRun;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.render.train.ScaledLearning;
import org.epochreel.render.train.ShownParameters;
import org.epochreel.render.train.SideBySide;
import org.epochreel.render.train.TrainedRun;
import org.epochreel.run.Ending;
import org.epochreel.run.RateSwitch;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.Scene;
import org.epochreel.scene.Story;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.training.EpochObserver;

/**
 * All that is known of a scene's video before its first frame is drawn: the finished training run, the epoch of every
 * frame, the frozen axes.
 */
public final class Plan {

    /** Parameters times samples, about a tenth of a second. */
    private static final double MOST_TRIED = 5e7;

    /** Looks at a path between epochs at the most. */
    private static final int MOST_LOOKS = 16_000;

    /** Part of the work of training that looking at the path may be. */
    private static final double PART_OF_TRAINING = 0.15;

    private final Scene scene;
    private final DataSet data;
    private final ImmutableList<TrainedRun> trained;
    private final ImmutableList<RateSwitch> told;
    private final Optional<MovingPath> path;
    private final Timeline timeline;
    private final int posterFrame;
    private final Range x;
    private final Range y;
    private final int threads;
    private final RenderProgress progress;

    private Plan(Scene scene, DataSet data, Range x, ImmutableList<TrainedRun> trained, int threads,
            RenderProgress progress) {
        this.scene = scene;
        this.data = data;
        this.trained = trained;
        this.threads = threads;
        this.progress = progress;
        this.x = x;
        this.y = FrozenAxes.y(scene.video(), data, x, trained);
        this.told = told();
        Range box = data.train().inputs().width() == 1 && data.train().outputs().width() == 1 ? y : around(data);
        boolean diverged = trained.stream().anyMatch(each -> each.run().ending() == Ending.DIVERGED);
        int last = lastShown(box);
        this.path = trained.stream().allMatch(each -> each.firstRun().samples().isPresent())
                ? Optional.of(path(box, last)) : Optional.empty();
        this.timeline = TimelinePlan.of(scene.video(), new TimelinePlan.Run(last, diverged,
                ImmutableIntArray.copyOf(told.stream().mapToInt(RateSwitch::epoch)), motion(), path));
        this.posterFrame = findPosterFrame();
    }

    /** The last epoch that the film shows. */
    public int lastShown() {
        return timeline.epoch(timeline.length() - 1);
    }

    /** The author's notes whose epoch the film comes to, in the order of the scene. */
    public ImmutableList<TimedNote> notes() {
        ImmutableList.Builder<TimedNote> notes = ImmutableList.builder();
        for (Story.Note note : scene.video().story().notes()) {
            if (note.epoch() <= lastShown()) {
                int from = timeline.frameOf(note.epoch());
                double frames = note.time().toNanos() / 1e9 * scene.video().fps().perSecond();
                notes.add(new TimedNote(note, from, from + (int) Math.max(1, Math.round(frames))));
            }
        }
        return notes.build();
    }

    /** The epoch that the poster shows. */
    public int posterEpoch() {
        Story.Poster poster = scene.video().story().poster();
        if (poster instanceof Story.Poster.Epoch at) {
            return Math.min(at.epoch(), lastShown());
        }
        return switch ((Story.Poster.Moment) poster) {
            case FIRST -> 0;
            case LAST -> lastShown();
            case TELLING -> new TellingMoment(run(), told, path.orElseThrow(), lastShown()).epoch();
        };
    }

    /** The frame of the film that is the poster: the last, or the first that shows the poster's epoch. */
    public int posterFrame() {
        return posterFrame;
    }

    private int findPosterFrame() {
        boolean last = scene.video().story().poster() == Story.Poster.Moment.LAST;
        return last ? timeline.firstBack() - 1 : timeline.frameOf(posterEpoch());
    }

    /** Where what a model gives of points without a curve is seen: around what it should give. */
    private static Range around(DataSet data) {
        Range outputs = FirstRun.outputs(data.train());
        double margin = (outputs.to() - outputs.from()) / 4;
        return new Range(outputs.from() - margin, outputs.to() + margin);
    }

    private MovingPath path(Range box, int last) {
        boolean spare = TimelinePlan.wantsBetween(scene.video(), last);
        MovingPath path = MovingPath.of(trained.stream().map(each -> each.firstRun().samples().orElseThrow())
                .collect(ImmutableList.toImmutableList()), box.from(), box.to(), last, spare);
        if (!trained.stream().allMatch(each -> each.firstRun().history().isComplete())) {
            return path;
        }
        ImmutableIntArray looks = path.looks(looks(last));
        return looks.stream().allMatch(each -> each == 1) ? path
                : MovingPath.of(trained.stream().map(each -> each.firstRun().samples(data.train(), looks))
                        .collect(ImmutableList.toImmutableList()), box.from(), box.to(), looks, spare);
    }

    /** How often a path may be looked at between epochs: no longer than a few parts of a hundred of what training takes. */
    private int looks(int last) {
        double look = trained.stream().mapToDouble(each -> each.firstRun().workToLook()).sum();
        double work = Math.max(MOST_TRIED, PART_OF_TRAINING * trained.size() * Workload.training(scene));
        int room = trained.stream().mapToInt(each -> each.firstRun().roomForLooks()).min().orElseThrow();
        return (int) Math.max(0, Math.min(Math.min(MOST_LOOKS, work / look), room - last - 1));
    }

    /** The last epoch; of a run that diverged, that at which nothing of its curve can be seen any more. */
    private int lastShown(Range box) {
        int last = longest().lastEpoch();
        Optional<MotionSamples> samples = longest().firstRun().samples();
        boolean alone = trained.size() == 1 && run().ending() == Ending.DIVERGED;
        return alone && samples.isPresent() ? MovingPath.leaves(samples.get(), box.from(), box.to()) : last;
    }

    // Runs whose rates change at different times are told apart by their lines, not by one event.
    private ImmutableList<RateSwitch> told() {
        boolean alike = trained.stream().allMatch(each -> each.run().rateChanges().equals(run().rateChanges()));
        return alike ? run().rateChanges() : ImmutableList.of();
    }

    /** The changes of the learning rate that the film tells of. */
    public ImmutableList<RateSwitch> toldChanges() {
        return told;
    }

    /** Trains the scene's runs, on one thread, and plans its video. */
    public static Plan of(Scene scene, RenderProgress progress) {
        return of(scene, 1, progress);
    }

    /**
     * As the other, with the same result.
     *
     * @param threads that may train at the same time, this one included; for cores that have nothing else to do
     */
    public static Plan of(Scene scene, int threads, RenderProgress progress) {
        DataSet data = scene.data().dataSet();
        Range x = FrozenAxes.x(scene.video(), data);
        TrainedRun.Measured measured = new TrainedRun.Measured(x, FirstRun.needsMotion(scene.video()),
                TimelinePlan.needsPath(scene.video()) || scene.video().story().poster() == Story.Poster.Moment.TELLING,
                PanelEntries.needs(scene.video().panelKinds()).contains(Need.PARAMETERS));
        return new Plan(scene, data, x, SideBySide.train(scene, threads, progress,
                (run, most, watcher) -> TrainedRun.of(run, data, measured, most, watcher)), threads, progress);
    }

    /** Trains the scene's runs and nothing more. */
    public static ImmutableList<NamedRun> train(Scene scene, int threads, RenderProgress progress) {
        DataSet data = scene.data().dataSet();
        return SideBySide.train(scene, threads, progress,
                (run, most, watcher) -> TrainedRun.alone(run, data, most, watcher));
    }

    /**
     * Why a scene cannot be trained from its start, in a sentence. Nothing if it can, or if to tell takes longer than
     * somebody who only asks would wait.
     */
    public static Optional<String> startTrouble(Scene scene) {
        if (Workload.training(scene) / Math.max(1, scene.training().epochs()) > MOST_TRIED) {
            return Optional.empty();
        }
        return TrainedRun.startTrouble(scene);
    }

    /** Hears how far the scene is. */
    public RenderProgress progress() {
        return progress;
    }

    /** How many threads may compute at the same time. */
    public int threads() {
        return threads;
    }

    public Scene scene() {
        return scene;
    }

    public DataSet data() {
        return data;
    }

    /** All runs that the film shows, in their order, at least one. */
    public ImmutableList<TrainedRun> trained() {
        return trained;
    }

    /** What all runs came to, in their order. */
    public ImmutableList<NamedRun> runs() {
        return trained.stream().map(TrainedRun::named).collect(ImmutableList.toImmutableList());
    }

    /** The model of the first run. */
    public Model model() {
        return trained.get(0).model();
    }

    /** How the first run was trained. */
    public ScaledLearning learning() {
        return trained.get(0).learning();
    }

    /** The first run, which of most films is the only one. */
    public TrainingRun run() {
        return trained.get(0).run();
    }

    /** The first of the runs that go on the longest, by whose epochs the film goes. */
    private TrainedRun longest() {
        TrainedRun longest = trained.get(0);
        for (TrainedRun each : trained) {
            longest = each.lastEpoch() > longest.lastEpoch() ? each : longest;
        }
        return longest;
    }

    /** The last epoch of the run that goes on the longest. */
    public int lastEpoch() {
        return longest().lastEpoch();
    }

    public Timeline timeline() {
        return timeline;
    }

    /** How many epochs pass from frame to frame. */
    public Tempo tempo() {
        return new Tempo(timeline, scene.video().fps());
    }

    /**
     * The quantities beside the title: those that the scene asks for, but where runs are compared only what is one number
     * for all of them.
     */
    public ImmutableList<Readout> readout() {
        return scene.video().readout().stream().filter(this::isOneForAll).collect(ImmutableList.toImmutableList());
    }

    private boolean isOneForAll(Readout quantity) {
        return switch (quantity) {
            case EPOCH -> true;
            case LOSS -> trained.size() == 1;
            case LEARNING_RATE -> areAlike(run -> run.run().metrics().learningRate());
            case SEED -> areAlike(run -> run.scene().initialisation().seed());
        };
    }

    private boolean areAlike(Function<TrainedRun, Object> part) {
        return trained.stream().map(part).distinct().count() == 1;
    }

    /** Visible x of the fit panel. */
    public Range x() {
        return x;
    }

    /** Visible y of the fit panel. */
    public Range y() {
        return y;
    }

    /**
     * How far the curve moved to each epoch from the one before, in the mean over the visible x and in units of y; empty
     * unless the scene's pace or sound asks for it.
     */
    public ImmutableDoubleArray motion() {
        return longest().firstRun().motion();
    }

    /**
     * The epochs of at most {@code count} pictures that tell the most of the run: the first, the last, where the rate
     * changes, and between these such that the model moves about as far from each to the next.
     */
    public ImmutableIntArray moments(int count) {
        TrainedRun longest = longest();
        return new Moments(longest.run(), longest.model(), data, longest.firstRun().history()).choose(count);
    }

    /** The x, besides even ones, at which curves have to be seen for their bends. */
    public ImmutableDoubleArray curveBends() {
        if (!PanelEntries.needs(scene.video().panelKinds()).contains(Need.CURVES)) {
            return ImmutableDoubleArray.of();
        }
        ImmutableDoubleArray.Builder bends = ImmutableDoubleArray.builder();
        for (TrainedRun one : trained) {
            bends.addAll(CurveBends.of(one.model(), data.train(), x, y, scene.video().size(),
                    one.firstRun().history().samples()));
        }
        return bends.build();
    }

    /** Visible values of the parameters of all runs. */
    public Range parameterReach() {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (TrainedRun run : trained) {
            Range own = run.firstRun().parameterReach();
            from = Math.min(from, own.from());
            to = Math.max(to, own.to());
        }
        return new Range(from, to);
    }

    /** Hears of the parameters at each training frame of the timeline, in order. */
    public interface Player {

        /**
         * Shows one training frame.
         *
         * @param index of the training frame, from 0
         * @param epoch whose numbers it shows
         * @param parameters of each run's model at that frame's position, or at its last; between two epochs they are on the
         *     straight line from one's to the other's. Valid during the call only
         */
        void show(int index, int epoch, ImmutableList<double[]> parameters) throws IOException;
    }

    /**
     * Plays the parameters at the training frames of {@code shown}, from memory or by training again.
     *
     * @throws IOException what the player throws
     */
    public void play(Timeline shown, Player player) throws IOException {
        if (trained.size() == 1 && !trained.get(0).firstRun().history().isComplete()) {
            playEveryEpoch(shown, (epoch, parameters) -> { }, player);
            return;
        }
        ImmutableList<ShownParameters> kept = trained.stream().map(each -> ShownParameters.of(each, shown))
                .collect(ImmutableList.toImmutableList());
        for (int i = 0; i < shown.length(); i++) {
            RenderInterruptedException.check();
            double position = shown.position(i);
            player.show(i, shown.epoch(i),
                    kept.stream().map(each -> each.at(position)).collect(ImmutableList.toImmutableList()));
        }
    }

    /**
     * As {@link #play}, and first tells {@code observer} of every epoch of the first run up to the last one shown, each
     * before it is shown.
     */
    public void playEveryEpoch(Timeline shown, EpochObserver observer, Player player) throws IOException {
        ImmutableList<ShownParameters> others = trained.subList(1, trained.size()).stream()
                .map(each -> ShownParameters.of(each, shown)).collect(ImmutableList.toImmutableList());
        try {
            trained.get(0).replay(new EveryEpoch(shown, trained.get(0).lastEpoch(), observer, (index, position, own) -> {
                ImmutableList.Builder<double[]> all = ImmutableList.<double[]>builder().add(own);
                others.forEach(each -> all.add(each.at(position)));
                player.show(index, (int) position, all.build());
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
