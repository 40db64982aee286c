package org.epochreel.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.epochreel.cli.progress.Console;

/** The real program as a user runs it, but for its streams, which are kept. */
final class Program {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Runs one command line and returns its exit code; what the run before said is forgotten. */
    int run(Object... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 80);
        return Main.run(console, Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    /** What the last run wrote to standard output. */
    String results() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What it wrote to standard error. */
    String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
