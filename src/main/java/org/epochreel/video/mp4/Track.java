package org.epochreel.video.mp4;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;

/**
 * One track of an MP4 file, as its header tells of it. Its samples, such as pictures, follow each other without gaps, in the
 * order of decoding. Time is counted in units of 1/{@code timeScale} second.
 *
 * @param timeScale units of time a second
 * @param sampleSizes bytes of each sample
 * @param sampleDuration units of time of every sample but the last
 * @param lastDuration units of time of the last
 * @param order when each is shown, if that is not when it is decoded
 * @param keyframes numbers of the samples from which a player can start, counted from 1, rising; absent if it can from all
 * @param start the media time that is played first: what is before it is decoded only
 * @param played units of time that are played from there
 * @param samplesPerChunk samples that lie together in the file, all from one track; about a second's, so that a player
 *     that reads chunk by chunk need not hold more
 */
record Track(TrackMedia media, int timeScale, ImmutableIntArray sampleSizes, int sampleDuration, int lastDuration,
        Optional<CompositionTimes> order, Optional<ImmutableIntArray> keyframes, long start, long played,
        int samplesPerChunk) {

    /** The most units of time that a track can last. */
    static final long MAX_DURATION = 0xffff_ffffL;

    Track {
        if (sampleSizes.isEmpty()) {
            throw new IllegalArgumentException("a track of an MP4 file needs at least one sample");
        }
        int count = sampleSizes.length();
        if (order.isPresent() && order.get().frames().length() != count) {
            throw new IllegalArgumentException(
                    count + " samples have the times of " + order.get().frames().length());
        }
        // With the start, the last composition time fits, too, and so does every offset.
        if (start < 0 || start + duration(count, sampleDuration, lastDuration) > MAX_DURATION) {
            throw new IllegalArgumentException(count + " samples of " + sampleDuration + " units of 1/" + timeScale
                    + " s are longer than an MP4 file can last");
        }
    }

    private static long duration(int count, int each, int last) {
        return (count - 1L) * each + last;
    }

    int count() {
        return sampleSizes.length();
    }

    /** Units of time of all samples together. */
    long duration() {
        return duration(count(), sampleDuration, lastDuration);
    }

    int chunks() {
        return (count() + samplesPerChunk - 1) / samplesPerChunk;
    }

    /** The samples of a chunk; the last may have fewer. */
    int samplesIn(int chunk) {
        return Math.min(samplesPerChunk, count() - chunk * samplesPerChunk);
    }

    /** Bytes of a chunk. */
    long bytesOf(int chunk) {
        long bytes = 0;
        for (int i = 0; i < samplesIn(chunk); i++) {
            bytes += sampleSizes.get(chunk * samplesPerChunk + i);
        }
        return bytes;
    }

    /** When the first sample of a chunk is decoded, in units of time. */
    long startOf(int chunk) {
        return (long) chunk * samplesPerChunk * sampleDuration;
    }
}
