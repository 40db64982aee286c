package org.epochreel.video;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/**
 * Writes frames as one MP4 file. Each is converted before {@link #write} returns; it is encoded and stored then, too, or, where
 * that pays, a little later on a second thread. The file is the same either way.
 *
 * <p>The owner writes the frames in order, calls {@link #finish} after the last and closes in any case; closed without a
 * finish, no file is left. For one thread at a time.
 */
public final class VideoFile implements Closeable {

    private final Path file;
    private final ColorConverter converter;
    private final PictureEncoder encoder;
    private final KeyframeSchedule schedule;
    private final Mp4Writer writer;
    private final Optional<EncodingThread> thread;
    private int frames;

    /** Where pictures are encoded. */
    public enum Encoding {
        /** On the thread that writes the frames. */
        SAME_THREAD,
        /** On a thread of the video's own. */
        OWN_THREAD
    }

    /**
     * @param file where the video goes, replaced if it is there; a scratch file appears beside it
     * @param encoder a fresh encoder of the same size and rate, for this video alone
     * @throws IOException if the video cannot be begun there
     */
    public VideoFile(Path file, FrameSize size, FrameRate rate, PictureEncoder encoder, Encoding encoding)
            throws IOException {
        this.file = file;
        this.converter = new ColorConverter(size);
        this.encoder = encoder;
        this.schedule = new KeyframeSchedule(rate);
        this.writer = new Mp4Writer(file, size, rate, encoder.parameterSets());
        this.thread = encoding == Encoding.OWN_THREAD
                ? Optional.of(new EncodingThread("encoding " + file.getFileName(), size, this::store))
                : Optional.empty();
    }

    /**
     * Appends a frame. A frame that stands still touches nothing.
     *
     * @param frame of the video's size; the first touches every macroblock. Its pixels are free again afterwards
     * @param keyframe whether a player must be able to start here; a keyframe comes at least every 2 seconds anyway
     * @throws IOException naming the file and the frame, counted from 0, if it, or one before it, cannot be written
     * @throws IllegalStateException naming them if it, or one before it, cannot be encoded
     */
    public void write(Frame frame, boolean keyframe) throws IOException {
        YuvPicture picture;
        try {
            picture = converter.convert(frame);
        } catch (RuntimeException e) {
            throw new IllegalStateException(file + ": frame " + frames + " could not be converted: " + e.getMessage(), e);
        }
        boolean startsHere = schedule.next(keyframe);
        if (thread.isPresent()) {
            thread.get().encode(picture, converter.changed(), startsHere);
        } else {
            store(picture, converter.changed(), startsHere);
        }
        frames++;
    }

    private void store(YuvPicture picture, MacroblockSet changed, boolean keyframe) throws IOException {
        try {
            encoder.encode(picture, changed, keyframe, writer::write);
        } catch (RuntimeException e) {
            throw notEncoded(e);
        }
    }

    private IllegalStateException notEncoded(RuntimeException cause) {
        return new IllegalStateException(
                file + ": frame " + writer.frames() + " could not be encoded: " + cause.getMessage(), cause);
    }

    /** Frames that {@link #write} has taken so far. */
    public int frames() {
        return frames;
    }

    /** Completes the file. */
    public void finish() throws IOException {
        if (thread.isPresent()) {
            thread.get().finish();
        }
        try {
            encoder.finish(writer::write);
        } catch (RuntimeException e) {
            throw notEncoded(e);
        }
        writer.finish();
    }

    /** Removes the file unless it is finished. */
    @Override
    public void close() throws IOException {
        thread.ifPresent(EncodingThread::close);
        writer.close();
    }
}
