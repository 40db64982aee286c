package org.epochreel.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.h264.H264Encoder;
import org.epochreel.video.h264.residual.Quantisers;

/** What a film can be written as. A new format is a constant here and a {@link FrameSink}. */
public enum VideoFormat {
    /** H.264 in MP4. */
    MP4("mp4");

    /** Coarser in motion than a scene's own film: in a wall everything moves at once, and each thing is small. */
    private static final Quantisers OF_WALLS = new Quantisers(14, 24, 14);

    private final String ending;

    VideoFormat(String ending) {
        this.ending = ending;
    }

    /** What the file's name ends in, without the point. */
    public String ending() {
        return ending;
    }

    /**
     * The format of files with this ending.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static VideoFormat ofEnding(String ending) {
        return Stream.of(values()).filter(format -> format.ending.equals(ending)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no film ends in ." + ending));
    }

    /** What a film shows, for those formats that spend their bits accordingly. */
    public enum Content {
        /** One chart, to be looked at closely. */
        CHART,
        /** Many small charts that all move at once. */
        WALL
    }

    /**
     * What every format needs to know of a film.
     *
     * @param size of every frame
     */
    public record Film(FrameSize size, FrameRate rate, Content content, VideoFile.Encoding encoding) {}

    /**
     * Begins a film.
     *
     * @param file where it goes, replaced if it is there; scratch files may appear beside it
     * @throws IOException if it cannot be begun there
     */
    public FrameSink open(Path file, Film film) throws IOException {
        return switch (this) {
            case MP4 -> new VideoFile(file, film.size(), film.rate(), lane -> H264Encoder.ofLane(
                    film.size(), film.rate(), quantisers(film), lane), film.encoding());
        };
    }

    private static Quantisers quantisers(Film film) {
        return film.content() == Content.WALL ? OF_WALLS : Quantisers.standard(film.size());
    }
}
