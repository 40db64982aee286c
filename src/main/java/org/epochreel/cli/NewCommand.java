package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.files.OutputCheck;
import org.epochreel.files.PendingFile;
import org.epochreel.scene.SceneResources;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class NewCommand extends Command {

    private final Console console;
    private final PositionalParamSpec target = path("FILE", "The scene file to write.");

    private final OptionSpec force = OptionSpec.builder("--force")
            .type(boolean.class)
            .initialValue(false)
            .description("Replace a file that is there already.")
            .build();

    NewCommand(Console console) {
        super("new", "Writes a commented starter scene.");
        this.console = console;
        spec().addPositional(target).addOption(force);
    }

    @Override
    public Integer call() throws IOException {
        Path file = target.getValue();
        new OutputCheck(ImmutableList.of(), force.getValue()).require(ImmutableList.of(file));
        try (PendingFile pending = new PendingFile(file)) {
            pending.write(out -> out.write(SceneResources.starterScene()));
            pending.complete();
        }
        console.result(file);
        return ExitCode.DONE;
    }
}
