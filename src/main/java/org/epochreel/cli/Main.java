package org.epochreel.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.cli.startup.LaunchSettings;
import org.epochreel.files.OutputException;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;

/** The whole program: reads the arguments, runs one command, ends with an exit code. */
public final class Main {

    /** How long an interrupted program waits for the work under way to clean up. */
    private static final int CLEAN_UP_SECONDS = 3;

    private Main() {}

    /** Runs the program and ends the virtual machine. */
    public static void main(String[] arguments) {
        LaunchSettings.apply();
        Console console = new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean("epochreel.terminal"),
                Integer.getInteger("epochreel.columns", 80));
        // Whatever a library or a dying thread has to say goes the same way.
        System.setErr(console.err());
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

    /** Reads a path without the reflection that picocli's own converter uses. */
    private static final class PathConverter implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            return Path.of(text);
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** What the program takes: all commands with their options, for documents about them. */
    public static CommandLine model() {
        return new CommandLine(RootCommand.of(new Console(System.out, System.err, false, 80)).spec());
    }

    /** Runs one command and returns its exit code; never throws for what a user or a machine did wrong. */
    static int run(Console console, String... arguments) {
        CommandLine program = new CommandLine(RootCommand.of(console, arguments).spec());
        program.registerConverter(Path.class, new PathConverter());
        program.registerConverter(Integer.class, new WholeNumberConverter());
        program.setOut(new PrintWriter(console.out(), true));
        program.setErr(console.errors());
        Explanation explanation = new Explanation(console);
        program.setParameterExceptionHandler(explanation);
        program.setExecutionExceptionHandler(explanation);
        int code;
        try {
            code = program.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError e) {
            code = explanation.explain(e, false);
        }
        if (code == ExitCode.DONE && console.out().checkError()) {
            return explanation.explain(OutputException.ofResults(), false);
        }
        return code;
    }
}
