package org.epochreel.video.mp4;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.sound.AudioTrack;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.Chapter;
import org.epochreel.video.stream.H264Level;
import org.epochreel.video.stream.ParameterSets;

/**
 * Writes one MP4 file whose header stands before its media, so that a player can start before it has everything.
 * Pictures come and stay in decoding order; the header tells when each is shown.
 *
 * <p>The coded pictures stream to a scratch file beside the target, {@code NAME.media}; {@link #finish} writes the
 * header, then copies them behind it. In memory it keeps a few bytes a picture. Closed without a finish, it leaves no
 * file behind.
 */
public final class Mp4Writer implements Closeable {

    /** The track of pictures among a file's. */
    private static final int PICTURES = 0;

    /**
     * Units of time that a frame lasts at least. A player rounds the time that it seeks to whole units; with one unit a
     * frame Chromium found the keyframe for times in the second half of the frame before it.
     */
    private static final int LEAST_UNITS_A_FRAME = 512;

    private final Path file;
    private final Path scratch;
    private final FrameSize size;
    private final FrameRate rate;
    private final ParameterSets parameterSets;
    private final FileChannel media;
    private final ImmutableIntArray.Builder keyframes = ImmutableIntArray.builder();
    private int[] sampleSizes = new int[1024];
    private int[] shownFrames = new int[1024];
    private volatile int samples;
    private boolean begun;
    private boolean finished;
    private boolean closed;

