package org.epochreel.cli.progress;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.epochreel.text.VisibleText;

/** A bar with the time left, redrawn in place; the one class that knows the progress bar library. */
final class TerminalProgress implements Progress {

    private static final int REDRAW_MILLIS = 200;

    private final Console console;
    private final String scene;
    private final TimeLeft left;
    private ProgressBar bar;
    /** Asked by the thread that draws the bar. */
    private volatile double secondsLeft;
    private String task = "";

    TerminalProgress(Console console, String scene, TimeLeft left) {
        this.console = console;
        this.scene = VisibleText.line(scene);
        this.left = left;
    }

    @Override
    public void trained(int epoch, int epochs) {
        begin("training", epochs);
        secondsLeft = left.trained(System.nanoTime() / 1e9, epoch, epochs);
        bar.stepTo(epoch);
    }

    @Override
    public void drawn(int frame, int frames) {
        begin("drawing", frames);
        secondsLeft = left.drawn(System.nanoTime() / 1e9, frame, frames);
        bar.stepTo(frame);
    }

    @Override
    public void surveyed(int row, int rows) {
        begin("landscape", rows);
        secondsLeft = Double.NaN;
        bar.stepTo(row);
    }

    private void begin(String next, int steps) {
        if (!task.equals(next)) {
            close();
            bar = start(next, steps);
            task = next;
        }
    }

    /** The bar begins again below. */
    @Override
    public void remark(String sentence) {
        close();
        task = "";
        console.err().println(sentence);
    }

    private ProgressBar start(String task, int steps) {
        return new ProgressBarBuilder()
                .setTaskName(scene + " " + task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setEtaFunction(state -> remaining())
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.width()))
                .clearDisplayOnFinish()
                .build();
    }

    private Optional<Duration> remaining() {
        double seconds = secondsLeft;
        return Double.isNaN(seconds) ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.round(seconds)));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
