package org.epochreel.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.epochreel.render.OutputException;
import org.epochreel.render.RenderException;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.Still;
import org.epochreel.scene.InvalidSceneException;
import org.epochreel.scene.Scene;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "still",
        description = "Writes one frame of a scene as a PNG picture.",
        mixinStandardHelpOptions = true)
final class StillCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENE", description = "A scene file.")
    private Path file;

    @Option(names = "--epoch", paramLabel = "E", description = "The epoch to show (default: the last).")
    private Integer epoch;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.png",
            description = "The picture's file (default: output/NAME-epoch-E.png).")
    private Path output;

    @Mixin
    private SceneOptions scenes = new SceneOptions();

    @Mixin
    private Verbosity verbosity = new Verbosity();

    StillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidSceneException, OutputException, RenderException {
        if (epoch != null && epoch < 0) {
            throw new ParameterException(spec.commandLine(), "--epoch " + epoch + " is negative; epoch 0 is the first");
        }
        Scene scene = scenes.read(file);
        OptionalInt elsewhere = CompilerChoice.runElsewhere(spec, List.of(scene), false);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        OptionalInt wanted = epoch == null ? OptionalInt.empty() : OptionalInt.of(epoch);
        Still still;
        try (Progress progress = Progress.of(console, verbosity, scene.name())) {
            still = new SceneRenderer().still(scene, wanted, progress);
        }
        if (wanted.isPresent() && still.epoch() != epoch) {
            throw new ParameterException(spec.commandLine(),
                    "--epoch " + epoch + " is past the last epoch of " + scene.name() + ", " + still.epoch());
        }
        Path target = output != null ? output : Path.of("output", scene.name() + "-epoch-" + still.epoch() + ".png");
        still.write(target);
        console.out().println(target);
        return ExitCode.DONE;
    }
}
