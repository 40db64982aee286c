package org.epochreel.video.lanes;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Iterator;
import java.util.List;
import org.epochreel.frame.FrameRate;
import org.epochreel.video.stream.PictureChange;

/**
 * Keeps those who draw pictures from running too far ahead of those who encode them, and tells them of a failure. The
 * buffers of pictures that wait are used again; together with those that lie idle they keep to the bound.
 */
final class Backlog {

    /** A turn lasts two seconds at the most: enough for a lane to begin its next while the other is in the one before. */
    private static final int SECONDS = 6;

    private static final long MOST_BYTES = 32 << 20;

    /** So many may wait whatever their size. */
    private static final int LEAST = 2;

    private final int most;
    private final ListMultimap<Integer, PictureChange> idle = MultimapBuilder.treeKeys().arrayListValues().build();
    private long idleBytes;
    private long waitingBytes;
    private int waiting;
    private Throwable failure;

    Backlog(FrameRate rate) {
        this.most = Math.max(LEAST, SECONDS * rate.numerator() / rate.denominator());
    }

    /**
     * A buffer for the next picture, as soon as there is room for it.
     *
     * @param macroblocks how many macroblocks it has to hold
     * @throws IOException the failure of a lane, or if the thread is interrupted
     */
    synchronized PictureChange take(int macroblocks) throws IOException {
        int capacity = PictureChange.capacityFor(macroblocks);
        long bytes = PictureChange.bytes(capacity);
        while (failure == null && waiting >= LEAST && (waiting >= most || waitingBytes + bytes > MOST_BYTES)) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        rethrow();
        waiting++;
        waitingBytes += bytes;
        List<PictureChange> fitting = idle.get(capacity);
        if (!fitting.isEmpty()) {
            idleBytes -= bytes;
            return fitting.remove(fitting.size() - 1);
        }
        Iterator<PictureChange> others = idle.values().iterator();
        while (others.hasNext() && waitingBytes + idleBytes > MOST_BYTES) {
            idleBytes -= PictureChange.bytes(others.next().capacity());
            others.remove();
        }
        return new PictureChange(capacity);
    }

    /** Takes back a buffer whose picture does not wait any more. */
    synchronized void release(PictureChange change) {
        long bytes = PictureChange.bytes(change.capacity());
        waiting--;
        waitingBytes -= bytes;
        if (waitingBytes + idleBytes + bytes <= MOST_BYTES) {
            idle.put(change.capacity(), change);
            idleBytes += bytes;
        }
        notifyAll();
    }

    /** Reports a lane's failure; the first is the one that counts. */
    synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
            notifyAll();
        }
    }

    synchronized boolean failed() {
        return failure != null;
    }

    /** Throws the failure if there is one. */
    synchronized void rethrow() throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    /** The state stays with the thread, for its caller's caller to see. */
    static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting for the encoder");
        interrupted.initCause(cause);
        return interrupted;
    }
}
