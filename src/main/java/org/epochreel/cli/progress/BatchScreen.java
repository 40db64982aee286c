package org.epochreel.cli.progress;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.epochreel.batch.BatchListener;
import org.epochreel.batch.Entry;
import org.epochreel.batch.Job;
import org.epochreel.batch.State;
import org.epochreel.files.OutputException;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.text.VisibleText;

/** Tells somebody how a batch goes: a row of a table for each job that ends, and in between how far the others are. */
public final class BatchScreen implements BatchListener {

    private static final long NANOS_BETWEEN_ON_TERMINAL = 500_000_000L;
    private static final long NANOS_BETWEEN_IN_LOG = 10_000_000_000L;

    private final Console console;
    private final Verbosity verbosity;
    private final ImmutableList<Job> jobs;
    private final State[] states;
    private final Map<Integer, String> underWay = new TreeMap<>();
    private final int widest;
    private final long started = System.nanoTime();
    private long said = started;
    private int ended;
    private int rendered;
    private int printed;
    private boolean lineIsOpen;
    private boolean resultsLost;

    public BatchScreen(Console console, Verbosity verbosity, ImmutableList<Job> jobs) {
        this.console = console;
        this.verbosity = verbosity;
        this.jobs = jobs;
        this.states = new State[jobs.size()];
        this.widest = jobs.stream().mapToInt(job -> label(job).length()).max().orElse(0);
    }

    /** What rows are aligned by, and a line that is drawn anew is cut by. */
    private static String label(Job job) {
        return VisibleText.line(job.label());
    }

    @Override
    public synchronized void changed(int index, Entry entry) {
        states[index] = entry.state();
        if (entry.state() != State.RENDERING) {
            underWay.remove(index);
        }
        if (!entry.state().isEnd()) {
            return;
        }
        ended++;
        rendered += entry.state() == State.RENDERED ? 1 : 0;
        if (!verbosity.quiet()) {
            row(entry);
        }
        printVideos();
    }

    private void row(Entry entry) {
        String seconds = entry.state() == State.SKIPPED ? "" : String.format(Locale.ROOT, "%.1f s",
                Duration.between(entry.started().orElseThrow(), entry.ended().orElseThrow()).toMillis() / 1e3);
        String said = entry.summary().orElseGet(() -> entry.errors().get(0).lines().findFirst().orElse(""));
        int digits = Integer.toString(jobs.size()).length();
        line(String.format(Locale.ROOT, "%" + digits + "d/%d  %-9s  %8s  %-" + Math.max(1, widest) + "s  %s",
                ended, jobs.size(), entry.state().word(), seconds, label(entry.job()), said));
    }

    /** Prints the videos in the order of the scenes, whichever was ready first. */
    private void printVideos() {
        while (printed < states.length && states[printed] != null && states[printed].isEnd()) {
            if (states[printed].isDone()) {
                tell(jobs.get(printed).target().film());
            }
            printed++;
        }
    }

    private void tell(Path video) {
        try {
            if (!resultsLost) {
                console.result(video);
            }
        } catch (OutputException e) {
            resultsLost = true;
            line("epochreel: " + e.getMessage());
        }
    }

    /** Whoever wanted to hear of the videos has gone. */
    @Override
    public synchronized boolean isOver() {
        return resultsLost;
    }

    @Override
    public synchronized void warn(String sentence) {
        line("epochreel: " + sentence);
    }

    @Override
    public RenderProgress progress(int index) {
        return new RenderProgress() {
            @Override
            public void trained(int epoch, int epochs) {
                tell("training", epoch, epochs);
            }

            @Override
            public void drawn(int frame, int frames) {
                tell("drawing", frame, frames);
            }

            @Override
            public void remark(String sentence) {
                warn(sentence);
            }

            private void tell(String task, int done, int all) {
                if (!verbosity.quiet()) {
                    underWay(index, task, done, all);
                }
            }
        };
    }

    private synchronized void underWay(int index, String task, int done, int all) {
        long now = System.nanoTime();
        long pause = console.terminal() ? NANOS_BETWEEN_ON_TERMINAL : NANOS_BETWEEN_IN_LOG;
        underWay.put(index, task + " " + label(jobs.get(index)) + " " + 100L * done / Math.max(1, all) + " %");
        if (now - said < pause) {
            return;
        }
        said = now;
        String text = ended + " of " + jobs.size() + " done" + left(now) + "; " + String.join(", ", underWay.values());
        if (console.terminal()) {
            String cut = text.length() < console.width() ? text : text.substring(0, console.width() - 1);
            console.err().print("\r" + cut + " ".repeat(console.width() - 1 - cut.length()));
            console.err().flush();
            lineIsOpen = true;
        } else {
            console.err().println(text);
        }
    }

    /** How long the rest takes if it is like what was rendered so far. */
    private String left(long now) {
        if (rendered == 0) {
            return "";
        }
        double seconds = (now - started) / 1e9 / rendered * (jobs.size() - ended);
        return seconds < 100
                ? String.format(Locale.ROOT, ", about %.0f s left", seconds)
                : String.format(Locale.ROOT, ", about %.0f min left", seconds / 60);
    }

    private void line(String text) {
        if (lineIsOpen) {
            console.err().print("\r" + " ".repeat(console.width() - 1) + "\r");
            lineIsOpen = false;
        }
        console.err().println(text);
    }

    /** The end of a batch: how many came to what, and again, in the scenes' order, what went wrong. */
    public synchronized void sum(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.state().isFailure()) {
                line("epochreel: " + entry.job().file() + " " + entry.state().word() + ":");
                entry.errors().stream().flatMap(String::lines).forEach(error -> line("    " + error));
                entry.log().ifPresent(log -> line("    log: " + log));
            }
        }
        long untried = entries.stream().filter(entry -> !entry.state().isEnd()).count();
        if (untried > 0 && !resultsLost) {
            line("epochreel: the output directory takes no more files; " + untried + " of " + entries.size()
                    + " were not tried. When there is room, the same command goes on");
        }
        if (verbosity.quiet()) {
            return;
        }
        StringBuilder sum = new StringBuilder();
        for (State state : State.values()) {
            long count = entries.stream().filter(entry -> entry.state() == state).count();
            if (count > 0) {
                sum.append(sum.isEmpty() ? "" : ", ").append(count).append(' ').append(state.word());
            }
        }
        line(String.format(Locale.ROOT, "%d %s in %.1f s: %s", entries.size(), entries.size() == 1 ? "scene" : "scenes",
                (System.nanoTime() - started) / 1e9, sum));
    }

    /** What a script is told of entries like these. */
    public synchronized int exitCode(List<Entry> entries) {
        if (resultsLost || entries.stream().anyMatch(entry -> entry.state() == State.UNWRITTEN)) {
            return ExitCode.OUTPUT_FAILED;
        }
        if (!entries.isEmpty() && entries.stream().allMatch(entry -> entry.state() == State.INVALID)) {
            return ExitCode.INVALID_SCENE;
        }
        return entries.stream().allMatch(entry -> entry.state().isDone()) ? ExitCode.DONE : ExitCode.SCENE_FAILED;
    }
}
