package org.epochreel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.epochreel.render.OutputException;
import org.epochreel.scene.SceneResources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "new", description = "Writes a commented starter scene.", mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The scene file to write; it must not exist yet.")
    private Path file;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws OutputException {
        try {
            Path parent = file.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Files.writeString(file, SceneResources.starterScene(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new ParameterException(spec.commandLine(), file + " exists already; name a new file");
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
        console.out().println(file);
        return ExitCode.DONE;
    }
}
