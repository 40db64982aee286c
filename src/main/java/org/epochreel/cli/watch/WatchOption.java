package org.epochreel.cli.watch;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whether a command goes on with its work whenever a file is saved that it reads. */
public final class WatchOption {

    private final OptionSpec watch = OptionSpec.builder("--watch")
            .type(boolean.class)
            .initialValue(false)
            .description("Do it anew at each save of the scene or a file that it reads; Ctrl-C ends.")
            .build();

    public void addTo(CommandSpec command) {
        command.addOption(watch);
    }

    public boolean asked() {
        return watch.getValue();
    }
}
