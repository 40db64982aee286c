package org.epochreel.cli.watch;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.render.train.RenderInterruptedException;

/**
 * Does some work, and again whenever a file is saved that it reads, until the program is interrupted. It looks at the
 * files some dozen times a second instead of asking the system for news, since that works alike on every system, over
 * networks, and however an editor replaces a file.
 */
public final class Watching {

    private static final int PAUSE_MILLIS = 20;

    /** Between two looks that find nothing new a file is taken as written to its end. */
    private static final int SETTLED_MILLIS = 10;

    /** So many looks a file may be missing before that is more than an editor's way to save it. */
    private static final int PATIENCE = 20;

    private static final int MOST_NEIGHBOURS = 200;

    private final Console console;
    private final Consumer<Exception> explanation;

    /** @param explanation says what went wrong */
    public Watching(Console console, Consumer<Exception> explanation) {
        this.console = console;
        this.explanation = explanation;
    }

    /**
     * What came of the work.
     *
     * @param read every file that was read
     * @param complete whether nothing was missing; else a new file may change the outcome, too
     */
    public record Outcome(ImmutableList<Path> read, boolean complete) {}

    /** The work. */
    public interface Work {
        Outcome run() throws Exception;
    }

    /**
     * Goes on until the thread is interrupted.
     *
     * @param scenes the files that are watched in any case
     * @return the exit code
     */
    public int over(Collection<Path> scenes, Work work) {
        Set<Path> watched = new LinkedHashSet<>(scenes);
        boolean told = false;
        try {
            while (true) {
                Map<Path, Stamp> seen = stamps(watched);
                Outcome outcome = attempt(work, watched);
                if (outcome.complete()) {
                    watched = new LinkedHashSet<>(scenes);
                }
                watched.addAll(outcome.read());
                if (!told) {
                    console.err().println("watching " + watched.size() + (watched.size() == 1 ? " file" : " files")
                            + "; Ctrl-C ends");
                    told = true;
                }
                // A save during the work counts; of a file that is new here nothing before is known.
                Map<Path, Stamp> now = stamps(outcome.complete() ? watched : withNeighbours(watched));
                now.replaceAll((file, stamp) -> seen.getOrDefault(file, stamp));
                await(now);
            }
        } catch (InterruptedException | RenderInterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    private Outcome attempt(Work work, Set<Path> watched) throws InterruptedException {
        try {
            return work.run();
        } catch (InterruptedException | RenderInterruptedException e) {
            throw e;
        } catch (Exception e) {
            explanation.accept(e);
            return new Outcome(ImmutableList.copyOf(watched), false);
        }
    }

    // What mends a mistake may be a file that nobody has come to read yet.
    private static Set<Path> withNeighbours(Set<Path> files) {
        Set<Path> all = new LinkedHashSet<>(files);
        Set<Path> folders = new LinkedHashSet<>();
        files.forEach(file -> folders.add(file.toAbsolutePath().getParent()));
        all.addAll(folders);
        for (Path folder : folders) {
            try (Stream<Path> neighbours = Files.list(folder)) {
                neighbours.limit(MOST_NEIGHBOURS).forEach(all::add);
            } catch (IOException | UncheckedIOException e) {
                // The folder is gone; its own stamp tells when it is back.
                continue;
            }
        }
        return all;
    }

    private static Map<Path, Stamp> stamps(Set<Path> files) {
        Map<Path, Stamp> stamps = new LinkedHashMap<>();
        files.forEach(file -> stamps.put(file, Stamp.of(file)));
        return stamps;
    }

    /** Waits until a file is another than it was, and then until it is written to its end. */
    private static void await(Map<Path, Stamp> before) throws InterruptedException {
        Map<Path, Stamp> now = before;
        while (now.equals(before)) {
            Thread.sleep(PAUSE_MILLIS);
            now = stamps(before.keySet());
        }
        int missing = 0;
        while (true) {
            Thread.sleep(SETTLED_MILLIS);
            Map<Path, Stamp> next = stamps(before.keySet());
            boolean lacks = next.entrySet().stream()
                    .anyMatch(file -> !file.getValue().isThere() && before.get(file.getKey()).isThere());
            missing = lacks ? missing + 1 : 0;
            if (next.equals(now) && (!lacks || missing >= PATIENCE)) {
                return;
            }
            now = next;
        }
    }
}
