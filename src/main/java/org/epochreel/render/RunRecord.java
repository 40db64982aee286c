package org.epochreel.render;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.epochreel.data.Scaling;
import org.epochreel.files.OutputFiles;
import org.epochreel.files.Ownership;
import org.epochreel.landscape.Landscape;
import org.epochreel.render.beside.FilmTimes;
import org.epochreel.render.landscape.LandscapeRecord;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.train.NamedRun;
import org.epochreel.run.Metrics;
import org.epochreel.run.RateSwitch;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.Scene;
import org.epochreel.scene.canonical.ResolvedScene;
import org.epochreel.scene.read.SceneKeys;
import org.epochreel.text.JsonLeaves;
import org.epochreel.text.JsonText;

/** The record of a rendered scene: what it was made from, what came out, and the hashes by which both are recognised. */
final class RunRecord {

    private static final String SCENE_HASH = "scene_hash";
    private static final String HASH = "_sha256";
    private static final String POSTER_HASH = "png_sha256";
    private static final String METRICS_HASH = "csv_sha256";

    /** Keys that are named where many have changed. */
    private static final int MOST_KEYS = 3;

    private final JsonText json = new JsonText();

    /** Begins a record; the files are read for their hashes, under the names they have at present. */
    RunRecord(Plan plan, Optional<Landscape> landscape, Path poster, Path metrics) throws IOException {
        json.beginObject();
        write(plan, landscape);
        json.key(POSTER_HASH).value(Ownership.hash(poster));
        json.key(METRICS_HASH).value(Ownership.hash(metrics));
    }

    /** Adds the film in one format, by its ending; it is read for its hash, as the other files were. */
    void add(String ending, Path film) throws IOException {
        json.key(ending + HASH).value(Ownership.hash(film));
    }

    /** The record's text, of which nothing is missing any more. */
    String complete() {
        return json.endObject().finish();
    }

    /** Whether a record is there that names this scene, and the files are those that it names. */
    static boolean matches(Scene scene, OutputFiles files) {
        try {
            ImmutableMap<String, String> recorded = JsonText.strings(Files.readString(files.record()));
            for (String ending : SceneOutputs.endings(scene)) {
                if (!Ownership.hash(files.of(ending)).equals(recorded.get(ending + HASH))) {
                    return false;
                }
            }
            return ResolvedScene.hash(scene).equals(recorded.get(SCENE_HASH))
                    && Ownership.hash(files.poster()).equals(recorded.get(POSTER_HASH))
                    && Ownership.hash(files.metrics()).equals(recorded.get(METRICS_HASH));
        } catch (IOException | IllegalArgumentException e) {
            // Whatever cannot be read is not the finished work of a render, so the scene is rendered.
            return false;
        }
    }

