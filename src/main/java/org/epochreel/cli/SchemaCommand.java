package org.epochreel.cli;

import java.util.concurrent.Callable;
import org.epochreel.scene.SceneResources;
import picocli.CommandLine.Command;

@Command(
        name = "schema",
        description = "Prints the JSON Schema of scene files, for editors.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(SceneResources.schema());
        return ExitCode.DONE;
    }
}
