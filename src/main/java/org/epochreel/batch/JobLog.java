package org.epochreel.batch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.epochreel.files.ProcessIdentity;
import org.epochreel.text.VisibleText;

/** Tells what was done about one scene, run after run, the latest at the end; a run that was killed has no last word. */
final class JobLog {

    /** Where the logs are, below the output directory, in the tree that the videos are in. */
    private static final String DIRECTORY = "batch-logs";

    private final Path file;
    private final Clock clock;

    JobLog(Path output, Job job, Clock clock) {
        Path place = output.toAbsolutePath().relativize(job.target().directory().toAbsolutePath());
        this.file = output.resolve(DIRECTORY).resolve(place).resolve(job.target().name() + ".log").normalize();
        this.clock = clock;
    }

    Path file() {
        return file;
    }

    void say(String text) throws IOException {
        String line = clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + ProcessIdentity.hostName() + " "
                + ProcessHandle.current().pid() + ": " + VisibleText.lines(text.strip()) + "\n";
        Files.createDirectories(file.getParent());
        Files.write(file, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** With the stack, which only whoever mends the program wants. */
    void say(Throwable failure) throws IOException {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        say(text.toString());
    }
}
