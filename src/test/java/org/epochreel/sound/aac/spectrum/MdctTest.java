package org.epochreel.sound.aac.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epochreel.sound.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MdctTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 128, 1024})
    void equalsItsFormula(int lines) {
        double[] samples = Signals.noise(2 * lines, 1, 5);
        double[] expected = Signals.of(lines, k -> {
            double sum = 0;
            for (int n = 0; n < 2 * lines; n++) {
                sum += samples[n] * StrictMath.cos(
                        StrictMath.PI / lines * (n + (lines + 1) / 2.0) * (k + 0.5));
            }
            return 2 * sum;
        });
        double[] transformed = new double[lines];
        new Mdct(lines).transform(samples, 0, transformed, 0);
        assertTrue(Signals.signalToNoise(expected, transformed, 0, lines) > 220,
                () -> "agrees to " + Signals.signalToNoise(expected, transformed, 0, lines) + " dB");
    }

    @Test
    void squaresOfAWindowsHalvesAddUpToOne() {
        for (int length : new int[] {128, 1024}) {
            double[] slope = FilterBank.kaiserBesselSlope(length, length == 128 ? 6 : 4);
            for (int i = 0; i < length; i++) {
                double other = slope[length - 1 - i];
                assertEquals(1, slope[i] * slope[i] + other * other, 1e-14);
            }
        }
    }
}
