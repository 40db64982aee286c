package org.epochreel.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How much a command says beside its results. */
final class Verbosity {

    @ArgGroup(exclusive = true)
    private Choice choice = new Choice();

    private static final class Choice {
        @Option(names = {"-q", "--quiet"}, description = "Say nothing but results and mistakes.")
        private boolean quiet;

        @Option(names = {"-v", "--verbose"}, description = "Say also where the time went.")
        private boolean verbose;
    }

    boolean quiet() {
        return choice.quiet;
    }

    boolean verbose() {
        return choice.verbose;
    }
}
