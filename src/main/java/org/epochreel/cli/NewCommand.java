package org.epochreel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.files.OutputException;
import org.epochreel.scene.SceneResources;
import picocli.CommandLine.Model.PositionalParamSpec;

final class NewCommand extends Command {

    private final Console console;
    private final PositionalParamSpec target = path("FILE", "The scene file to write; it must not exist yet.");

    NewCommand(Console console) {
        super("new", "Writes a commented starter scene.");
        this.console = console;
        spec().addPositional(target);
    }

    @Override
    public Integer call() throws OutputException {
        Path file = target.getValue();
        try {
            Path parent = file.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Files.writeString(file, SceneResources.starterScene(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw wrongUsage(file + " exists already; name a new file");
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
        console.out().println(file);
        return ExitCode.DONE;
    }
}
