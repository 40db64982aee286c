package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.batch.MemoryNeed;
import org.epochreel.batch.Sweep;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.cli.progress.Progress;
import org.epochreel.cli.progress.Verbosity;
import org.epochreel.cli.startup.CompilerChoice;
import org.epochreel.files.OutputCheck;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.render.RenderException;
import org.epochreel.render.RenderedScene;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.Watch;
import org.epochreel.render.plan.Workload;
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
    public Integer call() throws InvalidSceneException, IOException {
        List<Scene> all = read();
        List<Scene> wanted = wanted(all);
        Parallel.requireMemory(wanted.stream().map(MemoryNeed::of).toList());
        requireOutputs(all, wanted);
        OptionalInt elsewhere = CompilerChoice.runElsewhere(Main.class, spec(), wanted, true);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        int code = ExitCode.DONE;
        for (Scene scene : all) {
            int outcome = wanted.contains(scene) ? render(scene) : skip(scene);
            if (outcome == ExitCode.DONE) {
                for (Path film : SceneRenderer.films(scene, target(scene))) {
                    console.result(film);
                }
            }
            code = Math.max(code, outcome);
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
                Scene scene = scenes.read(file, console);
                if (verbosity.verbose()) {
                    scene.told().ifPresent(console.err()::println);
                }
                Path other = fileOf.putIfAbsent(OutputFiles.folded(scene.name()), file);
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

    private OutputFiles target(Scene scene) {
        return new OutputFiles(output.directory(), scene.name());
    }

    /** The scenes that are not there already. */
    private List<Scene> wanted(List<Scene> all) {
        return all.stream().filter(scene -> output.force() || !renderer.isRendered(scene, target(scene))).toList();
    }

    /** Looks before the first scene is trained whether all files can be written, and removes what killed runs have left. */
    private void requireOutputs(List<Scene> all, List<Scene> wanted) throws IOException {
        List<Path> files = wanted.stream().flatMap(scene -> SceneRenderer.files(scene, target(scene)).stream()).toList();
        new OutputCheck(all.stream().map(Scene::inputs).toList(), output.force()).require(files);
        Sweep.directory(output.directory());
    }

    private int skip(Scene scene) {
        if (!verbosity.quiet()) {
            console.err().println(scene.name() + ": already rendered; --force renders it again");
        }
        return ExitCode.DONE;
    }

    private int render(Scene scene) throws OutputException {
        OutputFiles target = target(scene);
        Optional<String> change = renderer.change(scene, target);
        if (!verbosity.quiet()) {
            change.ifPresent(what -> console.err().println(SceneRenderer.films(scene, target).get(0).getFileName() + ": rendered anew, " + what));
            Workload.foretold(List.of(scene), 1).ifPresent(words -> console.err().println(scene.name() + ": " + words));
        }
        RenderedScene rendered;
        try (Progress progress = Progress.of(console, verbosity, scene, true)) {
            rendered = new Watch(scene.name(), SceneRenderer.files(scene, target), Workload.patience(scene))
                    .over(progress, heard -> renderer.render(scene, target, heard));
        } catch (RenderException e) {
            return new Explanation(console).explain(e, verbosity.verbose());
        }
        if (!verbosity.quiet()) {
            console.err().println(scene.name() + ": " + rendered.summary());
        }
        if (verbosity.verbose()) {
            console.err().println(scene.name() + ": " + rendered.times());
            SceneRenderer.snippets(scene, target).forEach(line -> console.err().println("in a page: " + line));
        }
        return ExitCode.DONE;
    }
}
