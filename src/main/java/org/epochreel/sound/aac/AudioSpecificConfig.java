package org.epochreel.sound.aac;

import org.epochreel.sound.CodedBytes;
import org.epochreel.sound.aac.code.BitWriter;

/** What a decoder is told before the first access unit (ISO/IEC 14496-3, 1.6.2.1), for AAC-LC with frames of 1024. */
public final class AudioSpecificConfig {

    /** Object type of AAC-LC. */
    public static final int AAC_LC = 2;

    /** Samples a second by samplingFrequencyIndex. */
    private static final int[] SAMPLE_RATES =
            {96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350};

    private AudioSpecificConfig() {
    }

    /** The samples a second of a samplingFrequencyIndex, or 0 if it has none. */
    public static int sampleRate(int index) {
        return index < SAMPLE_RATES.length ? SAMPLE_RATES[index] : 0;
    }

    /**
     * @param sampleRate one of the rates that have an index
     * @param channels 1 or 2
     */
    public static CodedBytes of(int sampleRate, int channels) {
        for (int index = 0; index < SAMPLE_RATES.length; index++) {
            if (SAMPLE_RATES[index] == sampleRate) {
                BitWriter out = new BitWriter();
                out.write(AAC_LC, 5);
                out.write(index, 4);
                out.write(channels, 4);
                // Frames of 1024, no core coder, no extension.
                out.write(0, 3);
                return CodedBytes.copyOf(out.finish());
            }
        }
        throw new IllegalArgumentException("AAC has no index for " + sampleRate + " samples a second");
    }
}
