package org.epochreel.sound.aac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.CodedBytes;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JAAD's decoder is the witness: what it puts out must be what went in. */
class AacEncoderTest {

    private static final int RATE = 44100;
    private static final int BIT_RATE = AacEncoder.DEFAULT_BIT_RATE;

    private static Pcm stereo(double[] left, double[] right) {
        return new Pcm(RATE, left, right);
    }

    private static void assertClean(double least, double[] original, double[] decoded) {
        double measured = Signals.signalToNoise(original, decoded, 0, original.length);
        assertTrue(measured > least, () -> "only " + measured + " dB above the noise");
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 440, 997, 3000, 10_000, 15_000})
    void tonesComeBackFarAboveTheNoise(double hertz) {
        double[] tone = Signals.sine(RATE, RATE, hertz, 0.5);
        Pcm back = JaadDecoder.decode(AacEncoder.encode(stereo(tone, tone), BIT_RATE));
        assertClean(30, tone, back.channel(0));
        assertClean(30, tone, back.channel(1));
    }

    @Test
    void channelsThatHaveNothingInCommonStayApart() {
        double[] left = Signals.sine(RATE, RATE, 440, 0.5);
        double[] right = Signals.sine(RATE, RATE, 1234, 0.05);
        Pcm back = JaadDecoder.decode(AacEncoder.encode(stereo(left, right), BIT_RATE));
        assertClean(30, left, back.channel(0));
        assertClean(30, right, back.channel(1));
    }

    @Test
    void channelsOfOppositePhaseAreCodedAsTheirSide() {
        double[] left = dull(Signals.noise(RATE, 0.3, 5));
        double[] right = Signals.of(RATE, i -> -left[i]);
        Pcm back = JaadDecoder.decode(AacEncoder.encode(stereo(left, right), BIT_RATE));
        double alike = Signals.signalToNoise(left, back.channel(0), 0, RATE);
        assertClean(alike - 0.1, right, back.channel(1));
        Pcm apart = JaadDecoder.decode(AacEncoder.encode(stereo(left, dull(Signals.noise(RATE, 0.3, 6))), BIT_RATE));
        // Both take all of the rate; noise that is the same on both sides has twice the bits.
        assertTrue(alike > Signals.signalToNoise(left, apart.channel(0), 0, RATE) + 3);
    }

    /** Without the highest frequencies, which are not coded. */
    private static double[] dull(double[] samples) {
        double[] state = {0, 0};
        return Signals.of(samples.length, i -> {
            state[0] += 0.3 * (samples[i] - state[0]);
            state[1] += 0.3 * (state[0] - state[1]);
            return state[1];
        });
    }

    @ParameterizedTest
    @CsvSource({"44100, 1", "44100, 2", "48000, 1", "48000, 2"})
    void bothRatesWorkInMonoAndStereo(int sampleRate, int channels) {
        double[] tone = Signals.sine(sampleRate / 2, sampleRate, 700, 0.4);
        Pcm sound = channels == 1 ? new Pcm(sampleRate, tone) : new Pcm(sampleRate, tone, tone);
        AudioTrack track = AacEncoder.encode(sound, BIT_RATE);
        assertEquals(sampleRate, track.sampleRate());
        assertEquals(channels, track.channels());
        assertEquals(sampleRate / 2, track.length());
        assertClean(30, tone, JaadDecoder.decode(track).channel(channels - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1023, 1024, 1025, 2048, 5000})
    void anyLengthComesBackWholeAndInPlace(int length) {
        double[] tone = Signals.of(length, i -> 0.5 * StrictMath.cos(0.05 * i));
        AudioTrack track = AacEncoder.encode(new Pcm(RATE, tone), BIT_RATE);
        assertEquals(length, track.length());
        int durations = 0;
        for (int unit = 0; unit < track.units().size(); unit++) {
            durations += track.duration(unit);
        }
        assertEquals(track.priming() + length, durations);
        assertClean(20, tone, JaadDecoder.decode(track).channel(0));
    }

    @Test
    void beforeAClickInSilenceNothingIsHeard() {
        for (int place = 5000; place < 6100; place += 100) {
            int click = place;
            double[] clicks = Signals.of(8192, i -> i >= click && i < click + 40
                    ? 0.8 * StrictMath.sin(0.9 * (i - click)) : 0);
            double[] back = JaadDecoder.decode(AacEncoder.encode(stereo(clicks, clicks), BIT_RATE)).channel(0);
            // The noise of a long window would reach back 20 ms; ears take 2 to 5 to forgive it.
            assertTrue(Signals.level(back, click - 1024, click - 256) < -80,
                    () -> "at " + click + ": " + Signals.level(back, click - 1024, click - 256));
            assertClean(20, clicks, back);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32_000, 64_000, 96_000, 160_000, 320_000})
    void theHardestSoundStaysWithinItsRate(int bitRate) {
        int length = 6 * RATE;
        Pcm noise = stereo(Signals.noise(length, 0.5, 1), Signals.noise(length, 0.5, 2));
        AudioTrack track = AacEncoder.encode(noise, bitRate);
        // What is left at first, a fifth of a second's bits, may be spent.
        assertTrue(track.bitRate() <= bitRate * (1 + 0.2 / 6), () -> track.bitRate() + " bit/s");
        assertTrue(track.bitRate() > 0.9 * Math.min(bitRate, 300_000), () -> track.bitRate() + " bit/s");
        assertTrue(track.largestUnit() <= 2 * 6144 / 8);
        assertTrue(Signals.signalToNoise(noise.channel(0), JaadDecoder.decode(track).channel(0), 0, length) > 0);
    }

    @Test
    void silenceTakesHardlyAnyBits() {
        AudioTrack track = AacEncoder.encode(stereo(new double[RATE], new double[RATE]), BIT_RATE);
        assertTrue(track.bitRate() < 5_000, () -> track.bitRate() + " bit/s");
        assertTrue(Signals.level(JaadDecoder.decode(track).channel(0), 0, RATE) < -150);
    }

    @Test
    void soundBeyondFullScaleIsClipped() {
        double[] loud = Signals.sine(RATE, RATE, 440, 1.4);
        double[] clipped = Signals.of(RATE, i -> Math.max(-1, Math.min(1, loud[i])));
        assertEquals(AacEncoder.encode(new Pcm(RATE, clipped), BIT_RATE),
                AacEncoder.encode(new Pcm(RATE, loud), BIT_RATE));
    }

    @Test
    void bytesAreTheSameOnEveryMachine() {
        double[] left = Signals.sum(Signals.sine(RATE, RATE, 440, 0.4), Signals.noise(RATE, 0.01, 7));
        double[] right = Signals.sum(Signals.sine(RATE, RATE, 660, 0.3),
                Signals.of(RATE, i -> i % 7000 == 3000 ? 0.5 : 0));
        AudioTrack track = AacEncoder.encode(stereo(left, right), BIT_RATE);
        Hasher hasher = Hashing.sha256().newHasher();
        for (CodedBytes unit : track.units()) {
            hasher.putBytes(unit.toArray());
        }
        assertEquals("a0148ba3003031e8b9e8623e3282d24c24fc8b5c89f4134983a896541084e96f", hasher.hash().toString());
    }

    @Test
    void theConfigurationIsWhatTheStandardSays() {
        assertEquals("1210", BaseEncoding.base16().encode(AudioSpecificConfig.of(44100, 2).toArray()));
        assertEquals("1190", BaseEncoding.base16().encode(AudioSpecificConfig.of(48000, 2).toArray()));
        assertEquals("1208", BaseEncoding.base16().encode(AudioSpecificConfig.of(44100, 1).toArray()));
    }

    @Test
    void whatItCannotEncodeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> AacEncoder.encode(new Pcm(RATE, new double[0]), BIT_RATE));
        assertThrows(IllegalArgumentException.class, () -> AacEncoder.encode(new Pcm(8000, new double[9]), BIT_RATE));
        assertThrows(IllegalArgumentException.class, () -> AacEncoder.encode(new Pcm(RATE, new double[9]), 1000));
    }
}
