package org.epochreel.sound.pcm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epochreel.sound.Pcm;
import org.epochreel.sound.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessTest {

    private static double amplitude(double decibels) {
        return StrictMath.pow(10, decibels / 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {44100, 48000})
    void aSineAt997HertzInOneChannelIsThreeBelowItsPeak(int rate) {
        double[] sine = Signals.sine(5 * rate, rate, 997, 1);
        // The recommendation's own example: a full-scale sine of 997 Hz in one channel reads -3.01.
        assertEquals(-3.01, Loudness.integrated(new Pcm(rate, sine, new double[sine.length])), 0.02);
        assertEquals(0, Loudness.integrated(new Pcm(rate, sine, sine)), 0.02);
    }

    @Test
    void stereoTonesOfEbuTech3341ReadAsItSays() {
        int rate = 48000;
        double[] tone = Signals.of(20 * rate,
                i -> amplitude(-23) * StrictMath.sin(2 * StrictMath.PI * 1000 * i / rate));
        assertEquals(-23, Loudness.integrated(new Pcm(rate, tone, tone)), 0.1);
    }

    @Test
    void quietPartsAreGatedAsEbuTech3341Says() {
        int rate = 48000;
        // Test case 3: 10 s at -36, 60 s at -23, 10 s at -36.
        double[] tone = Signals.of(80 * rate, i -> amplitude(i < 10 * rate || i >= 70 * rate ? -36 : -23)
                * StrictMath.sin(2 * StrictMath.PI * 1000 * i / rate));
        assertEquals(-23, Loudness.integrated(new Pcm(rate, tone, tone)), 0.1);
    }

    @Test
    void silenceReadsTheLeast() {
        assertEquals(Loudness.LEAST, Loudness.integrated(new Pcm(44100, new double[44100])));
        assertEquals(Loudness.LEAST, Loudness.integrated(new Pcm(44100, new double[10])));
    }

    @Test
    void levellingReachesItsTargetWithoutClipping() {
        double[] bursts = Signals.of(441_000, i -> i % 44100 < 9000 ? 0.9 * StrictMath.sin(0.06 * i) : 0);
        double[] faint = Signals.sine(441_000, 44100, 300, 0.01);
        for (double[] samples : new double[][] {bursts, faint}) {
            Pcm levelled = Levelling.level(new Pcm(44100, samples, samples));
            assertEquals(Levelling.TARGET, Loudness.integrated(levelled), 0.2);
            for (double sample : levelled.channel(0)) {
                assertTrue(Math.abs(sample) <= 0.85);
            }
        }
    }

    @Test
    void silenceStaysSilence() {
        Pcm silence = new Pcm(44100, new double[44100]);
        assertEquals(-200, Signals.level(Levelling.level(silence).channel(0), 0, 44100), 1);
    }
}
