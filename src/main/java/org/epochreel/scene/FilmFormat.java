package org.epochreel.scene;

import java.util.Optional;

/**
 * One of the formats that a scene's film is written in.
 *
 * @param width the film's in pixels, even, where it is to be smaller than the video
 */
public record FilmFormat(Kind kind, Optional<Integer> width) {

    /** What there is. */
    public enum Kind {
        /** H.264 in MP4. */
        MP4,
        /** A GIF with a palette of the film's own. */
        GIF,
        /** An animated PNG, exact to the pixel. */
        APNG,
        /** A folder with a PNG a frame. */
        FRAMES,
        /** A page with the MP4 in it. */
        HTML
    }

    /** The kind at the video's size. */
    public static FilmFormat of(Kind kind) {
        return new FilmFormat(kind, Optional.empty());
    }
}
