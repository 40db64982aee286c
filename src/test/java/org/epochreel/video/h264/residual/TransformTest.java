package org.epochreel.video.h264.residual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 13, 20, 26, 33, 40, 51})
    void aBlockComesBackWithinTheQuantisersStep(int parameter) {
        Random random = new Random(parameter);
        double step = 0.625 * StrictMath.pow(2, parameter / 6.0);
        for (int round = 0; round < 200; round++) {
            int[] source = random.ints(16, 0, 256).toArray();
            int[] samples = random.ints(16, 0, 256).toArray();
            int[] block = new int[16];
            Transform.forward(source, samples, 0, 4, block);
            Quantiser.table().get(parameter).quantise(block, 0, new int[16], 0, Rounding.INTER);
            Transform.addInverse(block, samples, 0, 4);
            double squares = 0;
            for (int i = 0; i < 16; i++) {
                squares += (source[i] - samples[i]) * (source[i] - samples[i]);
            }
            assertTrue(squares / 16 <= step * step + 1, "mean square " + squares / 16 + " at step " + step);
        }
    }

    @Test
    void theHadamardTransformsUndoThemselves() {
        int[] four = new Random(1).ints(16, -500, 500).toArray();
        int[] twice = four.clone();
        Transform.hadamard4x4(twice);
        Transform.hadamard4x4(twice);
        for (int i = 0; i < 16; i++) {
            assertEquals(16 * four[i], twice[i]);
        }
        int[] two = {7, -3, 100, 12};
        Transform.hadamard2x2(two, 0);
        Transform.hadamard2x2(two, 0);
        assertArrayEquals(new int[] {28, -12, 400, 48}, two);
    }

    @Test
    void chromaFollowsLumaUpToTwentyNineAndEndsAtThirtyNine() {
        assertEquals(29, Quantiser.chromaParameter(29));
        assertEquals(29, Quantiser.chromaParameter(30));
        assertEquals(34, Quantiser.chromaParameter(37));
        assertEquals(39, Quantiser.chromaParameter(51));
    }
}
