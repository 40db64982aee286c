package org.epochreel.video.lanes;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.stream.Lane;
import org.epochreel.video.stream.PictureChange;
import org.epochreel.video.stream.YuvPicture;

/**
 * Has a lane encode on a thread of its own, some pictures behind whoever draws them. The thread starts with the first.
 * What comes out is the same as without it: the pictures keep their order, and each is encoded from the same samples.
 *
 * <p>A failure reaches the drawing thread through the backlog, at its next call of any lane. Closing waits for the
 * thread's end.
 */
final class LaneThread implements Lane, Closeable {

    private final FrameSize size;
    private final Lane lane;
    private final Backlog backlog;
    private final TurnOrder order;
    private final ExecutorService thread;
    private final MacroblockSet touched;
    private YuvPicture picture;

    /**
     * @param lane what to have encode
     * @param order is abandoned if that fails
     */
    LaneThread(String name, FrameSize size, Lane lane, Backlog backlog, TurnOrder order) {
        this.size = size;
        this.lane = lane;
        this.backlog = backlog;
        this.order = order;
        this.touched = MacroblockSet.noneOf(size);
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Hands over a picture; returns as soon as there is room for it. The arguments are free again afterwards. */
    @Override
    public void encode(int frame, YuvPicture next, MacroblockSet changed) throws IOException {
        PictureChange change = backlog.take(changed.count());
        change.record(next, changed);
        execute(() -> {
            if (picture == null) {
                picture = new YuvPicture(size);
            }
            change.apply(picture, touched);
            backlog.release(change);
            lane.encode(frame, picture, touched);
        });
    }

    @Override
    public void endTurn() throws IOException {
        backlog.rethrow();
        execute(lane::endTurn);
    }

    private void execute(Step step) {
        thread.execute(() -> {
            if (backlog.failed()) {
                return;
            }
            try {
                step.run();
            } catch (IOException | RuntimeException | Error e) {
                backlog.fail(e);
                order.abandon();
            }
        });
    }

    /** Waits until all is encoded; nothing may follow. */
    void finish() throws IOException {
        thread.shutdown();
        try {
            thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw Backlog.interrupted(e);
        }
        backlog.rethrow();
    }

    /** Ends the thread, whatever still waits, and returns when it does nothing any more. */
    @Override
    public void close() {
        thread.shutdownNow();
        Uninterruptibles.awaitTerminationUninterruptibly(thread);
    }
}
