package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.files.OutputCheck;
import org.epochreel.files.PendingFile;
import org.epochreel.scene.SceneResources;
import org.epochreel.scene.starter.TableScene;
import org.epochreel.scene.yaml.InvalidSceneException;
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
        spec().addPositional(target).addOption(force).addOption(csv).addOption(x).addOption(y);
    }

    private static OptionSpec column(String name, String where) {
        return OptionSpec.builder(name)
                .paramLabel("COLUMN")
                .type(String.class)
                .description("The table's column to draw " + where + ".")
                .build();
    }

    @Override
    public Integer call() throws IOException, InvalidSceneException {
        Path file = target.getValue();
        Path table = csv.getValue();
        ImmutableList<List<Path>> inputs = table == null ? ImmutableList.of() : ImmutableList.of(List.of(table));
        new OutputCheck(inputs, force.getValue()).require(ImmutableList.of(file));
        String scene = table == null ? starter() : tableScene(table, file);
        try (PendingFile pending = new PendingFile(file)) {
            pending.write(out -> out.write(scene));
            pending.complete();
        }
        console.result(file);
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
            throw wrongUsage(table + " cannot be read (" + e.getMessage() + ")");
        }
    }
}
