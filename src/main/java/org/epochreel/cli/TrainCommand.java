package org.epochreel.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.epochreel.render.OutputException;
import org.epochreel.render.RenderException;
import org.epochreel.render.SceneRenderer;
import org.epochreel.scene.InvalidSceneException;
import org.epochreel.scene.Scene;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        description = "Trains a scene without drawing and writes its metrics as CSV.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENE", description = "A scene file.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.csv",
            description = "The metrics' file (default: output/NAME.csv).")
    private Path output;

    @Mixin
    private SceneOptions scenes = new SceneOptions();

    @Mixin
    private Verbosity verbosity = new Verbosity();

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidSceneException, OutputException, RenderException {
        Scene scene = scenes.read(file);
        OptionalInt elsewhere = CompilerChoice.runElsewhere(spec, List.of(scene), false);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        Path target = output != null ? output : Path.of("output", scene.name() + ".csv");
        String summary;
        try (Progress progress = Progress.of(console, verbosity, scene.name())) {
            summary = new SceneRenderer().train(scene, target, progress);
        }
        if (!verbosity.quiet()) {
            console.err().println(scene.name() + ": " + summary);
        }
        console.out().println(target);
        return ExitCode.DONE;
    }
}
