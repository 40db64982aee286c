package org.epochreel.video;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSink;
import org.epochreel.frame.FrameSize;
import org.epochreel.sound.AudioTrack;
import org.epochreel.video.animation.ApngFile;
import org.epochreel.video.animation.FilmListener;
import org.epochreel.video.animation.FrameFolder;
import org.epochreel.video.animation.GifFile;
import org.epochreel.video.h264.H264Encoder;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.stream.Chapter;
import org.epochreel.video.stream.KeyframeSchedule;

/** What a film can be written as. A new format is a record here and a {@link FrameSink}. */
public sealed interface VideoFormat {

    /** H.264 in MP4. */
    VideoFormat MP4 = new Mp4();

    /** What the file's name ends in, without the point. */
    String ending();

    /**
     * Begins a film.
     *
     * @param file where it goes, replaced if it is there; scratch files may appear beside it
     * @throws IOException if it cannot be begun there
     */
    FrameSink open(Path file, Film film) throws IOException;

    /** What a film shows, for those formats that spend their bits accordingly. */
    enum Content {
        /** One chart, to be looked at closely. */
        CHART,
        /** Many small charts that all move at once. */
        WALL
    }

    /**
     * What every format needs to know of a film.
     *
     * @param size of every frame
     * @param keyframeEvery how far keyframes are apart at the most, in formats that have such
     * @param sound asked for the film's sound when all frames are written, by formats that have any
     * @param chapters by their start, for formats that have any
     */
    record Film(FrameSize size, FrameRate rate, Content content, VideoFile.Encoding encoding,
            Duration keyframeEvery, Optional<Supplier<AudioTrack>> sound, ImmutableList<Chapter> chapters) {

        /** A silent film. */
        public Film(FrameSize size, FrameRate rate, Content content, VideoFile.Encoding encoding) {
            this(size, rate, content, encoding, KeyframeSchedule.USUAL, Optional.empty(), ImmutableList.of());
        }
    }

    /** H.264 in MP4. */
    record Mp4() implements VideoFormat {

        /** Coarser in motion than a scene's own film: in a wall everything moves at once, and each thing is small. */
        private static final Quantisers OF_WALLS = new Quantisers(14, 24, 14);

        @Override
        public String ending() {
            return "mp4";
        }

        @Override
        public FrameSink open(Path file, Film film) throws IOException {
            Quantisers quantisers = film.content() == Content.WALL ? OF_WALLS : Quantisers.standard(film.size());
            return new VideoFile(file, film.size(), film.rate(),
                    lane -> H264Encoder.ofLane(film.size(), film.rate(), quantisers, lane), film.encoding(),
                    new KeyframeSchedule(film.rate(), film.keyframeEvery()), film.sound(), film.chapters());
        }
    }

    /**
     * An animated GIF.
     *
     * @param width in pixels, where it is not the film's own
     * @param frames of the whole film
     */
    record Gif(Optional<Integer> width, int frames, FilmListener listener) implements VideoFormat {

        @Override
        public String ending() {
            return "gif";
        }

        @Override
        public FrameSink open(Path file, Film film) throws IOException {
            return new GifFile(file, film.size(), width.orElse(film.size().width()), film.rate(), frames, listener);
        }
    }

    /** An animated PNG. */
    record Apng(FilmListener listener) implements VideoFormat {

        @Override
        public String ending() {
            return "apng";
        }

        @Override
        public FrameSink open(Path file, Film film) throws IOException {
            return new ApngFile(file, film.size(), film.rate(), listener);
        }
    }

    /**
     * A folder with a PNG a frame.
     *
     * @param epochOf the epoch that a frame shows
     */
    record Frames(IntUnaryOperator epochOf) implements VideoFormat {

        @Override
        public String ending() {
            return "frames";
        }

        @Override
        public FrameSink open(Path file, Film film) throws IOException {
            return new FrameFolder(file, film.rate(), epochOf);
        }
    }
}