    /**
     * What has changed since the files that are there were written, as a part of a sentence such as "video.size has
     * changed"; nothing if none is there, or nothing has.
     */
    static Optional<String> change(Scene scene, OutputFiles files) {
        String text;
        ImmutableMap<String, String> recorded;
        try {
            text = Files.readString(files.record());
            recorded = JsonText.strings(text);
            for (Path file : SceneRenderer.files(scene, files)) {
                if (!Files.exists(file)) {
                    return Optional.of(file.getFileName() + " is missing");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // Whatever cannot be read is nobody's earlier work.
            return Optional.empty();
        }
        if (ResolvedScene.hash(scene).equals(recorded.get(SCENE_HASH))) {
            return matches(scene, files) ? Optional.empty() : Optional.of("a file is not as it was written");
        }
        Set<String> keys = JsonLeaves.of(text).below("scene").differences(JsonLeaves.of(ResolvedScene.text(scene)));
        if (keys.isEmpty()) {
            return Optional.of("the data have changed");
        }
        String named = keys.stream().limit(MOST_KEYS).collect(Collectors.joining(", "));
        int others = keys.size() - MOST_KEYS;
        return Optional.of(named + (others > 0 ? " and " + others + " more" : "")
                + (keys.size() == 1 ? " has changed" : " have changed"));
    }

    private void write(Plan plan, Optional<Landscape> landscape) {
        Scene scene = plan.scene();
        json.key(SCENE_HASH).value(ResolvedScene.hash(scene));
        json.key("tool_version").value(ToolVersion.current());
        json.key("seed").value(scene.initialisation().seed());
        json.key("frames").value(plan.timeline().frameCount());
        json.key("fps");
        if (scene.video().fps().denominator() == 1) {
            json.value(scene.video().fps().numerator());
        } else {
            json.value(scene.video().fps().toString());
        }
        FilmTimes.write(plan, json);
        if (plan.runs().size() == 1) {
            write(plan.runs().get(0));
        } else {
            json.key("runs").beginArray();
            for (NamedRun run : plan.runs()) {
                json.beginObject().key("name").value(run.name());
                write(run);
                json.endObject();
            }
            json.endArray();
        }
        if (plan.learning().inputs().isPresent() || plan.learning().outputs().isPresent()) {
            json.key("scaling").beginObject();
            plan.learning().inputs().ifPresent(scaling -> write("x", scaling));
            plan.learning().outputs().ifPresent(scaling -> write("y", scaling));
            json.key("meaning").value("scaled = (own - subtract) / divide_by, by the training rows; parameters take and"
                    + " give scaled numbers, losses and gradients are of scaled numbers").endObject();
        }
        landscape.ifPresent(shown -> {
            json.key("landscape");
            LandscapeRecord.write(shown, json);
        });
        json.key("scene");
        ResolvedScene.write(scene, json);
    }

    private void write(String axis, Scaling scaling) {
        json.key(axis).beginObject();
        json.key("subtract").beginArray();
        scaling.subtract().forEach(json::value);
        json.endArray().key("divide_by").beginArray();
        scaling.divideBy().forEach(json::value);
        json.endArray().endObject();
    }

    private void write(NamedRun named) {
        TrainingRun run = named.run();
        json.key("epochs").value(run.metrics().lastEpoch());
        json.key("stopped").value(run.ending().name().toLowerCase(Locale.ROOT));
        json.key("cutoffs").beginArray();
        for (RateSwitch change : run.rateChanges()) {
            json.beginObject();
            json.key("epoch").value(change.epoch()).key("learning_rate").value(change.to());
            json.endObject();
        }
        json.endArray();
        losses(run.metrics());
        if (named.scene().learner() instanceof Scene.Learner.Replay) {
            return;
        }
        json.key("parameters");
        SceneKeys.SCENE.writeParameters(run.parameters(), named.scene().learner(), json);
        if (run.best().isPresent()) {
            json.key("parameters_epoch").value(run.best().get().epoch());
            json.key("final_parameters");
            SceneKeys.SCENE.writeParameters(run.finalParameters(), named.scene().learner(), json);
        }
    }

    private void losses(Metrics metrics) {
        int last = metrics.lastEpoch();
        json.key("first_train_loss").value(metrics.trainLoss().get(0));
        json.key("final_train_loss").value(metrics.trainLoss().get(last));
        if (metrics.hasAccuracy()) {
            json.key("final_train_accuracy").value(metrics.trainAccuracy().get(last));
        }
        if (!metrics.hasTestLoss()) {
            return;
        }
        int lowest = 0;
        for (int epoch = 1; epoch <= last; epoch++) {
            if (metrics.testLoss().get(epoch) < metrics.testLoss().get(lowest)) {
                lowest = epoch;
            }
        }
        testLoss("first_test_loss", metrics.testLoss().get(0));
        testLoss("final_test_loss", metrics.testLoss().get(last));
        testLoss("lowest_test_loss", metrics.testLoss().get(lowest));
        json.key("lowest_test_loss_epoch").value(lowest);
        if (metrics.hasAccuracy() && !Double.isNaN(metrics.testAccuracy().get(last))) {
            json.key("final_test_accuracy").value(metrics.testAccuracy().get(last));
        }
    }

    private void testLoss(String key, double loss) {
        json.key(key);
        if (Double.isFinite(loss)) {
            json.value(loss);
        } else {
            json.nothing();
        }
    }
}
