package org.epochreel.sound.aac.decode;

import java.util.ArrayList;
import java.util.List;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.CodedBytes;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.aac.AudioSpecificConfig;
import org.epochreel.sound.aac.code.DamagedBitsException;

/**
 * Decodes AAC-LC tracks of one or two channels (ISO/IEC 14496-3, subpart 4), by the same fixed arithmetic as the
 * encoder.
 */
public final class AacDecoder {

    private static final double FULL_SCALE = 32768;

    private AacDecoder() {
    }

    /** An access unit that cannot be decoded; the message is a sentence for users. */
    public static final class DamagedUnitException extends Exception {

        private static final long serialVersionUID = 1L;

        private DamagedUnitException(int unit, DamagedBitsException cause) {
            super("access unit " + (unit + 1) + " is damaged: " + cause.getMessage(), cause);
        }
    }

    /**
     * The samples that are played, without the priming.
     *
     * @throws DamagedUnitException if a unit cannot be decoded
     */
    public static Pcm decode(AudioTrack track) throws DamagedUnitException {
        double[][] channels = new double[track.channels()][Math.toIntExact(track.length())];
        List<Synthesis> syntheses = new ArrayList<>();
        for (int c = 0; c < channels.length; c++) {
            syntheses.add(new Synthesis());
        }
        Stereo stereo = new Stereo();
        for (int unit = 0; unit < track.units().size(); unit++) {
            try {
                RawBlock block = block(track, unit);
                if (block.midSide().length > 0) {
                    stereo.join(block.channels().get(0), block.channels().get(1), block.midSide());
                } else {
                    for (ChannelStream channel : block.channels()) {
                        stereo.addNoise(channel);
                    }
                }
                for (int c = 0; c < channels.length; c++) {
                    ChannelStream channel = block.channels().get(c);
                    channel.shape();
                    place(syntheses.get(c).next(channel.lines(), channel.windows()), channels[c], track.start(unit));
                }
            } catch (DamagedBitsException e) {
                throw new DamagedUnitException(unit, e);
            }
        }
        return new Pcm(track.sampleRate(), channels);
    }

    private static RawBlock block(AudioTrack track, int unit) throws DamagedBitsException {
        CodedBytes bytes = track.units().get(unit);
        return RawBlock.read(bytes.toArray(), track.channels(), AudioSpecificConfig.rateIndex(track.sampleRate()));
    }

    private static void place(double[] decoded, double[] channel, long start) {
        for (int i = 0; i < decoded.length; i++) {
            long time = start + i;
            if (time >= 0 && time < channel.length) {
                channel[(int) time] = decoded[i] / FULL_SCALE;
            }
        }
    }

    /**
     * Reads every unit without making samples of it.
     *
     * @return whether any of them adds spectral band replication, which makes the track HE-AAC
     * @throws DamagedUnitException if one is not AAC-LC
     */
    public static boolean isExtended(AudioTrack track) throws DamagedUnitException {
        boolean isExtended = false;
        for (int unit = 0; unit < track.units().size(); unit++) {
            try {
                isExtended |= block(track, unit).isExtended();
            } catch (DamagedBitsException e) {
                throw new DamagedUnitException(unit, e);
            }
        }
        return isExtended;
    }
}
