package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.epochreel.batch.Batch;
import org.epochreel.batch.Entry;
import org.epochreel.batch.Job;
import org.epochreel.batch.Rendering;
import org.epochreel.batch.Shard;
import org.epochreel.cli.progress.BatchScreen;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.cli.progress.Verbosity;
import org.epochreel.cli.startup.CompilerChoice;
import org.epochreel.files.OutputCheck;
import org.epochreel.frame.FrameSize;
import org.epochreel.gallery.Gallery;
import org.epochreel.gallery.GalleryTable;
import org.epochreel.gallery.Sweep;
import org.epochreel.render.SceneRenderer;
import org.epochreel.scene.FrameSizeName;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.SeedList;
import org.epochreel.scene.yaml.InvalidSceneException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class GalleryCommand extends Command {

    /** More moves on a wall than in other videos: a pixel is as much work as so many there. */
    private static final double WALL_WORK = 3;

    private final Console console;

    private final PositionalParamSpec sceneFile = path("SCENE", "A scene file.");

    private final OptionSpec seeds = OptionSpec.builder("--seeds")
            .paramLabel("LIST")
            .type(String.class)
            .description("Seeds of the initialisation, such as 1..64 or 1,5,9..12 (default: the scene's seeds).")
            .build();

    private final OptionSpec over = OptionSpec.builder("--over")
            .paramLabel("KEY=A,B,C")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Values of another key, alone or each with every seed, such as training.learning-rate=1e-5,1e-4; twice:"
                    + " the first key's values from row to row, the second's along a row.")
            .build();

    private final OptionSpec wallSize = OptionSpec.builder("--wall-size")
            .paramLabel("WxH")
            .type(String.class)
            .defaultValue("1080p")
            .description("Frame size of the wall (default: ${DEFAULT-VALUE}).")
            .build();

    private final OutputOptions output = new OutputOptions();
    private final Parallel parallel = new Parallel();
    private final SceneOptions scenes = new SceneOptions();
    private final Verbosity verbosity = new Verbosity();

    GalleryCommand(Console console) {
        super("gallery",
                "Renders a scene once for each of several seeds or values, and all of them in step on a wall and a page.");
        this.console = console;
        spec().usageMessage().footer(
                "",
                "Each video equals the one that 'render' makes of the same scene. On wall.mp4 all members share their axes; the",
                "page is index.html, its numbers are in gallery.json. Interrupted, the same command does the rest; several",
                "processes may share the directory.");
        spec().addPositional(sceneFile).addOption(seeds).addOption(over).addOption(wallSize);
        output.addTo(spec());
        parallel.addTo(spec());
        scenes.addTo(spec());
        verbosity.addTo(spec());
    }

    @Override
    public Integer call() throws InvalidSceneException, IOException {
        Shard shard = parallel.shard();
        Gallery gallery = gallery();
        int atOnce = parallel.jobs(gallery.needs());
        OutputCheck check = new OutputCheck(gallery.inputs(), output.force());
        check.require(ImmutableList.<Path>builder().addAll(gallery.files())
                .add(output.directory().resolve(shard.report())).build());
        OptionalInt elsewhere = CompilerChoice.runElsewhere(Main.class, spec(), work(gallery));
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        CompilerChoice.endWithTheFirst();
        SceneRenderer renderer = Parallel.renderer(atOnce);
        Rendering members = gallery.memberRendering(renderer);
        int code = run(shard.of(gallery.memberJobs()), members, atOnce,
                Optional.of(output.directory().resolve(shard.report())), shard);
        if (code != ExitCode.DONE) {
            return code;
        }
        if (!shard.isWhole() && !allThere(gallery.memberJobs(), members)) {
            if (!verbosity.quiet()) {
                console.err().println("wall and page are made by the shard that ends last");
            }
            return ExitCode.DONE;
        }
        code = run(ImmutableList.of(gallery.wallJob()), gallery.wallRendering(renderer), 1, Optional.empty(), Shard.WHOLE);
        if (code == ExitCode.DONE) {
            console.result(gallery.page());
        }
        return code;
    }

    private static CompilerChoice.Work work(Gallery gallery) throws InvalidSceneException {
        CompilerChoice.Work work = CompilerChoice.Work.NONE;
        for (Job job : gallery.memberJobs()) {
            work = work.and(job.source().read());
        }
        return work.and(WALL_WORK * gallery.wallPixels());
    }

    private int run(ImmutableList<Job> jobs, Rendering rendering, int atOnce, Optional<Path> report, Shard shard) {
        BatchScreen screen = new BatchScreen(console, verbosity, jobs);
        ImmutableList<Entry> entries =
                new Batch(jobs, rendering, atOnce, output.directory(), report, shard, output.force(), Clock.systemUTC(),
                        screen).run();
        screen.sum(entries);
        return screen.exitCode(entries);
    }

    private static boolean allThere(List<Job> jobs, Rendering rendering) throws InvalidSceneException {
        for (Job job : jobs) {
            if (!rendering.isDone(job.source().read(), job.target())) {
                return false;
            }
        }
        return true;
    }

    private Gallery gallery() throws InvalidSceneException {
        Path file = sceneFile.getValue();
        Scene scene = scenes.read(file);
        String seedList = seeds.getValue();
        ImmutableList<BigInteger> wanted =
                seedList == null ? scene.seeds() : usage(() -> SeedList.parse(seedList)).seeds();
        List<String> keys = over.getValue();
        ImmutableList.Builder<Sweep> sweeps = ImmutableList.builder();
        for (String key : keys == null ? List.<String>of() : keys) {
            sweeps.add(usage(() -> Sweep.parse(key)));
        }
        if (!wanted.isEmpty()) {
            sweeps.add(Sweep.ofSeeds(wanted));
        }
        GalleryTable table = usage(() -> GalleryTable.of(scene.name(), sweeps.build()));
        if (!wanted.isEmpty() && !scene.drawsParameters()) {
            throw wrongUsage(file + " gives its parameters, so that all seeds would be the same; "
                    + "remove initialisation.parameters or compare another key with --over");
        }
        String wall = wallSize.getValue();
        FrameSize size = FrameSizeName.parse(wall).orElseThrow(() ->
                wrongUsage("--wall-size " + wall + " is no frame size; " + FrameSizeName.ALLOWED));
        Gallery gallery;
        try {
            gallery = new Gallery(file, scene.name(), text(file), table, more -> scenes.read(file, more), output.directory(),
                    size);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
        Optional<String> present = gallery.present();
        if (present.isPresent() && !present.get().equals(scene.name()) && !output.force()) {
            throw wrongUsage(output.directory() + " holds the gallery of " + present.get()
                    + "; choose another directory with -o, or give --force to replace it");
        }
        return gallery;
    }

    private String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw wrongUsage(file + " cannot be read: " + e);
        }
    }

    private <T> T usage(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
    }
}
