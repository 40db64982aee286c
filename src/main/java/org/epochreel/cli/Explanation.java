package org.epochreel.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.render.Failure;
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
        Stream.of(arguments).filter(Explanation::isFile).findFirst().ifPresent(name ->
                console.err().println("A file whose name starts with - is written ./" + name + ", or stands after --."));
        console.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_USAGE;
    }

    private static boolean isFile(String argument) {
        try {
            return argument.startsWith("-") && Files.exists(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Explains what a command has thrown. */
    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        return explain(thrown, false);
    }

    /** Says what was thrown, where the program goes on. */
    void tell(Exception thrown) {
        if (thrown instanceof ParameterException usage) {
            console.err().println("epochreel: " + sentence(usage.getMessage()));
        } else {
            explain(thrown, false);
        }
    }

    /**
     * Says what was thrown and returns the exit code for it.
     *
     * @param inDetail whether also the stack is wanted, by whoever mends the program
     */
    int explain(Throwable thrown, boolean inDetail) {
        Failure failure = Failure.of(thrown);
        if (failure.kind() == Failure.Kind.INVALID_SCENE) {
            failure.sentences().forEach(console.err()::println);
        } else {
            console.err().println("epochreel: " + failure.sentences().get(0));
        }
        boolean unforeseen = failure.kind() == Failure.Kind.PROGRAM && !(thrown instanceof StackOverflowError);
        if (inDetail || unforeseen) {
            thrown.printStackTrace(console.err());
        }
        return switch (failure.kind()) {
            case INVALID_SCENE -> ExitCode.INVALID_SCENE;
            case USAGE -> ExitCode.WRONG_USAGE;
            case OUTPUT -> ExitCode.OUTPUT_FAILED;
            case SCENE, PROGRAM -> ExitCode.SCENE_FAILED;
            case MACHINE -> ExitCode.MACHINE_LACKS;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }

    /** The library's sentences begin with a capital letter; ours, which may begin with a file's name, are as they are. */
    private static String sentence(String message) {
        return message.matches("(?s)[A-Z][a-z]+ .*")
                ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1)
                : message;
    }
}
