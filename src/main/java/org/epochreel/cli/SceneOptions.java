package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.scene.InvalidSceneException;
import org.epochreel.scene.KeyOverride;
import org.epochreel.scene.Scene;
import org.epochreel.scene.SceneReader;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
            converter = Setting.class,
            description = "Overrides any key of the scene, such as training.epochs=100. Repeatable.")
    private List<KeyOverride> settings = new ArrayList<>();

    /** Reads what stands behind {@code --set}; what is no setting is wrong usage. */
    private static final class Setting implements ITypeConverter<KeyOverride> {
        @Override
        public KeyOverride convert(String text) {
            try {
                return KeyOverride.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Adds overrides as if they had been given as {@code --set}. */
    void set(String... added) {
        for (String setting : added) {
            settings.add(KeyOverride.parse(setting));
        }
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
        overrides.addAll(settings);
        addOption(overrides, "--size", "video.size", size);
        addOption(overrides, "--fps", "video.fps", fps);
        addOption(overrides, "--seed", "initialisation.seed", seed);
        return overrides.build();
    }

    private static void addOption(ImmutableList.Builder<KeyOverride> overrides, String option, String key, String value) {
        if (value != null) {
            overrides.add(new KeyOverride(option, key, value));
        }
    }
}
