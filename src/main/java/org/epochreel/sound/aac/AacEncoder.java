package org.epochreel.sound.aac;

import java.util.ArrayList;
import java.util.List;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.CodedBytes;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.aac.frame.RateControl;
import org.epochreel.sound.aac.spectrum.BandLayout;
import org.epochreel.sound.aac.spectrum.BlockSwitching;
import org.epochreel.sound.aac.spectrum.ChannelAnalysis;
import org.epochreel.sound.aac.spectrum.ChannelSpectrum;
import org.epochreel.sound.aac.spectrum.FilterBank;
import org.epochreel.sound.aac.spectrum.StereoChoice;

/**
 * Encodes sound as AAC-LC (ISO/IEC 14496-3, subpart 4). Frame k sees samples 1024 (k - 1) to 1024 (k + 1) - 1, so the
 * first 1024 that a decoder puts out are priming. The arithmetic is that of the language and of StrictMath, in one order:
 * the same samples give the same bytes on every machine.
 */
public final class AacEncoder {

    /** Bits a second that stereo sound does not exceed in the mean, unless told otherwise. */
    public static final int DEFAULT_BIT_RATE = 160_000;

    /** Most bits a second that frames of two channels can hold. */
    public static final int LARGEST_BIT_RATE = 320_000;
    public static final int LEAST_BIT_RATE = 32_000;

    private static final double FULL_SCALE = 32768;
    private static final int FRAME = FilterBank.LONG;

    private AacEncoder() {
    }

    /** Whether sound of this rate is encoded as it is; any other must be resampled before. */
    public static boolean takes(int sampleRate) {
        return sampleRate == 44100 || sampleRate == 48000;
    }

    /**
     * Encodes all samples. Those beyond full scale are clipped.
     *
     * @param bitRate most bits a second in the mean, from {@link #LEAST_BIT_RATE} to {@link #LARGEST_BIT_RATE}, half of
     *     which are for each channel; easy sound takes fewer
     * @throws IllegalArgumentException if there are no samples, or their rate is not {@linkplain #takes taken}
     */
    public static AudioTrack encode(Pcm sound, int bitRate) {
        if (!takes(sound.sampleRate()) || sound.length() == 0) {
            throw new IllegalArgumentException(sound.length() + " samples at " + sound.sampleRate() + " a second");
        }
        if (bitRate < LEAST_BIT_RATE || bitRate > LARGEST_BIT_RATE) {
            throw new IllegalArgumentException(bitRate + " bits a second");
        }
        int frames = (sound.length() + FRAME - 1) / FRAME + 1;
        double[][] channels = new double[sound.channels()][];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = padded(sound.channel(c), frames);
        }
        BlockSwitching switching = new BlockSwitching(channels, frames);
        ChannelAnalysis analysis = new ChannelAnalysis(sound.sampleRate());
        RateControl rate = new RateControl(bitRate * channels.length / 2, sound.sampleRate(), channels.length);
        double bandwidth = bandwidth(bitRate);
        List<CodedBytes> units = new ArrayList<>(frames);
        for (int frame = 0; frame < frames; frame++) {
            BandLayout layout = BandLayout.of(switching.shape(frame), sound.sampleRate(), bandwidth);
            ChannelSpectrum first = analysis.analyse(channels[0], frame * FRAME, layout);
            StereoChoice stereo = channels.length == 1 ? StereoChoice.mono(first)
                    : StereoChoice.of(first, analysis.analyse(channels[1], frame * FRAME, layout), RateControl.QUALITY);
            units.add(CodedBytes.copyOf(rate.code(stereo).bytes()));
        }
        return AudioTrack.of(AudioSpecificConfig.of(sound.sampleRate(), channels.length), sound.sampleRate(),
                channels.length, units, FRAME, sound.length());
    }

    /** A frame of silence before and enough after, in steps of 16 bits. */
    private static double[] padded(double[] samples, int frames) {
        double[] padded = new double[(frames + 1) * FRAME];
        for (int i = 0; i < samples.length; i++) {
            padded[FRAME + i] = FULL_SCALE * Math.max(-1, Math.min(1, samples[i]));
        }
        return padded;
    }

    /** At lower rates the highest sounds are left out, so that what remains is clean. */
    private static double bandwidth(int bitRate) {
        return Math.min(20_000, 7_000 + 0.1 * bitRate);
    }
}
