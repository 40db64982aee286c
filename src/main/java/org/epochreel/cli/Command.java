package org.epochreel.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * One command of the program: what it takes from the command line, and what it does. It declares itself to picocli as a
 * model, since annotations would be read by reflection at every start, which takes some 20 milliseconds.
 */
abstract class Command implements Callable<Integer> {

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /** Declares {@code --help} and {@code --version} alone; a subclass adds to {@link #spec()} what else it takes. */
    Command(String name, String description) {
        spec.name(name);
        spec.usageMessage().description(description);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
    }

    /** What the command takes; options and parameters hold their values once a command line has been read. */
    final CommandSpec spec() {
        return spec;
    }

    /** The one path that a command takes. */
    static PositionalParamSpec path(String label, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .type(Path.class)
                .index("0")
                .arity("1")
                .required(true)
                .description(description)
                .build();
    }

    /** The paths that a command takes, at least one. */
    static PositionalParamSpec paths(String label, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .arity("1..*")
                .required(true)
                .description(description)
                .build();
    }

    /** A user's mistake that only the command itself can see. */
    final ParameterException wrongUsage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
