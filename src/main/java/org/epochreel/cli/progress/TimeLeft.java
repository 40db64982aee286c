package org.epochreel.cli.progress;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Estimates how long a scene still takes, from what it did in the last seconds: the first frames of a video are quicker to
 * draw than the last ones, on which there is more, and a virtual machine runs faster the longer it runs. While the model
 * is trained, the drawing that is still to come counts as long as it is expected to be, on a machine that draws as much
 * faster or slower than expected as it trains.
 *
 * <p>Times are in seconds, from any zero.
 */
final class TimeLeft {

    /** What it did in the last seconds is what counts: in so many, or in a third of all if that is more. */
    private static final double WINDOW = 10;

    /** So many times are remembered in that window. */
    private static final int MARKS = 100;

    /** How much slower than expected a machine is thought to draw at the most, however slowly it trains. */
    private static final double SLOWEST = 4;

    private final double expectedTraining;
    private final double expectedDrawing;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private boolean drawing;
    private double started = Double.NaN;

    private record Mark(double time, double done) {}

    /**
     * @param expectedTraining how long all epochs are expected to take
     * @param expectedDrawing how long all frames are
     */
    TimeLeft(double expectedTraining, double expectedDrawing) {
        this.expectedTraining = expectedTraining;
        this.expectedDrawing = expectedDrawing;
    }

    /** Of so many epochs, so many are trained; how long is left then, NaN while nothing can be told. */
    double trained(double now, double done, double all) {
        double left = left(now, done, all);
        double whole = left / Math.max(1, all - done) * all;
        double pace = expectedTraining > 0 ? Math.max(1, Math.min(SLOWEST, whole / expectedTraining)) : 1;
        return left + pace * expectedDrawing;
    }

    /** Of so many frames, so many are in the video. */
    double drawn(double now, double done, double all) {
        if (!drawing) {
            drawing = true;
            marks.clear();
        }
        return left(now, done, all);
    }

    private double left(double now, double done, double all) {
        if (marks.isEmpty()) {
            started = now;
        }
        double window = Math.max(WINDOW, (now - started) / 3);
        Mark last = marks.peekLast();
        if (last == null || done > last.done && now - last.time >= window / MARKS) {
            marks.addLast(new Mark(now, done));
        }
        while (marks.size() > 2 && now - marks.peekFirst().time > window) {
            marks.removeFirst();
        }
        Mark first = marks.peekFirst();
        return done > first.done ? (now - first.time) / (done - first.done) * (all - done) : Double.NaN;
    }
}
