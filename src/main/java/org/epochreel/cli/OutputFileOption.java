package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.epochreel.batch.Sweep;
import org.epochreel.files.OutputCheck;
import org.epochreel.files.Ownership;
import org.epochreel.scene.Scene;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Where the one file goes that a command writes; its ending says what it is. */
final class OutputFileOption {

    private final OptionSpec file;
    private final ImmutableList<String> endings;
    private final Map<Path, String> written = new HashMap<>();
    private final String kind;

    private final OptionSpec force = OptionSpec.builder("--force")
            .type(boolean.class)
            .initialValue(false)
            .description("Replace a file that is there already.")
            .build();

    /**
     * @param endings that the file may have, such as "png"; by default it has the first
     * @param kind what is written, such as "a still is a PNG picture"
     * @param description of the option, with the default
     */
    OutputFileOption(ImmutableList<String> endings, String kind, String description) {
        this.endings = endings;
        this.kind = kind;
        this.file = OptionSpec.builder("-o", "--output")
                .paramLabel("FILE." + String.join("|", endings))
                .type(Path.class)
                .description(description)
                .build();
    }

    void addTo(CommandSpec command) {
        command.addOption(file).addOption(force);
    }

    /** Remembers what was written, which this process may replace while nobody else has changed it. */
    void wrote(Path target) throws IOException {
        written.put(target, Ownership.hash(target));
    }

    /** The file, by default of this name in the folder {@code output}. */
    Path target(String name) {
        Path named = file.getValue();
        if (named == null) {
            return Path.of("output", name + "." + endings.get(0));
        }
        if (!endings.contains(OutputOptions.ending(named))) {
            throw new ParameterException(file.command().commandLine(),
                    "-o " + named + " does not end in ." + String.join(" or .", endings) + "; " + kind);
        }
        return named;
    }

    /** Looks before the work whether its result can be written, and removes what killed runs have left there. */
    void require(Scene scene, Path target) throws IOException {
        boolean ours = Files.isRegularFile(target) && Ownership.hash(target).equals(written.get(target));
        new OutputCheck(ImmutableList.of(scene.inputs()), force.<Boolean>getValue() || ours)
                .require(ImmutableList.of(target));
        Sweep.directory(target.toAbsolutePath().getParent());
    }
}
