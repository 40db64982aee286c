package org.epochreel.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.epochreel.render.OutputException;
import org.epochreel.render.RenderException;
import org.epochreel.render.RenderInterruptedException;
import org.epochreel.scene.InvalidSceneException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole program: parses the arguments, runs one command, turns what went wrong into a sentence and an exit code. */
@Command(
        name = "epochreel",
        description = "Turns scene files into videos of a small neural network learning.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Start with 'epochreel new my-scene.yaml', then 'epochreel render my-scene.yaml'."})
public final class Main implements Runnable {

    /** How long an interrupted program waits for the work under way to clean up. */
    private static final int CLEAN_UP_SECONDS = 20;

    private static final ImmutableMap<String, Function<Console, Object>> COMMANDS =
            ImmutableMap.<String, Function<Console, Object>>builder()
                    .put("render", RenderCommand::new)
                    .put("still", StillCommand::new)
                    .put("train", TrainCommand::new)
                    .put("check", CheckCommand::new)
                    .put("gallery", GalleryCommand::new)
                    .put("batch", BatchCommand::new)
                    .put("new", NewCommand::new)
                    .put("schema", SchemaCommand::new)
                    .put("doctor", DoctorCommand::new)
                    .buildOrThrow();

    @Spec
    private CommandSpec spec;

    private Main() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Runs the program and ends the virtual machine. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        // No word depends on the user's language, and Java need not look up that language's calendar and numbers.
        Locale.setDefault(Locale.ROOT);
        Console console = new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean("epochreel.terminal"),
                Integer.getInteger("epochreel.columns", 80));
        CountDownLatch finished = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        Thread interruption = new Thread(() -> {
            worker.interrupt();
            try {
                finished.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(interruption);
        int code;
        try {
            code = run(console, arguments);
            console.out().flush();
            console.err().flush();
        } finally {
            finished.countDown();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException e) {
            // The machine is going down already, with the exit code of the signal that it got.
            return;
        }
        // Nothing is left to clean up, and a daemon thread of a library need not be waited for.
        Runtime.getRuntime().halt(code);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Runs one command and returns its exit code; never throws for what a user or a machine did wrong. */
    static int run(Console console, String... arguments) {
        // Looking at a command takes as long as drawing a dozen frames, so those that are not asked for are left out.
        Optional<String> asked = Arrays.stream(arguments).findFirst().filter(COMMANDS::containsKey);
        List<Object> commands = asked.map(ImmutableList::of).orElse(COMMANDS.keySet().asList()).stream()
                .map(name -> COMMANDS.get(name).apply(console))
                .toList();
        // Reading the arguments takes a while, too, and most of what a video needs does not depend on them.
        if (asked.isPresent() && commands.get(0) instanceof RenderCommand render) {
            render.prepare();
        }
        CommandLine program = new CommandLine(new Main());
        commands.forEach(program::addSubcommand);
        program.setOut(new PrintWriter(console.out(), true));
        program.setErr(new PrintWriter(console.err(), true));
        program.setParameterExceptionHandler(Main::explainUsage);
        program.setExecutionExceptionHandler((failure, command, parsed) -> explain(console, failure));
        return program.execute(arguments);
    }

    private static int explainUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("epochreel: " + sentence(failure.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_USAGE;
    }

    private static int explain(Console console, Exception failure) throws Exception {
        if (failure instanceof InvalidSceneException invalid) {
            invalid.mistakes().forEach(mistake -> console.err().println(mistake));
            return ExitCode.INVALID_SCENE;
        }
        if (failure instanceof OutputException || failure instanceof RenderException) {
            console.err().println("epochreel: " + failure.getMessage());
            return failure instanceof OutputException ? ExitCode.OUTPUT_FAILED : ExitCode.SCENE_FAILED;
        }
        if (failure instanceof TooLittleMemoryException) {
            console.err().println("epochreel: " + failure.getMessage());
            return ExitCode.MACHINE_LACKS;
        }
        if (failure instanceof RenderInterruptedException) {
            console.err().println("epochreel: interrupted; nothing half-written was left behind");
            return ExitCode.INTERRUPTED;
        }
        throw failure;
    }

    private static String sentence(String message) {
        return message.isEmpty()
                ? message
                : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
