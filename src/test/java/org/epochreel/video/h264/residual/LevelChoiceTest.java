package org.epochreel.video.h264.residual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.epochreel.video.h264.cabac.BinCosts;
import org.epochreel.video.h264.cabac.BitWriter;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelChoiceTest {

    private static final int QUANTISER = 14;

    private final CabacEncoder cabac = new CabacEncoder();
    private final LevelChoice choice = new LevelChoice(cabac);
    private final Quantiser quantiser = Quantiser.table().get(QUANTISER);
    private final int[] levels = new int[16];

    LevelChoiceTest() {
        cabac.start(new BitWriter(), -1, QUANTISER);
    }

    @ParameterizedTest
    @CsvSource({"3, -9", "30, -3", "300, 0", "3000, 4"})
    void theBitsAreThoseOfTheLevels(int amplitude, int difference) {
        Random random = new Random(amplitude);
        for (int round = 0; round < 300; round++) {
            int[] block = block(random, amplitude);
            if (quantiser.quantise(block, choice, difference, levels, 0) != 0) {
                assertEquals(bits(levels), choice.bits() / 4.0, 0.126);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-6, 0, 6})
    void costsLessThanRounding(int difference) {
        Random random = new Random(difference);
        double chosen = 0;
        double rounded = 0;
        for (int round = 0; round < 1000; round++) {
            int[] source = block(random, 10 + round);
            int[] reconstruction = source.clone();
            quantiser.quantise(reconstruction, choice, difference, levels, 0);
            chosen += cost(source, reconstruction, difference);
            reconstruction = source.clone();
            quantiser.quantise(reconstruction, 0, levels, 0, Rounding.intra(difference));
            rounded += cost(source, reconstruction, difference);
        }
        assertTrue(chosen < rounded, chosen + " and by rounding " + rounded);
    }

    @Test
    void aBlockOfZerosStaysOne() {
        assertEquals(0, quantiser.quantise(new int[16], choice, 0, levels, 0));
        assertEquals(0, choice.bits());
    }

    @Test
    void anErrorIsDearerWhereBitsAreCheap() {
        int[] faint = new int[16];
        faint[0] = 10;
        assertEquals(0, quantiser.quantise(faint.clone(), choice, -9, levels, 0));
        assertEquals(1, quantiser.quantise(faint.clone(), choice, 9, levels, 0));
    }

    @Test
    void binCostsAreWhatTheEncoderSpends() {
        Random random = new Random(7);
        double costs = 0;
        cabac.ensureRoom();
        int before = cabac.length();
        for (int i = 0; i < 20_000; i++) {
            int bin = random.nextInt(10) == 0 ? 1 : 0;
            costs += cabac.cost(ResidualSyntax.LUMA_SIGNIFICANT, bin);
            cabac.encode(ResidualSyntax.LUMA_SIGNIFICANT, bin);
        }
        double spent = 8.0 * (cabac.length() - before);
        assertEquals(1, costs / BinCosts.BIT / spent, 0.01);
    }

    private static int[] block(Random random, int amplitude) {
        int[] block = new int[16];
        for (int i = 0; i < 16; i++) {
            block[i] = (int) (amplitude * random.nextGaussian() / (1 + i / 2));
        }
        return block;
    }

    /** Bits of the levels and of the squared error, which weighs as the choice weighs it. */
    private double cost(int[] source, int[] reconstruction, int difference) {
        double step = 0.625 * StrictMath.pow(2, QUANTISER / 6.0);
        double steps = 0;
        for (int i = 0; i < 16; i++) {
            // The squares of the forward transform and of its inverse, which also has a factor of 64.
            double norm = ((i & 1) == 0 ? 2 : Math.sqrt(10)) * ((i >> 2 & 1) == 0 ? 2 : Math.sqrt(10));
            double inverse = ((i & 1) == 0 ? 2 : Math.sqrt(2.5)) * ((i >> 2 & 1) == 0 ? 2 : Math.sqrt(2.5));
            double error = (source[i] / norm - reconstruction[i] * inverse / 64) / step;
            steps += error * error;
        }
        return steps * 2 * CoefficientCosts.BITS_OF_STEP * StrictMath.pow(2, difference / 3.0) + bits(levels);
    }

    /** Bits by clauses 7.3.5.3.3 and 9.3.3.1.3, no context adapting but along a level's own bins; 0 without a level. */
    private double bits(int[] levels) {
        int last = 15;
        while (last >= 0 && levels[last] == 0) {
            last--;
        }
        int cost = 0;
        for (int i = 0; i <= Math.min(14, last); i++) {
            cost += cabac.cost(134 + i, levels[i] == 0 ? 0 : 1);
            if (levels[i] != 0) {
                cost += cabac.cost(195 + i, i == last ? 1 : 0);
            }
        }
        int ones = 0;
        int larger = 0;
        for (int i = last; i >= 0; i--) {
            int magnitude = Math.abs(levels[i]);
            if (magnitude != 0) {
                int context = 247 + (larger > 0 ? 0 : Math.min(4, 1 + ones));
                cost += BinCosts.BIT + cabac.cost(context, magnitude > 1 ? 1 : 0);
            }
            if (magnitude > 1) {
                cost += cabac.costOfUnary(252 + Math.min(4, larger), Math.min(13, magnitude - 2));
                larger++;
            } else {
                ones += magnitude;
            }
            if (magnitude > 14) {
                cost += BinCosts.BIT * (2 * Integer.toBinaryString(magnitude - 14).length() - 1);
            }
        }
        return (double) cost / BinCosts.BIT;
    }
}
