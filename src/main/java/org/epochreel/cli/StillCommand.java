package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.epochreel.batch.MemoryNeed;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.cli.progress.Progress;
import org.epochreel.cli.progress.Verbosity;
import org.epochreel.cli.startup.CompilerChoice;
import org.epochreel.cli.watch.WatchOption;
import org.epochreel.cli.watch.Watching;
import org.epochreel.render.RenderException;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.Still;
import org.epochreel.render.Watch;
import org.epochreel.render.plan.Workload;
import org.epochreel.scene.Scene;
import org.epochreel.scene.yaml.InvalidSceneException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class StillCommand extends Command {

    private final Console console;

    private final PositionalParamSpec file = path("SCENE", "A scene file.");

    private final OptionSpec epoch = OptionSpec.builder("--epoch")
            .paramLabel("E")
            .type(Integer.class)
            .description("The epoch to show (default: the last).")
            .build();

    private final OutputFileOption output = new OutputFileOption(
            ImmutableList.of("png", "svg", "pdf"), "a still is a PNG, SVG or PDF picture",
            "The picture's file, of the kind that its ending says (default: output/NAME-epoch-E.png).");

    private final WatchOption watch = new WatchOption();
    private final SceneOptions scenes = new SceneOptions();
    private final Verbosity verbosity = new Verbosity();
    private final SceneRenderer renderer = SceneRenderer.alone();

    StillCommand(Console console) {
        super("still", "Writes one frame of a scene as a picture, PNG or for print.");
        this.console = console;
        spec().addPositional(file).addOption(epoch);
        output.addTo(spec());
        watch.addTo(spec());
        scenes.addTo(spec());
        verbosity.addTo(spec());
    }

    @Override
    public Integer call() throws InvalidSceneException, IOException, RenderException {
        Integer asked = epoch.getValue();
        if (asked != null && asked < 0) {
            throw wrongUsage("--epoch " + asked + " is negative; epoch 0 is the first");
        }
        if (watch.asked()) {
            return new Watching(console, new Explanation(console)::tell).over(List.of(file.<Path>getValue()), () -> {
                Scene scene = scenes.read(file.getValue(), console);
                draw(scene, asked);
                return new Watching.Outcome(scene.inputs(), true);
            });
        }
        Scene scene = scenes.read(file.getValue(), console);
        output.require(scene, target(scene, asked == null ? scene.training().epochs() : asked));
        OptionalInt elsewhere = CompilerChoice.runElsewhere(Main.class, spec(), List.of(scene), false);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        draw(scene, asked);
        return ExitCode.DONE;
    }

    /** @param asked the epoch; the last if there is none */
    private void draw(Scene scene, Integer asked) throws IOException, RenderException {
        Path expected = target(scene, asked == null ? scene.training().epochs() : asked);
        Parallel.requireMemory(List.of(MemoryNeed.of(scene)));
        output.require(scene, expected);
        OptionalInt wanted = asked == null ? OptionalInt.empty() : OptionalInt.of(asked);
        Still still;
        try (Progress progress = Progress.of(console, verbosity, scene, false)) {
            still = new Watch(scene.name(), List.of(), Workload.patience(scene))
                    .over(progress, heard -> renderer.still(scene, wanted, format(expected), heard));
        }
        if (wanted.isPresent() && still.epoch() != asked) {
            throw wrongUsage("--epoch " + asked + " is past the last epoch of " + scene.name() + ", " + still.epoch());
        }
        Path target = target(scene, still.epoch());
        if (!target.equals(expected)) {
            // The run ended before the last epoch that the scene allows.
            output.require(scene, target);
        }
        still.write(target);
        output.wrote(target);
        console.result(target);
    }

    private static Still.Format format(Path file) {
        return Still.Format.valueOf(OutputOptions.ending(file).toUpperCase(Locale.ROOT));
    }

    private Path target(Scene scene, int shownEpoch) {
        return output.target(scene.name() + "-epoch-" + shownEpoch);
    }
}
