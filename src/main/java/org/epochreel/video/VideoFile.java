package org.epochreel.video;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/**
 * Writes frames as one MP4 file. Each is converted before {@link #write} returns; it is encoded and stored then, too,
 * or a little later: where that pays, on a second thread, and with an encoder that holds pictures back, when it lets go
 * of them. The file is the same with and without the thread.
 *
 * <p>The owner writes the frames in order, calls {@link #finish} after the last and closes in any case; closed without
 * a finish, no file is left. For one thread at a time.
 */
public final class VideoFile implements Closeable {

    private final Path file;
    private final ColorConverter converter;
    private final PictureEncoder encoder;
    private final KeyframeSchedule schedule;
    private final Mp4Writer writer;
    private final Optional<EncodingThread> thread;
    private int frames;
    /** Frames that the encoder has, and those of them that it has not given back; for the thread that encodes. */
    private int handedOver;
    private final NavigableSet<Integer> heldBack = new TreeSet<>();

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
     * @throws IllegalStateException naming them if it, or one before it, cannot be encoded; several frames, if the
     *     encoder held some back and it can be any of them
     */
    public void write(Frame frame, boolean keyframe) throws IOException {
        YuvPicture picture;
        try {
            picture = converter.convert(frame);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    file + ": frame " + frames + " could not be converted: " + e.getMessage(), e);
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
        heldBack.add(handedOver++);
        try {
            encoder.encode(picture, changed, keyframe, this::store);
        } catch (RuntimeException e) {
            throw notEncoded(e);
        }
    }

    private void store(AccessUnit unit) throws IOException {
        writer.write(unit);
        heldBack.remove(unit.frame());
    }

    private IllegalStateException notEncoded(RuntimeException cause) {
        return new IllegalStateException(
                file + ": " + heldBackFrames() + " could not be encoded: " + cause.getMessage(), cause);
    }

    private String heldBackFrames() {
        if (heldBack.isEmpty()) {
            return "what comes after " + handedOver + " frames";
        }
        return heldBack.size() == 1
                ? "frame " + heldBack.first()
                : "one of the frames from " + heldBack.first() + " to " + heldBack.last();
    }

    /** Frames that {@link #write} has taken so far. */
    public int frames() {
        return frames;
    }

    /**
     * Completes the file.
     *
     * @throws IOException naming the file, and the frame if it is one, if it cannot be written
     * @throws IllegalStateException naming them if a frame cannot be encoded, or the encoder did not give back them all
     */
    public void finish() throws IOException {
        if (thread.isPresent()) {
            thread.get().finish();
        }
        try {
            encoder.finish(this::store);
        } catch (RuntimeException e) {
            throw notEncoded(e);
        }
        if (writer.frames() != frames) {
            throw new IllegalStateException(
                    file + ": the encoder made " + writer.frames() + " pictures of " + frames + " frames");
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
