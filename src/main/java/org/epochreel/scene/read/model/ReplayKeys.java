package org.epochreel.scene.read.model;

import java.util.Optional;
import org.epochreel.data.recorded.NumberArray;
import org.epochreel.data.recorded.RecordedLog;
import org.epochreel.data.recorded.Recording;
import org.epochreel.data.recorded.RecordingException;
import org.epochreel.scene.Scene.Learner.Replay;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.read.file.FileName;
import org.epochreel.scene.read.file.SceneFiles;

/** The keys of {@code replay}. */
public final class ReplayKeys extends Group<Replay> {

    private final Key<FileName> predictions = key("predictions", new FileName.Names("curves.npy")).alsoCalled("curves",
            "outputs", "y").required("curves.npy", "What the model gave: an array of epochs x points, or epochs x points x"
                    + " outputs, the state before training first; .npy, .npz (with a member behind a slash: run.npz/curves)"
                    + " or CSV, a row an epoch.");
    private final Key<FileName> x = key("x", new FileName.Names("grid.npy")).alsoCalled("points", "inputs", "grid")
            .required("grid.npy", "The points that were asked for: values of x, or points x 2 that make a full grid of the"
                    + " plane.");
    private final Key<FileName> metrics = key("metrics", new FileName.Names("log.csv")).alsoCalled("log", "history")
            .orNothing("the mean squared error is computed from the predictions", "log.csv", "A CSV file with a column epoch"
                    + " and the columns loss, test_loss, learning_rate, gradient_norm, gradient_angle, train_accuracy,"
                    + " test_accuracy or as many of them as there are, a row for each epoch of the predictions.");

    public ReplayKeys() {
        super("replay", "A run that was trained elsewhere, instead of network, initialisation and training.");
    }

    @Override
    protected Optional<Replay> read(Section replay) {
        Optional<FileName> curves = replay.find(predictions);
        Optional<FileName> grid = replay.find(x);
        Optional<FileName> log = replay.find(metrics);
        Optional<NumberArray> given = curves.flatMap(file -> SceneFiles.array(file, "predictions"));
        Optional<NumberArray> points = grid.flatMap(file -> SceneFiles.array(file, "x"));
        Optional<RecordedLog> logged = log.flatMap(SceneFiles::log);
        if (given.isEmpty() || points.isEmpty() || replay.has(metrics) && logged.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Replay(Recording.of(given.get(), points.get(), logged), curves.get().path(),
                    grid.get().path(), log.map(FileName::path)));
        } catch (RecordingException e) {
            replay.mistake(predictions, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    protected void write(Replay replay, Members members) {
        members.put(predictions, FileName.of(replay.predictions())).put(x, FileName.of(replay.x()));
        members.put(metrics, replay.metrics().map(FileName::of));
    }
}
