package org.epochreel.cli;

import java.util.Locale;
import org.epochreel.cli.progress.Console;
import org.epochreel.files.OutputException;
import org.epochreel.render.RenderException;
import org.epochreel.render.plan.RenderInterruptedException;
import org.epochreel.scene.yaml.InvalidSceneException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a sentence and an exit code. */
final class Explanation implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Console console;

    Explanation(Console console) {
        this.console = console;
    }

    /** Explains wrong usage. */
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        console.err().println("epochreel: " + sentence(failure.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        console.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_USAGE;
    }

    /** Explains what a command has thrown, unless it is none of the failures that a user or a machine can cause. */
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof InvalidSceneException invalid) {
            invalid.report().forEach(console.err()::println);
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
