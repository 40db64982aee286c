package org.epochreel.sound.aac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.Signals;
import org.junit.jupiter.api.Test;

class AacEncoderTest {

    private static final int RATE = 44100;

    private static Pcm decoded(Pcm sound, int bitRate) throws Exception {
        return JaadDecoder.decode(AacEncoder.encode(sound, bitRate));
    }

    @Test
    void tonesComeBackCleanly() throws Exception {
        double[] tone = Signals.sine(RATE, RATE, 997, 0.5);
        Pcm back = decoded(new Pcm(RATE, tone, tone), 160_000);
        System.out.println(Signals.signalToNoise(tone, back.channel(0), 2048, RATE - 2048));
        double[] noise = Signals.noise(RATE, 0.3, 3);
        double[] noise2 = Signals.noise(RATE, 0.3, 4);
        for (int rate : new int[] {32000, 64000, 96000, 128000, 160000, 320000}) {
            AudioTrack track = AacEncoder.encode(new Pcm(RATE, noise, noise2), rate);
            back = JaadDecoder.decode(track);
            System.out.println(track.bitRate() + " " + track.peakBitRate() + " " + Signals.signalToNoise(noise, back.channel(0), 2048, RATE - 2048) + " " + Signals.signalToNoise(noise2, back.channel(1), 2048, RATE - 2048));
        }
        double[] clicks = Signals.of(RATE, i -> i % 9000 == 5000 ? 0.9 : 0);
        AudioTrack track = AacEncoder.encode(new Pcm(RATE, clicks), 160000);
        back = JaadDecoder.decode(track);
        System.out.println(track.bitRate() + " clicks " + Signals.signalToNoise(clicks, back.channel(0), 0, RATE)+ " before " + Signals.level(back.channel(0), 5000-882, 4999));
    }
}
