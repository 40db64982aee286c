package org.epochreel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where videos go, common to all commands that write them. */
final class OutputOptions {

    private final OptionSpec directory = OptionSpec.builder("-o", "--output")
            .paramLabel("DIR")
            .type(Path.class)
            .defaultValue("output")
            .description("Directory for the files (default: ${DEFAULT-VALUE}).")
            .build();

    private final OptionSpec force = OptionSpec.builder("--force")
            .type(boolean.class)
            .initialValue(false)
            .description("Render again what is already there.")
            .build();

    void addTo(CommandSpec command) {
        command.addOption(directory).addOption(force);
    }

    Path directory() {
        return directory.getValue();
    }

    boolean force() {
        return force.getValue();
    }
}
