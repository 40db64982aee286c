package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.epochreel.batch.MemoryNeed;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.cli.progress.Progress;
import org.epochreel.cli.progress.Verbosity;
import org.epochreel.cli.startup.CompilerChoice;
import org.epochreel.render.RenderException;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.Watch;
import org.epochreel.render.plan.Workload;
import org.epochreel.scene.Scene;
import org.epochreel.scene.yaml.InvalidSceneException;
import picocli.CommandLine.Model.PositionalParamSpec;

final class TrainCommand extends Command {

    private final Console console;

    private final PositionalParamSpec file = path("SCENE", "A scene file.");

    private final OutputFileOption output = new OutputFileOption(
            ImmutableList.of("csv"), "metrics are a CSV file", "The metrics' file (default: output/NAME.csv).");

    private final SceneOptions scenes = new SceneOptions();
    private final Verbosity verbosity = new Verbosity();

    TrainCommand(Console console) {
        super("train", "Trains a scene without drawing and writes its metrics as CSV.");
        this.console = console;
        spec().addPositional(file);
        output.addTo(spec());
        scenes.addTo(spec());
        verbosity.addTo(spec());
    }

    @Override
    public Integer call() throws InvalidSceneException, IOException, RenderException {
        Scene scene = scenes.read(file.getValue(), console);
        Path target = output.target(scene.name());
        Parallel.requireMemory(List.of(MemoryNeed.of(scene)));
        output.require(scene, target);
        OptionalInt elsewhere = CompilerChoice.runElsewhere(Main.class, spec(), List.of(scene), false);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        String summary;
        try (Progress progress = Progress.of(console, verbosity, scene, false)) {
            summary = new Watch(scene.name(), List.of(target), Workload.patience(scene))
                    .over(progress, heard -> SceneRenderer.alone().train(scene, target, heard));
        }
        if (!verbosity.quiet()) {
            console.err().println(scene.name() + ": " + summary);
        }
        console.result(target);
        return ExitCode.DONE;
    }
}
