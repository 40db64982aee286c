package org.epochreel.sound;

import org.epochreel.frame.FrameRate;

/**
 * The film's length and the instants of its frames, in samples of its sound. All from whole numbers, so that nothing
 * drifts however long the film is.
 *
 * @param rate frames a second
 * @param frames of the film, at least one
 */
public record FilmTime(FrameRate rate, long frames) {

    public FilmTime {
        if (frames < 1 || frames > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a film of " + frames + " frames");
        }
    }

    /** The first sample, counted from 0, that is not before {@code frame} appears. */
    public long sampleOf(long frame, int sampleRate) {
        long ticks = frame * rate.denominator() * sampleRate;
        return Math.floorDiv(ticks + rate.numerator() - 1, (long) rate.numerator());
    }

    /** How many samples the film lasts, rounded up. */
    public long samples(int sampleRate) {
        return sampleOf(frames, sampleRate);
    }
}
