package org.epochreel.cli.progress;

import java.time.Duration;
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
    private ProgressBar bar;
    private boolean drawing;

    TerminalProgress(Console console, String scene) {
        this.console = console;
        this.scene = VisibleText.line(scene);
    }

    @Override
    public void trained(int epoch, int epochs) {
        if (bar == null) {
            bar = start("training", epochs);
        }
        bar.stepTo(epoch);
    }

    @Override
    public void drawn(int frame, int frames) {
        if (!drawing) {
            close();
            bar = start("drawing", frames);
            drawing = true;
        }
        bar.stepTo(frame);
    }

    /** The bar begins again below. */
    @Override
    public void remark(String sentence) {
        close();
        drawing = false;
        console.err().println(sentence);
    }

    private ProgressBar start(String task, int steps) {
        return new ProgressBarBuilder()
                .setTaskName(scene + " " + task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setEtaFunction(state -> java.util.Optional.of(left(state.getElapsedAfterStart(), state.getCurrent(), steps)))
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.width()))
                .clearDisplayOnFinish()
                .build();
    }

    private static Duration left(Duration elapsed, long done, long all) {
        return done == 0 ? Duration.ZERO : elapsed.multipliedBy(all - done).dividedBy(done);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
