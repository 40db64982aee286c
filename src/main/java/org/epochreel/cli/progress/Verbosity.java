package org.epochreel.cli.progress;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How much a command says beside its results. */
public final class Verbosity {

    private final OptionSpec quiet = OptionSpec.builder("-q", "--quiet")
            .type(boolean.class)
            .description("Say nothing but results and mistakes.")
            .build();

    private final OptionSpec verbose = OptionSpec.builder("-v", "--verbose")
            .type(boolean.class)
            .description("Say also where the time went.")
            .build();

    /** Adds the options, of which at most one may be given. */
    public void addTo(CommandSpec command) {
        command.addArgGroup(ArgGroupSpec.builder().exclusive(true).addArg(quiet).addArg(verbose).build());
    }

    public boolean quiet() {
        return isSet(quiet);
    }

    public boolean verbose() {
        return isSet(verbose);
    }

    /** An option of a group has no value before it is given. */
    private static boolean isSet(OptionSpec option) {
        return Boolean.TRUE.equals(option.getValue());
    }
}
