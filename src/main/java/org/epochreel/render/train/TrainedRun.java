package org.epochreel.render.train;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.data.DataSet;
import org.epochreel.network.Model;
import org.epochreel.network.Perceptron;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.training.EpochObserver;
import org.epochreel.training.Training;

/** One of a film's runs: what was trained and how, and its parameters at the epochs that are shown. */
public final class TrainedRun {

    private final String name;
    private final Scene scene;
    private final ScaledLearning learning;
    private final Course course;
    private final FirstRun firstRun;

    private TrainedRun(String name, Scene scene, ScaledLearning learning, Course course, FirstRun firstRun) {
        this.name = name;
        this.scene = scene;
        this.learning = learning;
        this.course = course;
        this.firstRun = firstRun;
    }

    /**
     * What is measured while a run is trained.
     *
     * @param x visible x of the fit panel
     * @param motion whether the distance that the curve moves each epoch is wanted
     * @param path whether the way that the model takes is wanted, as far as it can be seen
     * @param reach whether the range of the parameters' values is wanted
     */
    public record Measured(Range x, boolean motion, boolean path, boolean reach) {}

    /**
     * Trains one run.
     *
     * @param threads that may train at the same time
     * @param watcher hears of every epoch
     */
    public static TrainedRun of(Scene.Compared run, DataSet data, Measured measured, int threads, EpochObserver watcher) {
        ScaledLearning learning = learning(run.scene(), data);
        Course course = course(run.scene(), learning);
        FirstRun firstRun = FirstRun.of(course, threads, learning.drawn(), data.train(), measured, watcher);
        return new TrainedRun(run.name(), run.scene(), learning, course, firstRun);
    }

    /** Trains one run, of which nothing but its metrics and result is wanted. */
    public static NamedRun alone(Scene.Compared run, DataSet data, int threads, EpochObserver watcher) {
        Course course = course(run.scene(), learning(run.scene(), data));
        return new NamedRun(run.name(), run.scene(), course.run(watcher, threads));
    }

    /** Why a run cannot be trained from its start, in a sentence; nothing if it can. */
    public static Optional<String> startTrouble(Scene scene) {
        return scene.learner() instanceof Scene.Learner.Replay ? Optional.empty()
                : training(scene, learning(scene, scene.data().dataSet())).startTrouble();
    }

    private static ScaledLearning learning(Scene scene, DataSet data) {
        if (scene.learner() instanceof Scene.Learner.Replay played) {
            Model recorded = ReplayedCourse.model(played.recording(), data.train().labels().isPresent());
            return new ScaledLearning(recorded, recorded, data, Optional.empty(), Optional.empty());
        }
        return ScaledLearning.of(model(scene.learner()), data, scene.data().scales());
    }

    private static Course course(Scene scene, ScaledLearning learning) {
        return scene.learner() instanceof Scene.Learner.Replay played
                ? new ReplayedCourse(played.recording(), learning.drawn(), learning.data())
                : training(scene, learning)::run;
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

    /** What it is called beside others; empty where it is the only one. */
    public String name() {
        return name;
    }

    /** The scene that it is alone. */
    public Scene scene() {
        return scene;
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

    public NamedRun named() {
        return new NamedRun(name, scene, run());
    }

    public FirstRun firstRun() {
        return firstRun;
    }

    public int lastEpoch() {
        return run().metrics().lastEpoch();
    }

    /** Tells {@code observer} of every epoch, from memory or by training again. */
    public void replay(EpochObserver observer) {
        if (!firstRun.history().isComplete()) {
            course.run(observer, 1);
            return;
        }
        for (int epoch = 0; epoch <= lastEpoch(); epoch++) {
            observer.epoch(epoch, firstRun.history().at(epoch));
        }
    }
}
