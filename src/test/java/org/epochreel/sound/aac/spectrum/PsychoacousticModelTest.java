package org.epochreel.sound.aac.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epochreel.sound.Signals;
import org.junit.jupiter.api.Test;

class PsychoacousticModelTest {

    private static final int RATE = 44100;

    private static double[] lines(double[] samples) {
        double[] lines = new double[1024];
        new FilterBank().analyse(samples, 0, WindowSequence.ONLY_LONG, lines);
        return lines;
    }

    private static double energy(double[] lines, int band) {
        double energy = 0;
        for (int i = BandLayout.edges(false)[band]; i < BandLayout.edges(false)[band + 1]; i++) {
            energy += lines[i] * lines[i];
        }
        return energy;
    }

    @Test
    void aToneHidesLessNoiseThanNoiseDoes() {
        PsychoacousticModel model = new PsychoacousticModel(false, RATE);
        int band = 25;
        double[] tone = lines(Signals.sine(2048, RATE, 4900, 10_000));
        double[] noise = lines(Signals.noise(2048, 10_000, 1));
        double belowTone = 10 * StrictMath.log10(energy(tone, band) / model.thresholds(tone, 0)[band]);
        double belowNoise = 10 * StrictMath.log10(energy(noise, band) / model.thresholds(noise, 0)[band]);
        assertEquals(27, belowTone, 3);
        assertEquals(9, belowNoise, 3);
    }

    @Test
    void inSilenceTheThresholdIsThatInQuiet() {
        double[] thresholds = new PsychoacousticModel(false, RATE).thresholds(new double[1024], 0);
        // A sine at 3.3 kHz is heard from about -5 dB of sound pressure on: 101 dB below full scale, which is 2^50.
        assertEquals(-101, 10 * StrictMath.log10(thresholds[21]) - 10 * StrictMath.log10(Math.scalb(1.0, 50)), 1.5);
        assertTrue(thresholds[2] > 30 * thresholds[21]);
    }

    @Test
    void aToneMasksMoreUpwardsThanDownwards() {
        double[] thresholds = new PsychoacousticModel(false, RATE)
                .thresholds(lines(Signals.sine(2048, RATE, 2000, 20_000)), 0);
        int band = 16;
        assertTrue(thresholds[band + 2] > thresholds[band - 2]);
    }
}
