package org.epochreel.video.h264;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.YuvPicture;
import org.junit.jupiter.api.Test;

class MotionCompensationTest {

    @Test
    void everyFractionOfAVectorAgreesWithThePrintedFormulas() {
        YuvPicture picture = new YuvPicture(new FrameSize(64, 64));
        new Random(3).nextBytes(picture.luma());
        new Random(4).nextBytes(picture.blueChroma());
        new Random(5).nextBytes(picture.redChroma());
        MotionCompensation compensation = new MotionCompensation(picture);
        PlaneDecoder luma = plane(picture.luma(), 64);
        PlaneDecoder blue = plane(picture.blueChroma(), 32);
        int[] samples = new int[Samples.COUNT];
        for (int vectorY = -9; vectorY < 9; vectorY++) {
            for (int vectorX = -9; vectorX < 9; vectorX++) {
                compensation.luma(picture, 24, 16, 8, vectorX, vectorY, samples);
                compensation.chroma(picture, 24, 16, 8, vectorX, vectorY, samples);
                for (int y = 0; y < 8; y++) {
                    for (int x = 0; x < 8; x++) {
                        assertEquals(luma.interpolateLuma(24 + x, 16 + y, vectorX, vectorY), samples[y * 16 + 8 + x]);
                    }
                }
                for (int y = 0; y < 4; y++) {
                    for (int x = 0; x < 4; x++) {
                        assertEquals(blue.interpolateChroma(12 + x, 8 + y, vectorX, vectorY),
                                samples[Samples.BLUE + y * 8 + 4 + x]);
                    }
                }
            }
        }
    }

    private static PlaneDecoder plane(byte[] samples, int side) {
        PlaneDecoder plane = new PlaneDecoder(side, side);
        for (int i = 0; i < samples.length; i++) {
            plane.samples[i / side][i % side] = samples[i] & 0xff;
        }
        return plane;
    }

    @Test
    void aVectorReachesOnlyWhereTheFilterStaysInside() {
        MotionCompensation compensation = new MotionCompensation(new YuvPicture(new FrameSize(64, 48)));
        assertTrue(compensation.reaches(16, 16, 16, -14 * 4, 0));
        assertFalse(compensation.reaches(16, 16, 16, -14 * 4 - 1, 0));
        assertTrue(compensation.reaches(32, 16, 16, 13 * 4 + 3, 0));
        assertFalse(compensation.reaches(32, 16, 16, 14 * 4, 0));
        assertTrue(compensation.reaches(16, 16, 16, 0, 13 * 4 + 3));
        assertFalse(compensation.reaches(16, 16, 16, 0, 14 * 4));
    }
}
