package org.epochreel.cli;

import com.google.common.collect.ImmutableSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Where videos go, common to all commands that write them. */
final class OutputOptions {

    /** What nobody's folder ends in. */
    private static final ImmutableSet<String> FILES = ImmutableSet.of("mp4", "m4v", "mov", "mkv", "webm", "avi", "gif",
            "apng", "png", "jpg", "jpeg", "webp", "svg", "pdf", "csv", "json", "yaml", "yml", "html", "txt");

    private final OptionSpec directory = OptionSpec.builder("-o", "--output")
            .paramLabel("DIR")
            .type(Path.class)
            .defaultValue("output")
            .description("Directory for the files (default: ${DEFAULT-VALUE}).")
            .build();

    private final OptionSpec force = OptionSpec.builder("--force")
            .type(boolean.class)
            .initialValue(false)
            .description("Render again what is already there, and replace what others wrote under these names.")
            .build();

    void addTo(CommandSpec command) {
        command.addOption(directory).addOption(force);
    }

    /** The folder for the files, which need not exist. */
    Path directory() {
        Path folder = directory.getValue();
        if (FILES.contains(ending(folder)) && !Files.isDirectory(folder)) {
            throw new ParameterException(directory.command().commandLine(), "-o names a folder, and " + folder
                    + " looks like a file; each scene's files get its name in the folder");
        }
        return folder;
    }

    /** What the name of a file ends in, in small letters and without the point. */
    static String ending(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    boolean force() {
        return force.getValue();
    }
}
