package org.epochreel.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.cli.progress.SilentProgress;
import org.epochreel.cli.startup.CompilerChoice;
import org.epochreel.files.OutputFiles;
import org.epochreel.render.RenderException;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.ToolVersion;
import org.epochreel.scene.Scene;
import org.epochreel.scene.SceneResources;
import org.epochreel.scene.read.KeyOverride;
import org.epochreel.scene.read.SceneReader;
import org.epochreel.scene.yaml.InvalidSceneException;

final class DoctorCommand extends Command {

    private final Console console;

    DoctorCommand(Console console) {
        super("doctor", "Says what this machine has, and renders a tiny scene as a trial.");
        this.console = console;
    }

    @Override
    public Integer call() {
        Runtime machine = Runtime.getRuntime();
        say("epochreel", ToolVersion.current());
        say("java", System.getProperty("java.version") + ", " + System.getProperty("java.vendor") + ", in "
                + System.getProperty("java.home"));
        say("start", quickStart());
        say("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch"));
        say("cores", Integer.toString(machine.availableProcessors()));
        say("memory", machine.maxMemory() / (1 << 20) + " MiB for this program at most");
        say("temporary files", System.getProperty("java.io.tmpdir"));
        say("ffmpeg", found("ffmpeg", "not needed; only the project's own tests use it"));
        return trial();
    }

    /** Whether the virtual machine has this program's classes ready. */
    private static String quickStart() {
        Optional<String> archive = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith(CompilerChoice.ARCHIVE_FLAG))
                .map(option -> option.substring(CompilerChoice.ARCHIVE_FLAG.length() + 1))
                .findFirst();
        if (archive.isEmpty()) {
            return "without an archive of the program's classes, which costs a quarter of a second";
        }
        boolean used = System.getProperty("java.vm.info", "").contains("sharing");
        return used ? "with the classes in " + archive.get() : "the archive " + archive.get() + " does not fit this Java";
    }

    /** Takes a small scene the whole way: reading, training, drawing, encoding, writing. */
    private int trial() {
        try {
            Path directory = Files.createTempDirectory("epochreel-doctor");
            try {
                Path video = renderIn(directory);
                say("trial", String.format(Locale.ROOT, "rendered a video of %,d bytes", Files.size(video)));
                return ExitCode.DONE;
            } finally {
                delete(directory);
            }
        } catch (IOException | InvalidSceneException | RenderException | LinkageError e) {
            say("trial", "FAILED: " + e);
            return ExitCode.MACHINE_LACKS;
        }
    }

    private static Path renderIn(Path directory)
            throws IOException, InvalidSceneException, RenderException {
        Path file = directory.resolve("trial.yaml");
        Files.writeString(file, SceneResources.starterScene());
        Scene scene = SceneReader.read(file,
                List.of(KeyOverride.parse("training.epochs=10"), KeyOverride.parse("video.size=320x180")));
        OutputFiles target = new OutputFiles(directory, "trial");
        SceneRenderer.alone().render(scene, target, new SilentProgress());
        return target.video();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static String found(String program, String otherwise) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path file = Path.of(directory, program);
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        return otherwise;
    }

    private void say(String what, String text) {
        console.out().println(what + ": " + text);
    }
}
