package org.epochreel.sound.aac;

import net.sourceforge.jaad.aac.AACException;
import net.sourceforge.jaad.aac.Decoder;
import net.sourceforge.jaad.aac.SampleBuffer;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.Pcm;

/** Decodes an AAC-LC track with JAAD, to 16 bits: a witness of others' making. */
public final class JaadDecoder {

    private JaadDecoder() {
    }

    /** The samples that are played, without the priming. */
    public static Pcm decode(AudioTrack track) {
        double[][] channels = new double[track.channels()][(int) track.length()];
        try {
            Decoder decoder = new Decoder(track.config().toArray());
            SampleBuffer decoded = new SampleBuffer();
            for (int unit = 0; unit < track.units().size(); unit++) {
                decoder.decodeFrame(track.units().get(unit).toArray(), decoded);
                // JAAD gives a single channel as two that are equal.
                copy(decoded.getData(), decoded.getChannels(), channels, track.start(unit));
            }
        } catch (AACException e) {
            throw new AssertionError("JAAD refuses the track", e);
        }
        return new Pcm(track.sampleRate(), channels);
    }

    private static void copy(byte[] decoded, int decodedChannels, double[][] channels, long start) {
        int samples = decoded.length / (2 * decodedChannels);
        for (int i = 0; i < samples; i++) {
            long time = start + i;
            if (time < 0 || time >= channels[0].length) {
                continue;
            }
            for (int c = 0; c < channels.length; c++) {
                int place = 2 * (i * decodedChannels + c);
                int sample = decoded[place] << 8 | decoded[place + 1] & 0xff;
                channels[c][(int) time] = sample / 32768.0;
            }
        }
    }
}
