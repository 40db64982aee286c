package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.startup.CompilerChoice;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.KeyOverride;
import org.epochreel.scene.read.SceneReader;
import org.epochreel.scene.yaml.InvalidSceneException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The options that change what a scene file says, common to all commands that read one. */
final class SceneOptions {

    private final OptionSpec size = OptionSpec.builder("--size")
            .paramLabel("WxH")
            .type(String.class)
            .description("Frame size, such as 1280x720 or 1080p.")
            .build();

    private final OptionSpec fps = OptionSpec.builder("--fps")
            .paramLabel("RATE")
            .type(String.class)
            .description("Frames a second, such as 25 or 30000/1001.")
            .build();

    private final OptionSpec seed = OptionSpec.builder("--seed")
            .paramLabel("N")
            .type(String.class)
            .description("Seed of the initialisation.")
            .build();

    private final OptionSpec settings = OptionSpec.builder("--set")
            .paramLabel("KEY=VALUE")
            .type(List.class)
            .auxiliaryTypes(KeyOverride.class)
            .converters(new Setting())
            .initialValue(List.of())
            .description("Overrides any key of the scene, such as training.epochs=100. Repeatable.")
            .build();

    private final OptionSpec confine = OptionSpec.builder("--confine")
            .type(boolean.class)
            .description("Refuse scenes that name files outside of their own directory.")
            .build();

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

    void addTo(CommandSpec command) {
        command.addOption(size).addOption(fps).addOption(seed).addOption(settings).addOption(confine);
    }

    /** Reads a scene file with the overrides of this command line. */
    Scene read(Path file) throws InvalidSceneException {
        return read(file, List.of());
    }

    /** As {@link #read(Path)}, with more overrides, which come last. */
    Scene read(Path file, List<KeyOverride> more) throws InvalidSceneException {
        return result(file, more).scene();
    }

    /**
     * As {@link #read(Path)}; prints what the author may not have meant, unless another virtual machine did so before
     * it handed the work on to this one.
     */
    Scene read(Path file, Console console) throws InvalidSceneException {
        SceneReader.Result result = result(file, List.of());
        if (!CompilerChoice.isHandedOn()) {
            result.warnings().forEach(warning -> console.err().println(warning.toString()));
        }
        return result.scene();
    }

    private SceneReader.Result result(Path file, List<KeyOverride> more) throws InvalidSceneException {
        boolean confined = Boolean.TRUE.equals(confine.<Boolean>getValue());
        return SceneReader.read(
                file, ImmutableList.<KeyOverride>builder().addAll(overrides()).addAll(more).build(), confined);
    }

    /** The overrides of this command line. */
    private ImmutableList<KeyOverride> overrides() {
        ImmutableList.Builder<KeyOverride> overrides = ImmutableList.builder();
        overrides.addAll(settings.<List<KeyOverride>>getValue());
        addOption(overrides, size, "video.size");
        addOption(overrides, fps, "video.fps");
        addOption(overrides, seed, "initialisation.seed");
        return overrides.build();
    }

    private static void addOption(ImmutableList.Builder<KeyOverride> overrides, OptionSpec option, String key) {
        String value = option.getValue();
        if (value != null) {
            overrides.add(new KeyOverride(option.longestName(), key, value));
        }
    }
}
