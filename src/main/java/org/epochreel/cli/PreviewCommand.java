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
import org.epochreel.cli.watch.WatchOption;
import org.epochreel.cli.watch.Watching;
import org.epochreel.render.RenderException;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.Still;
import org.epochreel.render.Watch;
import org.epochreel.render.plan.Workload;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.KeyOverride;
import org.epochreel.scene.yaml.InvalidSceneException;
import picocli.CommandLine.Model.PositionalParamSpec;

final class PreviewCommand extends Command {

    private final Console console;
    private final PositionalParamSpec file = path("SCENE", "A scene file.");

    private final OutputFileOption output = new OutputFileOption(ImmutableList.of("png"),
            "a preview is a PNG picture", "The picture's file (default: output/NAME-preview.png).");

    private final WatchOption watch = new WatchOption();
    private final SceneOptions scenes = new SceneOptions();
    private final Verbosity verbosity = new Verbosity();
    private final SceneRenderer renderer = SceneRenderer.alone();

    PreviewCommand(Console console) {
        super("preview", "Shows a scene's film in one picture: twelve moments with loss and learning rate.");
        this.console = console;
        spec().addPositional(file);
        output.addTo(spec());
        watch.addTo(spec());
        scenes.addTo(spec());
        verbosity.addTo(spec());
    }

    @Override
    public Integer call() throws InvalidSceneException, IOException, RenderException {
        if (watch.asked()) {
            return new Watching(console, new Explanation(console)::tell).over(List.of(file.<Path>getValue()), () -> {
                Scene scene = scenes.read(file.getValue(), console);
                draw(scene);
                return new Watching.Outcome(scene.inputs(), true);
            });
        }
        Scene scene = scenes.read(file.getValue(), console);
        output.require(scene, target(scene));
        OptionalInt elsewhere = CompilerChoice.runElsewhere(Main.class, spec(), List.of(scene), false);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        draw(scene);
        return ExitCode.DONE;
    }

    private void draw(Scene scene) throws InvalidSceneException, IOException, RenderException {
        Path target = target(scene);
        Parallel.requireMemory(List.of(MemoryNeed.of(scene)));
        output.require(scene, target);
        Scene small = scenes.read(file.getValue(), ImmutableList.of(
                KeyOverride.parse("video.size=" + SceneRenderer.previewCell(scene.video().size())),
                KeyOverride.parse("video.trails=0")));
        Still still;
        try (Progress progress = Progress.of(console, verbosity, scene, false)) {
            still = new Watch(scene.name(), List.of(), Workload.patience(scene))
                    .over(progress, heard -> renderer.preview(small, heard));
        }
        still.write(target);
        output.wrote(target);
        console.result(target);
    }

    private Path target(Scene scene) {
        return output.target(scene.name() + "-preview");
    }
}
