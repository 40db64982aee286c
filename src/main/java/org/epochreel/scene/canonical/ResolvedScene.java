package org.epochreel.scene.canonical;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import java.nio.charset.StandardCharsets;
import org.epochreel.data.DataSource;
import org.epochreel.data.Samples;
import org.epochreel.data.recorded.Recording;
import org.epochreel.scene.AudioSpec;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.SceneKeys;
import org.epochreel.text.JsonText;

/**
 * The canonical text of a scene: JSON with every default filled in, keys in one order. Read as a scene file in the
 * original's place, it is an equal scene.
 */
public final class ResolvedScene {

    private ResolvedScene() {}

    /** The text, ended by a line feed. */
    public static String text(Scene scene) {
        JsonText json = new JsonText();
        write(scene, json);
        return json.finish();
    }

    /** Writes the scene as one object into a longer text. */
    public static void write(Scene scene, JsonText json) {
        SceneKeys.SCENE.write(scene, json);
    }

    /**
     * SHA-256, in lower-case hexadecimal, of everything that the pictures depend on: the canonical text and, of points
     * from a CSV file, their bits, of a font its bytes, and a track of sound. The scene's name and the directory do not
     * count.
     */
    public static String hash(Scene scene) {
        Hasher hasher = Hashing.sha256().newHasher().putString(text(scene), StandardCharsets.UTF_8);
        if (scene.data() instanceof DataSource.Csv csv) {
            put(csv.dataSet().train(), hasher);
            csv.dataSet().test().ifPresent(test -> put(test, hasher));
            csv.xDates().ifPresent(dates -> hasher.putString(dates.toString(), StandardCharsets.UTF_8));
        }
        if (scene.data() instanceof DataSource.Image image) {
            put(image.dataSet().train(), hasher);
            image.dataSet().test().ifPresent(test -> put(test, hasher));
        }
        if (scene.learner() instanceof Scene.Learner.Replay replay) {
            put(replay.recording(), hasher);
        }
        scene.video().font().ifPresent(font -> hasher.putBytes(font.face().digest().asBytes()));
        if (scene.video().audio().orElse(null) instanceof AudioSpec.Own own) {
            hasher.putString(own.hash(), StandardCharsets.UTF_8);
        }
        return hasher.hash().toString();
    }

    private static void put(Recording recording, Hasher hasher) {
        recording.x().columns().forEach(column -> column.forEach(hasher::putDouble));
        recording.predictions().forEach(hasher::putDouble);
        recording.log().columns().forEach((quantity, values) -> {
            hasher.putString(quantity.name(), StandardCharsets.UTF_8);
            values.forEach(hasher::putDouble);
        });
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
        samples.labels().ifPresent(labels -> labels.classes().forEach(name ->
                hasher.putString(name, StandardCharsets.UTF_8).putChar('\n')));
    }
}
