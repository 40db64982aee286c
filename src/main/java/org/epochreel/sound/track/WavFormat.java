package org.epochreel.sound.track;

import java.nio.ByteBuffer;

/**
 * How a WAV file's samples are written (Microsoft's "Multiple channel audio data and WAVE files").
 *
 * @param bits of a sample: 8, 16, 24 or 32; of floating numbers 32 or 64
 */
record WavFormat(int sampleRate, int channels, int bits, boolean floating) {

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xfffe;
    static final int LEAST_RATE = 4_000;
    static final int LARGEST_RATE = 768_000;

    /** @param chunk the body of the {@code fmt} chunk, little-endian */
    static WavFormat read(ByteBuffer chunk) throws TrackException {
        if (chunk.limit() < 16) {
            throw TrackException.truncated("the description of its samples is incomplete");
        }
        int tag = chunk.getShort(0) & 0xffff;
        if (tag == EXTENSIBLE && chunk.limit() >= 26) {
            // The sub-format begins with the tag that an ordinary file would have.
            tag = chunk.getShort(24) & 0xffff;
        }
        int channels = chunk.getShort(2) & 0xffff;
        int rate = chunk.getInt(4);
        int frameBytes = chunk.getShort(12) & 0xffff;
        int bits = chunk.getShort(14) & 0xffff;
        if (tag != PCM && tag != FLOAT) {
            throw new TrackException("the WAV file holds " + name(tag) + "; taken are 8, 16, 24 and 32 bits and "
                    + "floating numbers of 32 and 64 bits");
        }
        if (channels < 1 || channels > 2) {
            throw TrackException.channels(channels);
        }
        if (rate < LEAST_RATE || rate > LARGEST_RATE) {
            throw new TrackException("the WAV file has " + (rate & 0xffff_ffffL) + " samples a second; taken are "
                    + LEAST_RATE + " to " + LARGEST_RATE);
        }
        boolean floating = tag == FLOAT;
        // Samples of 20 bits, say, stand left-aligned in the next whole number of bytes.
        int container = frameBytes % channels == 0 ? 8 * frameBytes / channels : 0;
        boolean known = floating ? container == 32 || container == 64
                : container == 8 || container == 16 || container == 24 || container == 32;
        if (!known || bits > container || bits + 8 <= container) {
            throw new TrackException("the WAV file has samples of " + bits + (floating ? " bits, floating" : " bits")
                    + "; taken are 8, 16, 24 and 32 bits and floating numbers of 32 and 64 bits");
        }
        return new WavFormat(rate, channels, container, floating);
    }

    private static String name(int tag) {
        return switch (tag) {
            case 2, 0x11 -> "ADPCM";
            case 6 -> "A-law";
            case 7 -> "\u00b5-law";
            case 0x50, 0x55 -> "MP3";
            case 0xff, 0x1600, 0x1610 -> "AAC";
            default -> "a code with the number " + tag;
        };
    }

    /** Bytes of one sample of all channels. */
    int frameBytes() {
        return channels * bits / 8;
    }

    /** Sample {@code index} of a block whose channels alternate, full scale being -1 to 1. */
    double sample(ByteBuffer block, int index) {
        int place = index * bits / 8;
        if (floating) {
            return bits == 32 ? block.getFloat(place) : block.getDouble(place);
        }
        return switch (bits) {
            case 8 -> ((block.get(place) & 0xff) - 128) / 128.0;
            case 16 -> block.getShort(place) / 32768.0;
            case 24 -> (block.getShort(place) & 0xffff | block.get(place + 2) << 16) / 8388608.0;
            default -> block.getInt(place) / 2147483648.0;
        };
    }
}
