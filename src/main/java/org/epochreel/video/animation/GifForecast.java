package org.epochreel.video.animation;

import java.util.Locale;
import java.util.Optional;

/** Foretells how large a GIF becomes, from what its first frames need in the scratch file. */
final class GifForecast {

    /** Many places that take pictures take no larger ones. */
    private static final int MOST_BYTES = 10_000_000;

    /**
     * A GIF's bytes over those of the scratch file: 0.57 for a chart of 432x288, 0.58 for 720x480, 0.75 for 1920x1080.
     */
    private static final double SHARE = 0.6;

    /** Forecasts are made once, after this many frames and one in so many of the film. */
    private static final int FRAMES = 30;
    private static final int ONE_IN = 10;

    private final int frames;
    private final int every;
    private long first;
    private boolean warned;

    /**
     * @param frames of the whole film
     * @param every one frame of so many is shown
     */
    GifForecast(int frames, int every) {
        this.frames = frames;
        this.every = every;
    }

    /**
     * Looks at the scratch file.
     *
     * @param number of frames that are in it
     * @param bytes that it has
     * @return a warning, if the GIF becomes too large, as a part of a sentence whose subject is the film
     */
    Optional<String> after(int number, long bytes) {
        if (number == 1) {
            first = bytes;
        }
        if (number != Math.max(FRAMES, frames / ONE_IN) || number >= frames) {
            return Optional.empty();
        }
        double later = (double) (bytes - first) / (number - 1) * (frames - 1) / every;
        return warning(Math.round((first + later) * SHARE), "will have about");
    }

    /** The same for a GIF that is complete, unless it was foretold. */
    Optional<String> complete(long bytes) {
        return warned ? Optional.empty() : warning(bytes, "has");
    }

    private Optional<String> warning(long bytes, String verb) {
        if (bytes <= MOST_BYTES) {
            return Optional.empty();
        }
        warned = true;
        return Optional.of(String.format(Locale.ROOT, "%s %.0f MB, more than the 10 MB that many places take; a smaller one "
                + "has a width of its own, as in video.formats: [{gif: {width: 640}}], or fewer frames", verb, bytes / 1e6));
    }
}
