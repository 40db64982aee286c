package org.epochreel.scene.canonical;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableDoubleArray;
import java.nio.charset.StandardCharsets;
import org.epochreel.data.DataSource;
import org.epochreel.data.Inputs;
import org.epochreel.data.Samples;
import org.epochreel.data.Target;
import org.epochreel.scene.Choice;
import org.epochreel.scene.HoldTime;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec;
import org.epochreel.text.JsonText;

/**
 * The canonical text of a scene: JSON with every default filled in, keys in one order. Read as a scene file in the
 * original's place, it is an equal scene.
 */
public final class ResolvedScene {

    private final JsonText json;

    private ResolvedScene(JsonText json) {
        this.json = json;
    }

    /** The text, ended by a line feed. */
    public static String text(Scene scene) {
        JsonText json = new JsonText();
        write(scene, json);
        return json.finish();
    }

    /** Writes the scene as one object into a longer text. */
    public static void write(Scene scene, JsonText json) {
        new ResolvedScene(json).scene(scene);
    }

    /**
     * SHA-256, in lower-case hexadecimal, of everything that the pictures depend on: the canonical text and, of points
     * from a CSV file, their bits. The scene's name and the directory do not count.
     */
    public static String hash(Scene scene) {
        Hasher hasher = Hashing.sha256().newHasher().putString(text(scene), StandardCharsets.UTF_8);
        if (scene.data() instanceof DataSource.Csv csv) {
            put(csv.dataSet().train(), hasher);
            csv.dataSet().test().ifPresent(test -> put(test, hasher));
        }
        return hasher.hash().toString();
    }

    private static void put(Samples samples, Hasher hasher) {
        hasher.putInt(samples.count());
        for (int i = 0; i < samples.count(); i++) {
            for (ImmutableDoubleArray column : samples.inputs().columns()) {
                hasher.putDouble(column.get(i));
            }
            for (ImmutableDoubleArray column : samples.outputs().columns()) {
                hasher.putDouble(column.get(i));
            }
        }
    }

    private void scene(Scene scene) {
        json.beginObject().key("schema").value(1);
        scene.title().ifPresent(title -> json.key("title").value(title));
        json.key("data");
        data(scene.data());
        if (scene.learner() instanceof Scene.Learner.Network network) {
            json.key("model").value("network");
            json.key("network").beginObject();
            json.key("hidden").beginArray();
            network.architecture().hidden().forEach(json::value);
            json.endArray();
            json.key("activation");
            names(network.architecture().activations());
            json.key("output").value(Choice.text(network.architecture().output()));
            json.key("bias").value(network.architecture().bias()).endObject();
        } else {
            json.key("model").value(Choice.text(((Scene.Learner.Family) scene.learner()).family()));
        }
        json.key("initialisation");
        new ResolvedInitialisation(json).write(scene.initialisation(), scene.learner());
        json.key("training");
        new ResolvedTraining(json).write(scene.training());
        json.key("video");
        video(scene.video());
        json.endObject();
    }

    private void data(DataSource source) {
        json.beginObject();
        if (source instanceof DataSource.Csv csv) {
            json.key("csv").beginObject();
            json.key("file").value(csv.file().toString());
            json.key("x").value(csv.xColumn()).key("y").value(csv.yColumn()).endObject();
            csv.testFile().ifPresent(file ->
                    json.key("test").beginObject().key("file").value(file.toString()).endObject());
        } else {
            DataSource.Generated generated = (DataSource.Generated) source;
            inputs(generated.x());
            json.key("y").beginObject();
            target(generated.y());
            json.endObject();
            json.key("noise").value(generated.noise()).key("seed").value(generated.seed());
            generated.testCount().ifPresent(count ->
                    json.key("test").beginObject().key("count").value(count).endObject());
        }
        json.endObject();
    }

    private void inputs(Inputs inputs) {
        json.key("x").beginObject();
        if (inputs instanceof Inputs.Grid grid) {
            json.key("grid").beginObject().key("from").value(grid.from()).key("to").value(grid.to());
        } else {
            Inputs.Uniform uniform = (Inputs.Uniform) inputs;
            json.key("uniform").beginObject().key("from").value(uniform.from()).key("to").value(uniform.to());
        }
        json.key("count").value(inputs.count()).endObject().endObject();
    }

    private void target(Target target) {
        if (target instanceof Target.Linear linear) {
            coefficients("linear", linear.a(), linear.b());
        } else if (target instanceof Target.Quadratic quadratic) {
            coefficients("quadratic", quadratic.a(), quadratic.b(), quadratic.c());
        } else if (target instanceof Target.Sinusoidal sine) {
            coefficients("sinusoidal", sine.a(), sine.b(), sine.c(), sine.d());
        } else {
            json.key("expression").value(((Target.Formula) target).expression().text());
        }
    }

    private void coefficients(String name, double... values) {
        json.key(name).beginObject();
        for (int i = 0; i < values.length; i++) {
            json.key("abcd".substring(i, i + 1)).value(values[i]);
        }
        json.endObject();
    }

    private void video(VideoSpec video) {
        json.beginObject().key("size").value(video.size().toString());
        json.key("fps");
        if (video.fps().denominator() == 1) {
            json.value(video.fps().numerator());
        } else {
            json.value(video.fps().toString());
        }
        json.key("frames").beginObject();
        if (video.frames() instanceof VideoSpec.FrameSelection.Every every) {
            json.key("every").value(every.epochs());
        } else {
            VideoSpec.FrameSelection.Count count = (VideoSpec.FrameSelection.Count) video.frames();
            json.key("count").value(count.count()).key("pace").value(Choice.text(count.pace()));
        }
        json.endObject();
        json.key("hold").beginObject();
        json.key("first").value(HoldTime.text(video.hold().first()));
        json.key("last").value(HoldTime.text(video.hold().last())).endObject();
        json.key("theme").value(Choice.text(video.theme()));
        json.key("trails").value(video.trails()).key("neurons").value(video.neurons());
        json.key("readout");
        names(video.readout());
        json.key("axes").beginObject();
        video.axes().x().ifPresent(range -> range("x", range));
        video.axes().y().ifPresent(range -> range("y", range));
        json.key("fit").value(Choice.text(video.axes().fit())).endObject();
        json.key("panels");
        names(video.panels());
        json.endObject();
    }

    private void range(String name, VideoSpec.Range range) {
        json.key(name).beginArray().value(range.from()).value(range.to()).endArray();
    }

    private void names(ImmutableList<? extends Enum<?>> choices) {
        json.beginArray();
        choices.forEach(choice -> json.value(Choice.text(choice)));
        json.endArray();
    }

    static void numbers(ImmutableDoubleArray values, int from, int to, JsonText json) {
        json.beginArray();
        for (int i = from; i < to; i++) {
            json.value(values.get(i));
        }
        json.endArray();
    }
}
