package org.epochreel.cli.progress;

import java.io.PrintStream;

/** A line every few seconds, for logs. */
final class PlainProgress implements Progress {

    private static final long NANOS_BETWEEN = 5_000_000_000L;

    private final PrintStream err;
    private final String scene;
    private long started = System.nanoTime();
    private long said = started;
    private boolean drawing;

    PlainProgress(PrintStream err, String scene) {
        this.err = err;
        this.scene = scene;
    }

    @Override
    public void trained(int epoch, int epochs) {
        say("trained", epoch, epochs, "epochs");
    }

    @Override
    public void drawn(int frame, int frames) {
        if (!drawing) {
            drawing = true;
            started = System.nanoTime();
        }
        say("drew", frame, frames, "frames");
    }

    @Override
    public void remark(String sentence) {
        err.println(sentence);
    }

    private void say(String verb, int done, int all, String what) {
        long now = System.nanoTime();
        if (now - said < NANOS_BETWEEN || done == 0) {
            return;
        }
        said = now;
        long secondsLeft = (long) ((now - started) / 1e9 / done * (all - done));
        err.println(scene + ": " + verb + " " + done + " of " + all + " " + what + ", about " + secondsLeft + " s left");
    }

    @Override
    public void close() {}
}
