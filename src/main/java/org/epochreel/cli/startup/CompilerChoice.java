package org.epochreel.cli.startup;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** A small scene takes as long to draw as so many pixels would, since much is done once a scene or a frame. */
    private static final double LEAST_VIDEO = 2e7;

    private static final int WATCH_MILLIS = 500;

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

    /**
     * What is to be done.
     *
     * @param training parameters times samples times epochs, of landscapes too
     * @param video pixels in all frames
     */
    public record Work(double training, double video) {

        public static final Work NONE = new Work(0, 0);

        /** This and another scene, which is rendered. */
        public Work and(Scene scene) {
            return new Work(training + Workload.training(scene) + Workload.landscape(scene),
                    video + Math.max(LEAST_VIDEO, Workload.video(scene)));
        }

        /** This and pixels of another video. */
        public Work and(double pixels) {
            return new Work(training, video + pixels);
        }

        /** Of scenes one after the other. */
        public static Work of(List<Scene> scenes) {
            Work work = NONE;
            for (Scene scene : scenes) {
                work = work.and(scene);
            }
            return work;
        }

        private boolean isLong() {
            return training > LONG_TRAINING || video > LONG_VIDEO;
        }
    }

    /** Ends a second virtual machine soon after its first one was killed, whose claims and files are then a dead one's. */
    public static void endWithTheFirst() {
        if (!isHandedOn()) {
            return;
        }
        Optional<ProcessHandle> first = ProcessHandle.current().parent();
        Thread watch = new Thread(() -> {
            try {
                // Who has lost its parent gets another one at once, even if the dead one is still listed.
                while (ProcessHandle.current().parent().equals(first)) {
                    Thread.sleep(WATCH_MILLIS);
                }
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "watching the first virtual machine");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Runs the same command line in a virtual machine with both compilers, on this one's streams, if the scenes are worth it.
     *
     * @param program the class whose {@code main} it runs
     * @return its exit code; empty if the work is to be done here
     */
    public static OptionalInt runElsewhere(Class<?> program, CommandSpec command, List<Scene> scenes, boolean drawn) {
        double training = scenes.stream().mapToDouble(Workload::training).sum();
        return runElsewhere(program, command, drawn ? Work.of(scenes) : new Work(training, 0));
    }

    /** As the other, for work that was summed up before. */
    public static OptionalInt runElsewhere(Class<?> program, CommandSpec command, Work work) {
        if (!work.isLong() || !ManagementFactory.getRuntimeMXBean().getInputArguments().contains(QUICK_ONLY)) {
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
