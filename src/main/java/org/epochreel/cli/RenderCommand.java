package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.cli.progress.Progress;
import org.epochreel.cli.progress.Verbosity;
import org.epochreel.cli.startup.CompilerChoice;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.render.RenderException;
import org.epochreel.render.RenderedScene;
import org.epochreel.render.SceneRenderer;
import org.epochreel.scene.Scene;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.epochreel.scene.yaml.Mistake;
import picocli.CommandLine.Model.PositionalParamSpec;

final class RenderCommand extends Command {

    private final Console console;
    private final SceneRenderer renderer;
    private final PositionalParamSpec files = paths("SCENE", "Scene files.");
    private final OutputOptions output = new OutputOptions();
    private final SceneOptions scenes = new SceneOptions();
    private final Verbosity verbosity = new Verbosity();

    RenderCommand(Console console, SceneRenderer renderer) {
        super("render", "Trains each scene and writes its video, poster, metrics and record.");
        this.console = console;
        this.renderer = renderer;
        spec().addPositional(files);
        output.addTo(spec());
        scenes.addTo(spec());
        verbosity.addTo(spec());
    }

    /** The command, beginning at once with what of a video's needs does not depend on the arguments: most of it. */
    static RenderCommand preparing(Console console) {
        SceneRenderer renderer = SceneRenderer.preparing();
        return new RenderCommand(console, renderer);
    }

    @Override
    public Integer call() throws InvalidSceneException, OutputException {
        List<Scene> read = read();
        OptionalInt elsewhere = CompilerChoice.runElsewhere(Main.class, spec(), read, true);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        int code = ExitCode.DONE;
        for (Scene scene : read) {
            code = Math.max(code, render(scene));
        }
        return code;
    }

    /** Reads every scene before the first is rendered, so that a night's work does not end at a typing mistake. */
    private List<Scene> read() throws InvalidSceneException {
        Map<String, Path> fileOf = new LinkedHashMap<>();
        List<Scene> read = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (Path file : files.<List<Path>>getValue()) {
            try {
                Scene scene = scenes.read(file);
                Path other = fileOf.putIfAbsent(scene.name(), file);
                if (other != null) {
                    throw wrongUsage(other + " and " + file + " would both be written as " + scene.name()
                            + ".mp4; render them into different directories");
                }
                read.add(scene);
            } catch (InvalidSceneException e) {
                mistakes.addAll(e.mistakes());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidSceneException(ImmutableList.copyOf(mistakes));
        }
        return read;
    }

    private int render(Scene scene) throws OutputException {
        OutputFiles target = new OutputFiles(output.directory(), scene.name());
        if (!output.force() && renderer.isRendered(scene, target)) {
            if (!verbosity.quiet()) {
                console.err().println(scene.name() + ": already rendered; --force renders it again");
            }
            console.out().println(target.video());
            return ExitCode.DONE;
        }
        RenderedScene rendered;
        try (Progress progress = Progress.of(console, verbosity, scene.name())) {
            rendered = renderer.render(scene, target, progress);
        } catch (RenderException e) {
            return new Explanation(console).explain(e, verbosity.verbose());
        }
        if (!verbosity.quiet()) {
            console.err().println(scene.name() + ": " + rendered.summary());
        }
        if (verbosity.verbose()) {
            console.err().println(scene.name() + ": " + rendered.times());
        }
        console.out().println(target.video());
        return ExitCode.DONE;
    }
}
