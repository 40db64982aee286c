package org.epochreel.video;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/**
 * Encodes and stores pictures on a thread of its own, a few pictures behind whoever draws them. What comes out is the same
 * as without the thread: the pictures keep their order, and each is encoded from the same samples.
 *
 * <p>A failure reaches the drawing thread at its next call. Closing waits for the thread's end.
 */
final class EncodingThread implements AutoCloseable {

    /** Pictures that may wait; enough to even out costly ones, few enough to stay in the processor's cache. */
    private static final int WAITING = 16;

    /** Encodes one picture and stores it. */
    interface Stage {
        void encode(YuvPicture picture, MacroblockSet touched, boolean keyframe) throws IOException;
    }

    private final Stage stage;
    private final YuvPicture picture;
    private final MacroblockSet touched;
    private final BlockingQueue<PictureChange> free = new ArrayBlockingQueue<>(WAITING);
    private final BlockingQueue<PictureChange> filled = new ArrayBlockingQueue<>(WAITING + 1);
    private final PictureChange end = new PictureChange();
    private final Thread thread;
    private volatile Throwable failure;

    EncodingThread(String name, FrameSize size, Stage stage) {
        this.stage = stage;
        this.picture = new YuvPicture(size);
        this.touched = MacroblockSet.noneOf(size);
        for (int i = 0; i < WAITING; i++) {
            free.add(new PictureChange());
        }
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (PictureChange change = filled.take(); change != end; change = filled.take()) {
                change.apply(picture, touched);
                stage.encode(picture, touched, change.keyframe());
                free.add(change);
            }
        } catch (InterruptedException e) {
            // Closed before the end: what was waiting is not wanted any more.
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            // Whoever waits for room is let on, and finds the failure.
            free.offer(new PictureChange());
        }
    }

    /** Hands over a picture; returns as soon as there is room for it. The arguments are free again afterwards. */
    void encode(YuvPicture next, MacroblockSet changed, boolean keyframe) throws IOException {
        try {
            PictureChange change = free.take();
            rethrow();
            change.record(next, changed, keyframe);
            filled.put(change);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits until all pictures are stored. */
    void finish() throws IOException {
        try {
            filled.put(end);
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        rethrow();
    }

    private void rethrow() throws IOException {
        Throwable thrown = failure;
        if (thrown instanceof IOException io) {
            throw io;
        }
        if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    /** The state stays with the thread, for its caller's caller to see. */
    private static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting for the encoder");
        interrupted.initCause(cause);
        return interrupted;
    }

    /** Ends the thread, whatever still waits, and returns when it is gone. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
