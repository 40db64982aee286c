package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.batch.Batch;
import org.epochreel.batch.Entry;
import org.epochreel.batch.Job;
import org.epochreel.batch.MemoryNeed;
import org.epochreel.batch.PlainRendering;
import org.epochreel.batch.SceneTree;
import org.epochreel.batch.Shard;
import org.epochreel.cli.progress.BatchScreen;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.Verbosity;
import org.epochreel.cli.startup.CompilerChoice;
import org.epochreel.files.OutputCheck;
import org.epochreel.render.plan.Workload;
import org.epochreel.scene.Scene;
import org.epochreel.scene.yaml.InvalidSceneException;
import picocli.CommandLine.Model.PositionalParamSpec;

final class BatchCommand extends Command {

    private final Console console;
    private final PositionalParamSpec paths = paths("PATH", "Scene files, and directories with scene files below.");
    private final OutputOptions output = new OutputOptions();
    private final Parallel parallel = new Parallel();
    private final SceneOptions scenes = new SceneOptions();
    private final Verbosity verbosity = new Verbosity();

    BatchCommand(Console console) {
        super("batch",
                "Renders every scene below the paths, keeps going when one fails, and takes up where it was stopped.");
        this.console = console;
        spec().usageMessage().footer(
                "",
                "Videos lie below the output directory as their scenes lie below the path. batch.json (batch-I-of-N.json for a",
                "shard) tells the state of every scene. Several processes may share an output directory.",
                "Exit codes: 0 all videos are there; 1 a scene failed or is invalid; 3 all scenes are invalid; 4 a file could",
                "not be written; 5 too little memory.");
        spec().addPositional(paths);
        output.addTo(spec());
        parallel.addTo(spec());
        scenes.addTo(spec());
        verbosity.addTo(spec());
    }

    @Override
    public Integer call() throws IOException {
        Shard shard = parallel.shard();
        ImmutableList<Job> all = jobs();
        ImmutableList<Job> jobs = shard.of(all);
        Path report = output.directory().resolve(shard.report());
        List<Scene> scenes = readable(jobs);
        int atOnce = parallel.jobs(scenes.stream().map(MemoryNeed::of).toList());
        requireOutputs(all, report);
        OptionalInt elsewhere = CompilerChoice.runElsewhere(Main.class, spec(), CompilerChoice.Work.of(scenes));
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        CompilerChoice.endWithTheFirst();
        if (!verbosity.quiet()) {
            Workload.foretold(scenes, atOnce).ifPresent(console.err()::println);
        }
        BatchScreen screen = new BatchScreen(console, verbosity, jobs);
        ImmutableList<Entry> entries = new Batch(jobs, new PlainRendering(Parallel.renderer(atOnce)), atOnce,
                output.directory(), Optional.of(report), shard, output.force(), Clock.systemUTC(), screen).run();
        screen.sum(entries);
        return screen.exitCode(entries);
    }

    /** Looks before the first scene is trained that no scene's files are read by any; whose they are, each job looks. */
    private void requireOutputs(List<Job> all, Path report) throws IOException {
        List<ImmutableList<Path>> inputs = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (Scene scene : readable(all)) {
            inputs.add(scene.inputs());
        }
        for (Job job : all) {
            inputs.add(ImmutableList.of(job.file()));
            files.addAll(job.target().possible());
            if (job.target().possible().contains(report)) {
                throw wrongUsage("the record of " + job.file() + " and the batch's report would both be written as "
                        + report + "; rename the scene");
            }
        }
        OutputCheck check = new OutputCheck(inputs, output.force());
        check.requireNoInput(files);
        check.require(ImmutableList.of(report));
    }

    private ImmutableList<Job> jobs() {
        try {
            return SceneTree.find(paths.getValue(), output.directory()).stream()
                    .map(leaf -> new Job(
                            output.directory().relativize(leaf.target().directory()).resolve(leaf.target().name())
                                    .toString(),
                            leaf.file(), () -> scenes.read(leaf.file()), leaf.target()))
                    .collect(ImmutableList.toImmutableList());
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        } catch (IOException e) {
            throw wrongUsage("a directory of scenes cannot be read: " + e);
        }
    }

    /** The scenes that can be read; the others report their mistakes in their turn. */
    private static List<Scene> readable(List<Job> jobs) {
        List<Scene> scenes = new ArrayList<>();
        for (Job job : jobs) {
            try {
                scenes.add(job.source().read());
            } catch (InvalidSceneException e) {
                continue;
            }
        }
        return scenes;
    }
}
