package org.epochreel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.files.OutputException;
import org.epochreel.scene.SceneResources;
import org.epochreel.scene.starter.TableScene;
import org.epochreel.scene.yaml.InvalidSceneException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class NewCommand extends Command {

    private final Console console;
    private final PositionalParamSpec target = path("FILE", "The scene file to write; it must not exist yet.");

    private final OptionSpec csv = OptionSpec.builder("--csv")
            .paramLabel("DATA.csv")
            .type(Path.class)
            .description("Write a scene for this table that works as it stands.")
            .build();

    private final OptionSpec x = column("--x", "across (default: dates, or numbers that rise)");

    private final OptionSpec y = column("--y", "upwards (default: the first other column of numbers)");

    NewCommand(Console console) {
        super("new", "Writes a commented starter scene, or one for your own table.");
        this.console = console;
        spec().addPositional(target).addOption(csv).addOption(x).addOption(y);
    }

    private static OptionSpec column(String name, String where) {
        return OptionSpec.builder(name)
                .paramLabel("COLUMN")
                .type(String.class)
                .description("The table's column to draw " + where + ".")
                .build();
    }

    @Override
    public Integer call() throws OutputException, InvalidSceneException {
        Path file = target.getValue();
        if (Files.exists(file)) {
            throw wrongUsage(file + " exists already; name a new file");
        }
        String scene = csv.getValue() == null ? starter() : tableScene(csv.getValue(), file);
        try {
            Path parent = file.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Files.writeString(file, scene, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw wrongUsage(file + " exists already; name a new file");
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
        console.out().println(file);
        return ExitCode.DONE;
    }

    private String starter() {
        if (x.getValue() != null || y.getValue() != null) {
            throw wrongUsage("--x and --y choose columns of a table; name it with --csv");
        }
        return SceneResources.starterScene();
    }

    private String tableScene(Path table, Path scene) throws InvalidSceneException {
        if (!Files.isRegularFile(table)) {
            throw wrongUsage(Files.exists(table) ? table + " is not a file; name a CSV file"
                    : "there is no file " + table);
        }
        try {
            TableScene made = TableScene.of(
                    table, scene, Optional.ofNullable(x.getValue()), Optional.ofNullable(y.getValue()));
            made.told().forEach(console.err()::println);
            return made.text();
        } catch (IOException e) {
            boolean gone = e instanceof NoSuchFileException;
            throw wrongUsage(table + (gone ? " is not there any more" : " cannot be read"));
        }
    }
}
