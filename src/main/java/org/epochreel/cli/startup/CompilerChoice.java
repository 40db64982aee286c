package org.epochreel.cli.startup;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.render.plan.Workload;
import org.epochreel.scene.Scene;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Short work runs under the quick one of the virtual machine's two compilers, since the other would take half of its time
 * for itself; long work is handed to a second virtual machine that has both. The launcher starts the first kind.
 */
public final class CompilerChoice {

    /** The launcher's flag for the quick compiler alone. */
    private static final String QUICK_ONLY = "-XX:TieredStopAtLevel=1";

    /** What it, and the launcher's other flags for that compiler, begin with. */
    private static final String COMPILER_FLAG = "-XX:Tier";

    /** Parameters times samples times epochs; about five seconds of training under the quick compiler. */
    private static final double LONG_TRAINING = 1e9;

    /** Pixels in all frames; about ten seconds of drawing and encoding under the quick compiler. */
    private static final double LONG_VIDEO = 5e9;

    /** Set in the second virtual machine. */
    private static final String HANDED_ON = "epochreel.handed-on";

    /** Names the archive of classes. */
    public static final String ARCHIVE_FLAG = "-XX:SharedArchiveFile";

    /** Names of files that mean another one in every process. */
    private static final String OWN_NAMES = "/proc/self/";

    private CompilerChoice() {}

    /** Whether this is the second virtual machine, whose scenes the first has read and warned of. */
    public static boolean isHandedOn() {
        return Boolean.getBoolean(HANDED_ON);
    }

    /** Whether this machine has the quick compiler only and the scenes would be done sooner with both. */
    private static boolean isWrongFor(List<Scene> scenes, boolean drawn) {
        double training = 0;
        double video = 0;
        for (Scene scene : scenes) {
            training += Workload.training(scene) + (drawn ? Workload.landscape(scene) : 0);
            video += drawn ? Workload.video(scene) : 0;
        }
        return (training > LONG_TRAINING || video > LONG_VIDEO)
                && ManagementFactory.getRuntimeMXBean().getInputArguments().contains(QUICK_ONLY);
    }

    /**
     * Runs the same command line in a virtual machine with both compilers, on this one's streams, if the scenes are worth it.
     *
     * @param program the class whose {@code main} it runs
     * @return its exit code; empty if the work is to be done here
     */
    public static OptionalInt runElsewhere(Class<?> program, CommandSpec command, List<Scene> scenes, boolean drawn) {
        if (!isWrongFor(scenes, drawn)) {
            return OptionalInt.empty();
        }
        Process process;
        try {
            process = new ProcessBuilder(command(program, command.root().commandLine().getParseResult().originalArgs()))
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            // Where no second machine can be started, this one does the work; it only takes longer.
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(process.waitFor());
        } catch (InterruptedException e) {
            process.destroy();
            process.onExit().join();
            return OptionalInt.of(ExitCode.INTERRUPTED);
        }
    }

    private static List<String> command(Class<?> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command()
                .orElseThrow(() -> new IOException("the system does not say which Java this is")));
        boolean own = System.getProperty("java.class.path").startsWith(OWN_NAMES);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith(COMPILER_FLAG))
                // The archive is bound to the name by which the launcher opened the program.
                .filter(option -> !(own && option.startsWith(ARCHIVE_FLAG)))
                .forEach(command::add);
        command.add("-D" + HANDED_ON + "=true");
        command.addAll(List.of("-cp", classPath(own), program.getName()));
        command.addAll(arguments);
        return command;
    }

    private static String classPath(boolean ofOwnNames) throws IOException {
        String path = System.getProperty("java.class.path");
        return ofOwnNames ? Path.of(path).toRealPath().toString() : path;
    }
}
