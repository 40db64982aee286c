package org.epochreel.video;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;

/**
 * Writes frames as one MP4 file: each is converted, encoded and stored before {@link #write} returns.
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

    /**
     * @param file where the video goes, replaced if it is there; a scratch file appears beside it
     * @param encoder a fresh encoder of the same size and rate, for this video alone
     * @throws IOException if the video cannot be begun there
     */
    public VideoFile(Path file, FrameSize size, FrameRate rate, PictureEncoder encoder) throws IOException {
        this.file = file;
        this.converter = new ColorConverter(size);
        this.encoder = encoder;
        this.schedule = new KeyframeSchedule(rate);
        this.writer = new Mp4Writer(file, size, rate, encoder.parameterSets());
    }

    /**
     * Appends a frame. A frame that stands still touches nothing.
     *
     * @param frame of the video's size; the first touches every macroblock. Its pixels are free again afterwards
     * @param keyframe whether a player must be able to start here; a keyframe comes at least every 2 seconds anyway
     * @throws IOException naming the file and the frame, counted from 0, if it cannot be written
     * @throws IllegalStateException naming them if it cannot be encoded
     */
    public void write(Frame frame, boolean keyframe) throws IOException {
        AccessUnit unit;
        try {
            YuvPicture picture = converter.convert(frame);
            unit = encoder.encode(picture, converter.changed(), schedule.next(keyframe));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    file + ": frame " + writer.frames() + " could not be encoded: " + e.getMessage(), e);
        }
        writer.write(unit);
    }

    /** Frames written so far. */
    public int frames() {
        return writer.frames();
    }

    /** Completes the file. */
    public void finish() throws IOException {
        writer.finish();
    }

    /** Removes the file unless it is finished. */
    @Override
    public void close() throws IOException {
        writer.close();
    }
}
