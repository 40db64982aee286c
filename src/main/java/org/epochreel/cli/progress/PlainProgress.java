package org.epochreel.cli.progress;

import java.io.PrintStream;

/** A line every few seconds, for logs. */
final class PlainProgress implements Progress {

    private static final long NANOS_BETWEEN = 5_000_000_000L;

    private final PrintStream err;
    private final String scene;
    private final TimeLeft left;
    private long said = System.nanoTime();

    PlainProgress(PrintStream err, String scene, TimeLeft left) {
        this.err = err;
        this.scene = scene;
        this.left = left;
    }

    @Override
    public void trained(int epoch, int epochs) {
        long now = System.nanoTime();
        say(now, left.trained(now / 1e9, epoch, epochs), "trained", epoch, epochs, "epochs");
    }

    @Override
    public void drawn(int frame, int frames) {
        long now = System.nanoTime();
        say(now, left.drawn(now / 1e9, frame, frames), "drew", frame, frames, "frames");
    }

    @Override
    public void surveyed(int row, int rows) {
        long now = System.nanoTime();
        if (now - said >= NANOS_BETWEEN) {
            said = now;
            err.println(scene + ": measured " + row + " of " + rows + " rows of the landscape");
        }
    }

    @Override
    public void remark(String sentence) {
        err.println(sentence);
    }

    private void say(long now, double seconds, String verb, int done, int all, String what) {
        if (now - said >= NANOS_BETWEEN && !Double.isNaN(seconds)) {
            said = now;
            err.println(scene + ": " + verb + " " + done + " of " + all + " " + what + ", about " + Math.round(seconds)
                    + " s left");
        }
    }

    @Override
    public void close() {}
}
