package org.epochreel.video;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSink;
import org.epochreel.frame.FrameSize;
import org.epochreel.sound.AudioTrack;
import org.epochreel.video.lanes.EncodingLanes;
import org.epochreel.video.mp4.Mp4Writer;
import org.epochreel.video.stream.Chapter;
import org.epochreel.video.stream.ColorConverter;
import org.epochreel.video.stream.KeyframeSchedule;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;

/**
 * Writes frames as one MP4 file. Each is converted before {@link #write} returns; it is encoded and stored then, too,
 * or a little later: where that pays, on other threads, and with an encoder that holds pictures back, when it lets go
 * of them. The file is the same with and without the threads.
 *
 * <p>What cannot be written or encoded is reported with the file and the frame, counted from 0; several frames, if the
 * encoder held some back and it can be any of them.
 */
public final class VideoFile implements FrameSink {

    private final Path file;
    private final ColorConverter converter;
    private final KeyframeSchedule schedule;
    private final Mp4Writer writer;
    private final EncodingLanes lanes;
    private final Optional<Supplier<AudioTrack>> sound;
    private final ImmutableList<Chapter> chapters;
    private int frames;

    /** Where pictures are encoded. */
    public enum Encoding {
        /** On the thread that writes the frames. */
        SAME_THREAD,
        /** On two threads of the video's own, which take turns from keyframe to keyframe. */
        OWN_THREADS
    }

    /** A silent film. */
    public VideoFile(Path file, FrameSize size, FrameRate rate, IntFunction<PictureEncoder> encoders, Encoding encoding)
            throws IOException {
        this(file, size, rate, encoders, encoding, new KeyframeSchedule(rate), Optional.empty(), ImmutableList.of());
    }

    /**
     * @param file where the video goes, replaced if it is there; a scratch file appears beside it
     * @param encoders makes fresh encoders of the same size and rate, for this video alone, which take turns from
     *     keyframe to keyframe: number 0 at once, number 1 when it is needed, maybe on another thread
     * @param schedule of this video alone
     * @param sound asked for the second track when all pictures are encoded
     * @param chapters by their start
     * @throws IOException if the video cannot be begun there
     */
    public VideoFile(Path file, FrameSize size, FrameRate rate, IntFunction<PictureEncoder> encoders, Encoding encoding,
            KeyframeSchedule schedule, Optional<Supplier<AudioTrack>> sound, ImmutableList<Chapter> chapters)
            throws IOException {
        this.sound = sound;
        this.chapters = chapters;
        this.file = file;
        this.converter = new ColorConverter(size);
        this.schedule = schedule;
        PictureEncoder first = encoders.apply(0);
        this.writer = new Mp4Writer(file, size, rate, first.parameterSets());
        IntFunction<PictureEncoder> all = lane -> lane == 0 ? first : encoders.apply(lane);
        this.lanes = encoding == Encoding.OWN_THREADS
                ? EncodingLanes.onOwnThreads(file, size, rate, all, writer::write)
                : EncodingLanes.onSameThread(file, size, all, writer::write);
    }

    @Override
    public void write(Frame frame, boolean keyframe) throws IOException {
        YuvPicture picture;
        try {
            picture = converter.convert(frame);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    file + ": frame " + frames + " could not be converted: " + e.getMessage(), e);
        }
        lanes.encode(picture, converter.changed(), schedule.next(keyframe));
        frames++;
    }

    /** Frames that {@link #write} has taken so far. */
    public int frames() {
        return frames;
    }

    @Override
    public int stored() {
        return writer.frames();
    }

    @Override
    public void finish() throws IOException {
        lanes.finish();
        writer.finish(sound.map(Supplier::get), chapters);
    }

    @Override
    public void close() throws IOException {
        lanes.close();
        writer.close();
    }
}
