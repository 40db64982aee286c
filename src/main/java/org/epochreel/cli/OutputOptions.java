package org.epochreel.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where videos go, common to all commands that write them. */
final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "output",
            description = "Directory for the files (default: ${DEFAULT-VALUE}).")
    private Path directory;

    @Option(names = "--force", description = "Render again what is already there.")
    private boolean force;

    Path directory() {
        return directory;
    }

    boolean force() {
        return force;
    }
}
