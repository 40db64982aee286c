package org.epochreel.sound.synth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.epochreel.frame.FrameRate;
import org.epochreel.sound.FilmTime;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.Signals;
import org.epochreel.sound.pcm.Levelling;
import org.epochreel.sound.pcm.Loudness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SonificationTest {

    private static final FrameRate FIFTEEN = FrameRate.of(15);

    private static TrainingTimeline timeline(FrameRate rate, int frames, IntToDoubleFunction value, int end,
            OptionalInt divergence, int... rateChanges) {
        return new TrainingTimeline(new FilmTime(rate, frames), ImmutableDoubleArray.copyOf(
                Signals.of(frames, value)), ImmutableIntArray.copyOf(rateChanges), end, divergence);
    }

    /** A loss that falls over eight seconds and stands still for two. */
    private static TrainingTimeline falling(int... rateChanges) {
        return timeline(FIFTEEN, 150, i -> 100 * StrictMath.exp(-0.05 * Math.min(i, 119)), 119, OptionalInt.empty(),
                rateChanges);
    }

    private static Pcm sound(TrainingTimeline timeline, SoundForm form) {
        return Sonification.of(timeline, form, Tuning.DEFAULT);
    }

    private static Pcm mixed(TrainingTimeline timeline, SoundForm form) {
        return Sonification.mixed(timeline, form, Tuning.DEFAULT);
    }

    /** The loudest of frequencies from 180 to 1000 Hz over half a second. */
    private static double pitch(double[] samples, int from) {
        double best = 0;
        double most = 0;
        for (double hertz = 180; hertz < 1000; hertz += 2) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < 22050; i++) {
                double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / 22050);
                real += hann * samples[from + i] * Math.cos(2 * Math.PI * hertz * i / 44100);
                imaginary += hann * samples[from + i] * Math.sin(2 * Math.PI * hertz * i / 44100);
            }
            double power = real * real + imaginary * imaginary;
            if (power > most) {
                most = power;
                best = hertz;
            }
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource(SoundForm.class)
    void isAsLoudAsPromisedAndNeverClips(SoundForm form) {
        Pcm sound = sound(falling(60), form);
        assertEquals(10 * 44100, sound.length());
        assertEquals(Levelling.TARGET, Loudness.integrated(sound), 0.1);
        for (int c = 0; c < 2; c++) {
            for (double sample : sound.channel(c)) {
                assertTrue(Math.abs(sample) <= 0.85);
            }
        }
    }

    @Test
    void aFallingLossIsAFallingPitch() {
        double[] samples = sound(falling(), SoundForm.PITCH).channel(0);
        assertEquals(880, pitch(samples, 0), 15);
        double before = 1000;
        for (int second = 0; second < 6; second++) {
            double now = pitch(samples, second * 44100);
            assertTrue(now < before, now + " Hz after " + before);
            before = now;
        }
    }

    @Test
    void aRisingLossIsARisingPitch() {
        TrainingTimeline rising = timeline(FIFTEEN, 150, i -> StrictMath.exp(0.05 * i), 149, OptionalInt.empty());
        double[] samples = sound(rising, SoundForm.PITCH).channel(0);
        assertTrue(pitch(samples, 8 * 44100) > 2 * pitch(samples, 4 * 44100));
    }

    @ParameterizedTest
    @CsvSource({"15, 1, 37", "60, 1, 401", "30000, 1001, 113", "25, 1, 0"})
    void theBellOfACutOffBeginsOnItsFramesFirstSample(int numerator, int denominator, int frame) {
        FrameRate rate = new FrameRate(numerator, denominator);
        for (SoundForm form : SoundForm.values()) {
            double[] without = mixed(timeline(rate, 450, i -> 1 + 1.0 / (1 + i), 449, OptionalInt.empty()), form)
                    .channel(1);
            double[] with = mixed(timeline(rate, 450, i -> 1 + 1.0 / (1 + i), 449, OptionalInt.empty(), frame), form)
                    .channel(1);
            int first = 0;
            while (with[first] == without[first]) {
                first++;
            }
            assertEquals(StrictMath.ceil(44100.0 * frame * denominator / numerator), first);
        }
    }

    @Test
    void theEndIsABellAnOctaveLower() {
        double[] still = mixed(timeline(FIFTEEN, 60, i -> 1, 30, OptionalInt.empty()), SoundForm.PULSE).channel(0);
        int end = 2 * 44100;
        assertTrue(Signals.level(still, end - 2000, end) < -60);
        assertTrue(Signals.level(still, end, end + 2000) > -30);
        assertEquals(440, pitch(still, end), 4);
    }

    @Test
    void divergenceIsAClusterAndThenSilence() {
        TrainingTimeline diverging = timeline(FIFTEEN, 150, i -> i < 60 ? StrictMath.exp(0.1 * i) : Double.NaN, 149,
                OptionalInt.of(60));
        for (SoundForm form : SoundForm.values()) {
            double[] samples = mixed(diverging, form).channel(0);
            int start = 4 * 44100;
            assertTrue(Signals.level(samples, start + 2000, start + 20_000) > -30, form.name());
            assertTrue(Signals.level(samples, start + 90_000, 10 * 44100) < -100, form.name());
        }
    }

    @ParameterizedTest
    @EnumSource(SoundForm.class)
    void beginsAndEndsSoftly(SoundForm form) {
        double[] samples = sound(falling(), form).channel(0);
        assertEquals(0, samples[0], 0.02);
        assertEquals(0, samples[samples.length - 1], 1e-3);
        double largest = 0;
        for (int i = 1; i < samples.length; i++) {
            largest = Math.max(largest, Math.abs(samples[i] - samples[i - 1]));
        }
        assertTrue(largest < 0.35, form + " jumps by " + largest);
    }

    @ParameterizedTest
    @EnumSource(SoundForm.class)
    void worksWithoutAnyUsableValue(SoundForm form) {
        for (double value : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY, 1e-300, 1e300}) {
            Pcm sound = sound(timeline(FIFTEEN, 45, i -> value, 30, OptionalInt.empty(), 10), form);
            for (double sample : sound.channel(0)) {
                assertTrue(Math.abs(sample) <= 0.85);
            }
        }
        assertEquals(2940, sound(timeline(FIFTEEN, 1, i -> 1, 0, OptionalInt.empty()), form).length());
    }

    @ParameterizedTest
    @CsvSource({"PITCH, 36cc43310c5a5dd3", "CHORD, 1a80c2687065afe7", "PULSE, c06a95d80539f569"})
    void samplesAreTheSameOnEveryMachine(SoundForm form, String expected) {
        Pcm sound = sound(falling(20, 70), form);
        Hasher hasher = Hashing.sha256().newHasher();
        for (int c = 0; c < 2; c++) {
            for (double sample : sound.channel(c)) {
                hasher.putDouble(sample);
            }
        }
        assertEquals(expected, hasher.hash().toString().substring(0, 16));
        assertArrayEquals(sound.channel(0), sound(falling(20, 70), form).channel(0));
    }

    @Test
    void scalesHaveTheirNotes() {
        assertEquals(15, Tuning.DEFAULT.steps());
        assertEquals(36, new Tuning(Scale.CHROMATIC, 110, 880).steps());
        assertEquals(3, Tuning.DEFAULT.octaves(15));
        assertEquals(-3, Scale.PENTATONIC.semitones(-1));
        assertEquals(3, Scale.MINOR.semitones(2));
        assertNotEquals(mixed(falling(), SoundForm.CHORD).channel(0)[5000],
                Sonification.mixed(falling(), SoundForm.CHORD, new Tuning(Scale.MINOR, 110, 880)).channel(0)[5000]);
        assertThrows(IllegalArgumentException.class, () -> new Tuning(Scale.MAJOR, 440, 500));
    }

    @Test
    void aLevelBetweenTwoNotesDoesNotFlutter() {
        Steps steps = new Steps(Tuning.DEFAULT);
        assertEquals(5, steps.at(5.4 / 15));
        assertEquals(5, steps.at(5.6 / 15));
        assertEquals(5, steps.at(4.4 / 15));
        assertEquals(6, steps.at(5.7 / 15));
        assertEquals(6, steps.at(5.5 / 15));
    }

    @Test
    void timelinesThatContradictThemselvesAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> timeline(FIFTEEN, 10, i -> 1, 10, OptionalInt.empty()));
        assertThrows(IllegalArgumentException.class,
                () -> timeline(FIFTEEN, 10, i -> -1, 9, OptionalInt.empty()));
        assertThrows(IllegalArgumentException.class,
                () -> timeline(FIFTEEN, 10, i -> 1, 9, OptionalInt.of(10)));
        assertThrows(IllegalArgumentException.class,
                () -> timeline(FIFTEEN, 10, i -> 1, 9, OptionalInt.empty(), 5, 4));
    }
}
