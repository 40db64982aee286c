package org.epochreel.video.h264.residual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RepetitionTest {

    private static final int STRIDE = 64;

    private final byte[] luma = new byte[STRIDE * 64];

    @Test
    void aBlockOnPlainGroundCountsAsOftenAsCountsAtMost() {
        assertEquals(Repetition.MOST, Repetition.count(luma, STRIDE, 0));
    }

    @Test
    void repetitionsEndAtThePicturesEdge() {
        assertEquals(1, Repetition.count(luma, STRIDE, 60 * STRIDE + 60));
        assertEquals(3, Repetition.count(luma, STRIDE, 60 * STRIDE + 52));
        assertEquals(2, Repetition.count(luma, STRIDE, 56 * STRIDE + 60));
    }

    @Test
    void repetitionsEndWhereOneSampleDiffers() {
        luma[3 * STRIDE + 17] = 1;
        luma[10 * STRIDE + 2] = 1;
        assertEquals(4, Repetition.count(luma, STRIDE, 0));
        luma[2 * STRIDE + 7] = 1;
        assertEquals(2, Repetition.count(luma, STRIDE, 0));
        luma[7 * STRIDE] = 1;
        assertEquals(1, Repetition.count(luma, STRIDE, 0));
    }

    @Test
    void aLineIsRepeatedAlongItself() {
        for (int y = 0; y < 64; y++) {
            luma[y * STRIDE + 21] = 99;
        }
        assertEquals(5, Repetition.count(luma, STRIDE, 44 * STRIDE + 20));
    }
}
