package org.epochreel.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.epochreel.scene.InvalidSceneException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Reads scene files and reports every mistake; renders nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "SCENE", arity = "1..*", description = "Scene files.")
    private List<Path> files;

    @Mixin
    private SceneOptions scenes = new SceneOptions();

    @Mixin
    private Verbosity verbosity = new Verbosity();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int invalid = 0;
        for (Path file : files) {
            try {
                scenes.read(file);
            } catch (InvalidSceneException e) {
                invalid++;
                e.mistakes().forEach(mistake -> console.err().println(mistake));
            }
        }
        if (!verbosity.quiet()) {
            console.err().println(summary(invalid));
        }
        return invalid == 0 ? ExitCode.DONE : ExitCode.INVALID_SCENE;
    }

    private String summary(int invalid) {
        int all = files.size();
        if (invalid == 0) {
            return all == 1 ? "the scene is valid" : "all " + all + " scenes are valid";
        }
        return all == 1 ? "the scene is not valid" : invalid + " of " + all + " scenes are not valid";
    }
}
