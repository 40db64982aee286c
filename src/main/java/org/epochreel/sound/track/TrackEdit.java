package org.epochreel.sound.track;

/**
 * What a user wants done to a track.
 *
 * @param offset where in the track the film begins, in seconds, at least 0
 * @param gain in decibels, {@link #LEAST_GAIN} to {@link #LARGEST_GAIN}
 * @param fadeOut how long before its end the track fades, in seconds, at least 0
 */
public record TrackEdit(double offset, double gain, double fadeOut) {

    public static final double LEAST_GAIN = -60;
    public static final double LARGEST_GAIN = 40;
    /** Most seconds of offset and fade. */
    public static final double LONGEST = 86_400;

    /** The track from its start and as it is. */
    public static final TrackEdit NONE = new TrackEdit(0, 0, 0);

    public TrackEdit {
        if (!(offset >= 0 && offset <= LONGEST && fadeOut >= 0 && fadeOut <= LONGEST && gain >= LEAST_GAIN
                && gain <= LARGEST_GAIN)) {
            throw new IllegalArgumentException("offset " + offset + " s, gain " + gain + " dB, fade " + fadeOut + " s");
        }
    }

    /** Whether it needs nothing but cutting, which coded sound allows without loss. */
    boolean onlyCuts() {
        return gain == 0 && fadeOut == 0;
    }
}
