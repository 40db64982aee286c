package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.cli.progress.Verbosity;
import org.epochreel.cli.watch.WatchOption;
import org.epochreel.cli.watch.Watching;
import org.epochreel.render.plan.Plan;
import org.epochreel.scene.Scene;
import org.epochreel.scene.yaml.InvalidSceneException;
import picocli.CommandLine.Model.PositionalParamSpec;

final class CheckCommand extends Command {

    private final Console console;
    private final PositionalParamSpec files = paths("SCENE", "Scene files.");
    private final WatchOption watch = new WatchOption();
    private final SceneOptions scenes = new SceneOptions();
    private final Verbosity verbosity = new Verbosity();

    CheckCommand(Console console) {
        super("check", "Reads scene files and reports every mistake; renders nothing.");
        this.console = console;
        spec().addPositional(files);
        watch.addTo(spec());
        scenes.addTo(spec());
        verbosity.addTo(spec());
    }

    @Override
    public Integer call() {
        if (watch.asked()) {
            return new Watching(console, new Explanation(console)::tell).over(files.<List<Path>>getValue(), () -> {
                Set<Path> read = new LinkedHashSet<>();
                boolean valid = check(read) == ExitCode.DONE;
                return new Watching.Outcome(ImmutableList.copyOf(read), valid);
            });
        }
        return check(new LinkedHashSet<>());
    }

    /** @param read files that were read; added to */
    private int check(Set<Path> read) {
        List<Path> given = files.getValue();
        int invalid = 0;
        for (Path file : given) {
            try {
                Scene scene = scenes.read(file, console);
                read.addAll(scene.inputs());
                Optional<String> trouble = Plan.startTrouble(scene);
                if (trouble.isPresent()) {
                    invalid++;
                    console.err().println(file + ": " + trouble.get());
                }
                if (verbosity.verbose()) {
                    scene.told().ifPresent(console.err()::println);
                }
            } catch (InvalidSceneException e) {
                invalid++;
                e.report().forEach(console.err()::println);
            }
        }
        if (!verbosity.quiet()) {
            console.err().println(summary(invalid, given.size()));
        }
        return invalid == 0 ? ExitCode.DONE : ExitCode.INVALID_SCENE;
    }

    private static String summary(int invalid, int all) {
        if (invalid == 0) {
            return all == 1 ? "the scene is valid" : "all " + all + " scenes are valid";
        }
        return all == 1 ? "the scene is not valid" : invalid + " of " + all + " scenes are not valid";
    }
}
