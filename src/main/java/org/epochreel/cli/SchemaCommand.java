package org.epochreel.cli;

import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.scene.SceneResources;

final class SchemaCommand extends Command {

    private final Console console;

    SchemaCommand(Console console) {
        super("schema", "Prints the JSON Schema of scene files, for editors.");
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(SceneResources.schema());
        return ExitCode.DONE;
    }
}
