package org.epochreel.frame;

import java.io.Closeable;
import java.io.IOException;

/**
 * Takes a film's frames, one after the other, and makes of them a file, or several, of one format.
 *
 * <p>Whoever opened it writes the frames in order, calls {@link #finish} after the last and closes in any case, the sink
 * before the pending file that it writes to; closed without a finish, it leaves nothing behind. A frame's pixels belong to
 * whoever drew it, and are free again as soon as {@link #write} returns. For one thread at a time.
 */
public interface FrameSink extends Closeable {

    /**
     * Appends a frame. A frame that stands still touches nothing.
     *
     * @param frame of the film's size; the first touches every macroblock
     * @param keyframe whether somebody must be able to start watching here, where the format makes a difference
     * @throws IOException naming the frame, counted from 0, if it, or one before it, cannot be written
     * @throws IllegalStateException naming it if it, or one before it, cannot be encoded
     */
    void write(Frame frame, boolean keyframe) throws IOException;

    /**
     * Completes what was written.
     *
     * @throws IOException if that cannot be written
     * @throws IllegalStateException if a frame cannot be encoded, or none was written
     */
    void finish() throws IOException;

    /** Removes what was written unless it is finished. */
    @Override
    void close() throws IOException;
}
