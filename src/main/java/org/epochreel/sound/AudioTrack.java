package org.epochreel.sound;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * An AAC-LC track, ready to be put into a container: everything that its tables need. Every access unit can be decoded
 * alone but for the overlap with the one before it, and is 1024 samples long. Played are {@code length} samples from
 * {@code priming} on: in an MP4 file that is an edit of media time {@code priming}, and the last unit's duration in
 * {@code stts} is shortened to {@link #duration}.
 *
 * @param config the AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1), for the {@code esds} box
 * @param sampleRate samples a second, also the unit of all durations
 * @param channels 1 or 2
 * @param units access units in the order of time
 * @param priming samples at the start that are decoded but not played, at least 0
 * @param length samples that are played
 * @param bitRate the mean in bits a second
 * @param peakBitRate the highest mean over any second
 */
public record AudioTrack(CodedBytes config, int sampleRate, int channels, ImmutableList<CodedBytes> units, int priming,
        long length, int bitRate, int peakBitRate) {

    /** Samples of every access unit. */
    public static final int UNIT_LENGTH = 1024;

    /**
     * How many units before the one to be heard a player must decode: the distance of the {@code roll} sample group is
     * its negative (ISO/IEC 14496-12, 10.1).
     */
    public static final int ROLL_DISTANCE = 1;

    public AudioTrack {
        if (units.isEmpty() || length < 1 || priming < 0
                || priming + length > (long) units.size() * UNIT_LENGTH
                || priming + length <= (units.size() - 1L) * UNIT_LENGTH) {
            throw new IllegalArgumentException(units.size() + " access units for " + priming + " and " + length
                    + " samples");
        }
    }

    /** Counts the bit rates of the units. */
    public static AudioTrack of(CodedBytes config, int sampleRate, int channels, List<CodedBytes> units, int priming,
            long length) {
        long all = 0;
        long second = 0;
        long peak = 0;
        int perSecond = Math.max(1, sampleRate / UNIT_LENGTH);
        for (int i = 0; i < units.size(); i++) {
            all += units.get(i).size();
            second += units.get(i).size() - (i < perSecond ? 0 : units.get(i - perSecond).size());
            peak = Math.max(peak, second);
        }
        int unitsInPeak = Math.max(1, Math.min(perSecond, units.size()));
        return new AudioTrack(config, sampleRate, channels, ImmutableList.copyOf(units), priming, length,
                rate(all, units.size(), sampleRate), rate(peak, unitsInPeak, sampleRate));
    }

    private static int rate(long bytes, int units, int sampleRate) {
        return (int) Math.min(Integer.MAX_VALUE, 8 * bytes * sampleRate / ((long) units * UNIT_LENGTH));
    }

    /** Samples of unit {@code index} that belong to the track: {@link #UNIT_LENGTH}, fewer for the last one. */
    public int duration(int index) {
        boolean last = index == units.size() - 1;
        return last ? (int) (priming + length - (units.size() - 1L) * UNIT_LENGTH) : UNIT_LENGTH;
    }

    /** The time of unit {@code index}'s first sample relative to the start of what is played; negative in the priming. */
    public long start(int index) {
        return (long) index * UNIT_LENGTH - priming;
    }

    /** Bytes of the largest access unit. */
    public int largestUnit() {
        return units.stream().mapToInt(CodedBytes::size).max().orElseThrow();
    }

    /** All units as one read-only buffer, one after the other. */
    public ByteBuffer media() {
        int size = Math.toIntExact(units.stream().mapToLong(CodedBytes::size).sum());
        ByteBuffer all = ByteBuffer.allocate(size);
        units.forEach(unit -> all.put(unit.buffer()));
        return all.flip().asReadOnlyBuffer();
    }
}
