package org.epochreel.sound;

/**
 * Sound as samples: one or two channels of equal length, full scale being -1 to 1. Values beyond full scale are kept
 * until an encoder must clip them.
 */
public final class Pcm {

    private final int sampleRate;
    private final double[][] channels;

    /**
     * Takes the arrays over; nobody writes to them afterwards.
     *
     * @param sampleRate samples a second
     * @param channels one array a channel, left before right
     * @throws IllegalArgumentException if there are not one or two channels, their lengths differ or the rate is not positive
     */
    public Pcm(int sampleRate, double[]... channels) {
        if (sampleRate < 1) {
            throw new IllegalArgumentException(sampleRate + " samples a second");
        }
        if (channels.length < 1 || channels.length > 2) {
            throw new IllegalArgumentException(channels.length + " channels; one or two are possible");
        }
        if (channels[0].length != channels[channels.length - 1].length) {
            throw new IllegalArgumentException("channels of " + channels[0].length + " and " + channels[1].length
                    + " samples");
        }
        this.sampleRate = sampleRate;
        this.channels = channels.clone();
    }

    /** Samples a second. */
    public int sampleRate() {
        return sampleRate;
    }

    /** How many channels: 1 or 2. */
    public int channels() {
        return channels.length;
    }

    /** Samples of each channel. */
    public int length() {
        return channels[0].length;
    }

    /** A channel's own array, to be read only. */
    public double[] channel(int index) {
        return channels[index];
    }
}