    /**
     * Opens the scratch file; the file itself appears with {@link #finish}. What is there under either name is
     * replaced.
     *
     * @throws IOException if the scratch file cannot be created
     */
    public Mp4Writer(Path file, FrameSize size, FrameRate rate, ParameterSets parameterSets) throws IOException {
        this.file = file;
        this.scratch = file.resolveSibling(file.getFileName() + ".media");
        this.size = size;
        this.rate = rate;
        this.parameterSets = parameterSets;
        try {
            this.media = FileChannel.open(scratch, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(file + ": the video cannot be begun: " + e.getMessage(), e);
        }
    }

    /**
     * Appends the next picture in decoding order, shown for one frame's duration. The access unit's buffer is free
     * again afterwards.
     *
     * @throws IOException naming the file and the frame, counted from 0, if it cannot be written
     * @throws IllegalArgumentException if the first picture is not a keyframe, a keyframe is decoded before or after
     *     its turn to be shown, or the file would last too long
     */
    public void write(AccessUnit picture) throws IOException {
        if (finished) {
            throw new IllegalStateException(file + " is finished and takes no more pictures");
        }
        if (samples == 0 && !picture.keyframe()) {
            throw new IllegalArgumentException(file + ": the first picture of a video is a keyframe, this one is not");
        }
        if (picture.keyframe() && picture.frame() != samples) {
            throw new IllegalArgumentException(file + ": a keyframe shows frame " + picture.frame() + " after "
                    + samples + " pictures; those before it are all shown before it, and no others");
        }
        if ((samples + 1L) * rate.denominator() * unitsFiner(rate) > Track.MAX_DURATION) {
            throw new IllegalArgumentException(file + ": a video of more than " + samples + " frames at " + rate
                    + " frames a second is longer than an MP4 file can last");
        }
        ByteBuffer bytes = picture.bytes();
        int length = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                media.write(bytes);
            }
        } catch (IOException e) {
            throw new IOException(file + ": frame " + picture.frame() + " could not be written: " + e.getMessage(), e);
        }
        if (samples == sampleSizes.length) {
            sampleSizes = Arrays.copyOf(sampleSizes, samples + samples / 2);
            shownFrames = Arrays.copyOf(shownFrames, samples + samples / 2);
        }
        sampleSizes[samples] = length;
        shownFrames[samples] = picture.frame();
        samples = samples + 1;
        if (picture.keyframe()) {
            keyframes.add(samples);
        }
    }

    /** Pictures written so far; may be asked on any thread. */
    public int frames() {
        return samples;
    }

    /** Writes a silent film. */
    public void finish() throws IOException {
        finish(Optional.empty(), ImmutableList.of());
    }

    /**
     * Writes the file and removes the scratch file.
     *
     * @param sound the second track, if there is one
     * @param chapters by their start
     * @throws IOException naming the file if it cannot be written
     * @throws IllegalStateException if there is no picture, a frame is missing or came twice, or it is finished already
     */
    public void finish(Optional<AudioTrack> sound, ImmutableList<Chapter> chapters) throws IOException {
        if (finished || samples == 0) {
            throw new IllegalStateException(file + (finished ? " is finished already" : ": a video needs a picture"));
        }
        Mp4Header header = header(sound, chapters);
        ByteBuffer head = header.bytes();
        try (FileChannel target = FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            begun = true;
            while (head.hasRemaining()) {
                target.write(head);
            }
            copy(header, sound.map(AudioTrack::media), target);
            media.close();
            Files.delete(scratch);
        } catch (IOException e) {
            throw new IOException(file + ": the video could not be completed: " + e.getMessage(), e);
        }
        finished = true;
    }

    /**
     * Copies all chunks in the header's order; those that follow each other in one track at once.
     *
     * @param sound the second track's samples, one behind the other, if there is one
     */
    private void copy(Mp4Header header, Optional<ByteBuffer> sound, FileChannel target) throws IOException {
        long copied = 0;
        ImmutableList<Mp4Header.Chunk> chunks = header.chunks();
        for (int i = 0; i < chunks.size();) {
            int track = chunks.get(i).track();
            long bytes = 0;
            while (i < chunks.size() && chunks.get(i).track() == track) {
                bytes += header.tracks().get(track).bytesOf(chunks.get(i).number());
                i++;
            }
            if (track == PICTURES) {
                copyPictures(copied, copied + bytes, target);
                copied += bytes;
            } else {
                ByteBuffer all = sound.orElseThrow();
                ByteBuffer part = all.slice(all.position(), (int) bytes);
                all.position(all.position() + (int) bytes);
                while (part.hasRemaining()) {
                    target.write(part);
                }
            }
        }
    }

    private void copyPictures(long from, long end, FileChannel target) throws IOException {
        for (long copied = from; copied < end;) {
            long moved = media.transferTo(copied, end - copied, target);
            if (moved == 0) {
                throw new IOException(scratch + " ends at byte " + copied + " of " + end);
            }
            copied += moved;
        }
    }

    private Mp4Header header(Optional<AudioTrack> sound, ImmutableList<Chapter> chapters) {
        try {
            CompositionTimes times = new CompositionTimes(firstOf(shownFrames));
            ImmutableList.Builder<Track> tracks = ImmutableList.builder();
            tracks.add(track(size, rate, parameterSets, firstOf(sampleSizes), times, keyframes.build()));
            sound.ifPresent(track -> tracks.add(track(track)));
            return new Mp4Header(tracks.build(), chapters);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + ": the video is not complete: " + e.getMessage(), e);
        }
    }

    /**
     * A track of pictures that are each shown for one frame's duration, which is a whole number of the track's units of
     * time. The level is raised to the first that admits the pictures' bytes.
     */
    static Track track(FrameSize size, FrameRate rate, ParameterSets parameterSets, ImmutableIntArray sampleSizes,
            CompositionTimes times, ImmutableIntArray keyframes) {
        int finer = unitsFiner(rate);
        int duration = finer * rate.denominator();
        int aSecond = (rate.numerator() + rate.denominator() - 1) / rate.denominator();
        int level = H264Level.admitting(parameterSets.level(), rate, sampleSizes).idc();
        return new Track(new H264Media(size, parameterSets.withLevel(level)), finer * rate.numerator(), sampleSizes,
                duration, duration, Optional.of(times), Optional.of(keyframes), (long) times.delay() * duration,
                (long) sampleSizes.length() * duration, aSecond);
    }

    /** A track of sound: its priming is decoded but not played. */
    private static Track track(AudioTrack sound) {
        ImmutableIntArray.Builder sizes = ImmutableIntArray.builder(sound.units().size());
        sound.units().forEach(unit -> sizes.add(unit.size()));
        return new Track(new AacMedia(sound), sound.sampleRate(), sizes.build(), AudioTrack.UNIT_LENGTH,
                sound.duration(sound.units().size() - 1), Optional.empty(), Optional.empty(), sound.priming(),
                sound.length(), (sound.sampleRate() + AudioTrack.UNIT_LENGTH - 1) / AudioTrack.UNIT_LENGTH);
    }

    private static int unitsFiner(FrameRate rate) {
        return (LEAST_UNITS_A_FRAME + rate.denominator() - 1) / rate.denominator();
    }

    private ImmutableIntArray firstOf(int[] values) {
        return ImmutableIntArray.copyOf(Arrays.stream(values, 0, samples));
    }

    /** Removes what this writer has written unless the video is finished; does nothing the second time. */
    @Override
    public void close() throws IOException {
        if (finished || closed) {
            return;
        }
        closed = true;
        try {
            media.close();
        } finally {
            Files.deleteIfExists(scratch);
            if (begun) {
                Files.deleteIfExists(file);
            }
        }
    }
}
