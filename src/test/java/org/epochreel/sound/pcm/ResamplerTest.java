package org.epochreel.sound.pcm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epochreel.sound.Pcm;
import org.epochreel.sound.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    @ParameterizedTest
    @CsvSource({"48000, 44100, 1000", "96000, 44100, 15000", "22050, 44100, 9500", "8000, 48000, 3000",
        "32000, 48000, 14000", "44099, 48000, 440"})
    void aToneStaysThatTone(int from, int to, double hertz) {
        Pcm tone = new Pcm(from, Signals.sine(from, from, hertz, 0.5));
        Pcm resampled = Resampler.resample(tone, to);
        assertEquals(to, resampled.length());
        double[] expected = Signals.sine(to, to, hertz, 0.5);
        double agreement = Signals.signalToNoise(expected, resampled.channel(0), to / 10, to - to / 10);
        assertTrue(agreement > 80, () -> agreement + " dB");
    }

    @Test
    void whatTheLowerRateCannotHoldIsTakenAway() {
        Pcm tone = new Pcm(96000, Signals.sine(96000, 96000, 30_000, 0.5));
        Pcm resampled = Resampler.resample(tone, 44100);
        assertTrue(Signals.level(resampled.channel(0), 4410, 44100 - 4410) < -100);
    }

    @Test
    void theSameRateChangesNothing() {
        Pcm sound = new Pcm(44100, new double[3]);
        assertSame(sound, Resampler.resample(sound, 44100));
    }
}
