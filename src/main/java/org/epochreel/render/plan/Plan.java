package org.epochreel.render.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.epochreel.chart.Need;
import org.epochreel.chart.draw.PanelEntries;
import org.epochreel.data.DataSet;
import org.epochreel.network.Model;
import org.epochreel.network.Perceptron;
import org.epochreel.run.Ending;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.training.EpochObserver;
import org.epochreel.training.Training;

/**
 * All that is known of a scene's video before its first frame is drawn: the finished training run, the epoch of every
 * frame, the frozen axes.
 */
public final class Plan {

    /** Parameters times samples, about a tenth of a second. */
    private static final double MOST_TRIED = 5e7;

    private final Scene scene;
    private final DataSet data;
    private final ScaledLearning learning;
    private final Training training;
    private final FirstRun firstRun;
    private final Timeline timeline;
    private final Range x;
    private final Range y;
    private final int threads;

    private Plan(
            Scene scene, DataSet data, ScaledLearning learning, Training training, Range x, FirstRun firstRun,
            int threads) {
        this.scene = scene;
        this.data = data;
        this.learning = learning;
        this.training = training;
        this.firstRun = firstRun;
        this.threads = threads;
        this.timeline = Timeline.of(
                firstRun.epochs(scene.video().frames()), scene.video(), firstRun.run().ending() == Ending.DIVERGED);
        this.x = x;
        this.y = FrozenAxes.y(scene.video(), data, learning.drawn(), x, firstRun.history());
    }

    /** Trains the scene's model once, on one thread, and plans its video. */
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
        ScaledLearning learning = learning(scene, data);
        Training training = training(scene, learning);
        Range x = FrozenAxes.x(scene.video(), data);
        boolean motion = FirstRun.needsMotion(scene.video());
        boolean reach = PanelEntries.needs(scene.video().panelKinds()).contains(Need.PARAMETERS);
        FirstRun firstRun = FirstRun.of(training, threads, learning.drawn(), data.train().inputs(), x, motion, reach,
                watcher(scene, progress));
        return new Plan(scene, data, learning, training, x, firstRun, threads);
    }

    /** Trains the scene's model and nothing more. */
    public static NamedRun train(Scene scene, int threads, RenderProgress progress) {
        Training training = training(scene, learning(scene, scene.data().dataSet()));
        return new NamedRun("", scene, training.run(watcher(scene, progress), threads));
    }

    /**
     * Why a scene cannot be trained from its start, in a sentence. Nothing if it can, or if to tell takes longer than
     * somebody who only asks would wait.
     */
    public static Optional<String> startTrouble(Scene scene) {
        if (Workload.training(scene) / Math.max(1, scene.training().epochs()) > MOST_TRIED) {
            return Optional.empty();
        }
        return training(scene, learning(scene, scene.data().dataSet())).startTrouble();
    }

    private static EpochObserver watcher(Scene scene, RenderProgress progress) {
        int epochs = scene.training().epochs();
        return (epoch, parameters) -> {
            RenderInterruptedException.check();
            progress.trained(epoch, epochs);
        };
    }

    private static ScaledLearning learning(Scene scene, DataSet data) {
        return ScaledLearning.of(model(scene.learner()), data, scene.data().scales());
    }

    private static Training training(Scene scene, ScaledLearning learning) {
        ImmutableDoubleArray start = scene.initialisation().parameters(model(scene.learner()));
        return new Training(learning.trained(), learning.data(), start, scene.training());
    }

    private static Model model(Scene.Learner learner) {
        if (!(learner instanceof Scene.Learner.Network network)) {
            return ((Scene.Learner.Family) learner).family();
        }
        return network.features().map(features ->
                new Perceptron(network.architecture(), features.inputs(), features::of))
                .orElseGet(() -> new Perceptron(network.architecture()));
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

    /** The model as pictures see it, in the data's own units. */
    public Model model() {
        return learning.drawn();
    }

    /** How it is trained. */
    public ScaledLearning learning() {
        return learning;
    }

    public TrainingRun run() {
        return firstRun.run();
    }

    /** All runs that the film shows, in their order: the one. */
    public ImmutableList<NamedRun> runs() {
        return ImmutableList.of(new NamedRun("", scene, run()));
    }

    public Timeline timeline() {
        return timeline;
    }

    /** How many epochs pass from frame to frame. */
    public Tempo tempo() {
        return new Tempo(timeline, scene.video().fps());
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
        return firstRun.motion();
    }

    /**
     * The epochs of at most {@code count} pictures that tell the most of the run: the first, the last, where the rate
     * changes, and between these such that the model moves about as far from each to the next.
     */
    public ImmutableIntArray moments(int count) {
        return new Moments(run(), model(), data, firstRun.history()).choose(count);
    }

    /** Visible values of the parameters. */
    public Range parameterReach() {
        return firstRun.parameterReach();
    }

    /** Hears of the parameters at each training frame of the timeline, in order. */
    public interface Player {

        /**
         * Shows one training frame.
         *
         * @param index of the training frame, from 0
         * @param parameters the model's at that frame's epoch; valid during the call only
         */
        void show(int index, int epoch, double[] parameters) throws IOException;
    }

    /**
     * Plays the parameters at the training frames of {@code shown}, from memory or by training again.
     *
     * @throws IOException what the player throws
     */
    public void play(Timeline shown, Player player) throws IOException {
        if (!firstRun.history().isComplete()) {
            playEveryEpoch(shown, (epoch, parameters) -> { }, player);
            return;
        }
        for (int i = 0; i < shown.epochs().length(); i++) {
            int epoch = shown.epochs().get(i);
            player.show(i, epoch, firstRun.history().at(epoch));
        }
    }

    /**
     * As {@link #play}, and first tells {@code observer} of every epoch up to the last one shown, each before it is
     * shown.
     */
    public void playEveryEpoch(Timeline shown, EpochObserver observer, Player player) throws IOException {
        EpochObserver playing = new EpochObserver() {
            private int next;

            @Override
            public void epoch(int epoch, double[] parameters) {
                RenderInterruptedException.check();
                if (next < shown.epochs().length()) {
                    observer.epoch(epoch, parameters);
                }
                while (next < shown.epochs().length() && shown.epochs().get(next) == epoch) {
                    show(epoch, parameters);
                    next++;
                }
            }

            private void show(int epoch, double[] parameters) {
                try {
                    player.show(next, epoch, parameters);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        try {
            if (firstRun.history().isComplete()) {
                for (int epoch = 0; epoch <= run().metrics().lastEpoch(); epoch++) {
                    playing.epoch(epoch, firstRun.history().at(epoch));
                }
            } else {
                training.run(playing);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
