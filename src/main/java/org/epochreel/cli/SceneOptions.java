package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.scene.InvalidSceneException;
import org.epochreel.scene.KeyOverride;
import org.epochreel.scene.Scene;
import org.epochreel.scene.SceneReader;
import picocli.CommandLine.Option;

/** The options that change what a scene file says, common to all commands that read one. */
final class SceneOptions {

    @Option(names = "--size", paramLabel = "WxH", description = "Frame size, such as 1280x720 or 1080p.")
    private String size;

    @Option(names = "--fps", paramLabel = "RATE", description = "Frames a second, such as 25 or 30000/1001.")
    private String fps;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the initialisation.")
    private String seed;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides any key of the scene, such as training.epochs=100. Repeatable.")
    private List<String> settings = new ArrayList<>();

    /** Adds overrides as if they had been given as {@code --set}. */
    void set(String... added) {
        settings.addAll(List.of(added));
    }

    /** Reads a scene file with the overrides of this command line. */
    Scene read(Path file) throws InvalidSceneException {
        return SceneReader.read(file, overrides());
    }

    /** As {@link #read(Path)}, with more overrides, which come last. */
    Scene read(Path file, List<KeyOverride> more) throws InvalidSceneException {
        return SceneReader.read(file, ImmutableList.<KeyOverride>builder().addAll(overrides()).addAll(more).build());
    }

    /** The overrides of this command line. */
    ImmutableList<KeyOverride> overrides() {
        ImmutableList.Builder<KeyOverride> overrides = ImmutableList.builder();
        settings.forEach(setting -> overrides.add(KeyOverride.parse(setting)));
        addSetting(overrides, "video.size", size);
        addSetting(overrides, "video.fps", fps);
        addSetting(overrides, "initialisation.seed", seed);
        return overrides.build();
    }

    private static void addSetting(ImmutableList.Builder<KeyOverride> overrides, String key, String value) {
        if (value != null) {
            overrides.add(KeyOverride.parse(key + "=" + value));
        }
    }
}
