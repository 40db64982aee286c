package org.epochreel.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.cli.progress.Progress;
import org.epochreel.cli.progress.Verbosity;
import org.epochreel.cli.startup.CompilerChoice;
import org.epochreel.files.OutputException;
import org.epochreel.render.RenderException;
import org.epochreel.render.SceneRenderer;
import org.epochreel.scene.Scene;
import org.epochreel.scene.yaml.InvalidSceneException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class TrainCommand extends Command {

    private final Console console;

    private final PositionalParamSpec file = path("SCENE", "A scene file.");

    private final OptionSpec output = OptionSpec.builder("-o", "--output")
            .paramLabel("FILE.csv")
            .type(Path.class)
            .description("The metrics' file (default: output/NAME.csv).")
            .build();

    private final SceneOptions scenes = new SceneOptions();
    private final Verbosity verbosity = new Verbosity();

    TrainCommand(Console console) {
        super("train", "Trains a scene without drawing and writes its metrics as CSV.");
        this.console = console;
        spec().addPositional(file).addOption(output);
        scenes.addTo(spec());
        verbosity.addTo(spec());
    }

    @Override
    public Integer call() throws InvalidSceneException, OutputException, RenderException {
        Scene scene = scenes.read(file.getValue());
        OptionalInt elsewhere = CompilerChoice.runElsewhere(Main.class, spec(), List.of(scene), false);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        Path named = output.getValue();
        Path target = named != null ? named : Path.of("output", scene.name() + ".csv");
        String summary;
        try (Progress progress = Progress.of(console, verbosity, scene.name())) {
            summary = SceneRenderer.alone().train(scene, target, progress);
        }
        if (!verbosity.quiet()) {
            console.err().println(scene.name() + ": " + summary);
        }
        console.out().println(target);
        return ExitCode.DONE;
    }
}
