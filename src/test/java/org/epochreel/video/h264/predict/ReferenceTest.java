package org.epochreel.video.h264.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.h264.PlaneDecoder;
import org.epochreel.video.stream.YuvPicture;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void everyFractionOfAVectorAgreesWithThePrintedFormulas() {
        YuvPicture picture = noise(3);
        Reference reference = new Reference(picture);
        PlaneDecoder luma = plane(picture.luma(), 64);
        PlaneDecoder blue = plane(picture.blueChroma(), 32);
        int[] samples = new int[PictureSamples.COUNT];
        long[] packed = new long[PackedSamples.COUNT];
        for (int vectorY = -9; vectorY < 9; vectorY++) {
            for (int vectorX = -9; vectorX < 9; vectorX++) {
                reference.luma(24, 16, 8, vectorX, vectorY, packed);
                PackedSamples.unpack(packed, samples);
                reference.chroma(24, 16, 8, vectorX, vectorY, samples);
                for (int y = 0; y < 8; y++) {
                    for (int x = 0; x < 8; x++) {
                        assertEquals(luma.interpolateLuma(24 + x, 16 + y, vectorX, vectorY), samples[y * 16 + 8 + x]);
                    }
                }
                for (int y = 0; y < 4; y++) {
                    for (int x = 0; x < 4; x++) {
                        assertEquals(blue.interpolateChroma(12 + x, 8 + y, vectorX, vectorY),
                                samples[PictureSamples.BLUE + y * 8 + 4 + x]);
                    }
                }
            }
        }
    }

    @Test
    void everyBlockWithinReachAgreesWithThePrintedFormulasUpToThePicturesEdges() {
        YuvPicture picture = noise(6);
        Reference reference = new Reference(picture);
        PlaneDecoder luma = plane(picture.luma(), 64);
        int[] samples = new int[PictureSamples.COUNT];
        long[] packed = new long[PackedSamples.COUNT];
        Random random = new Random(7);
        int blocks = 0;
        while (blocks < 2000) {
            int side = random.nextBoolean() ? 16 : 8;
            int left = random.nextInt(64 / side) * side;
            int top = random.nextInt(64 / side) * side;
            int vectorX = random.nextInt(401) - 200;
            int vectorY = random.nextInt(401) - 200;
            if (reference.reaches(left, top, side, vectorX, vectorY)) {
                blocks++;
                reference.luma(left, top, side, vectorX, vectorY, packed);
                PackedSamples.unpack(packed, samples);
                for (int y = top; y < top + side; y++) {
                    for (int x = left; x < left + side; x++) {
                        assertEquals(luma.interpolateLuma(x, y, vectorX, vectorY), samples[(y & 15) * 16 + (x & 15)]);
                    }
                }
            }
        }
    }

    @Test
    void aPredictionFollowsEveryChangeOfThePicture() {
        Reference reference = new Reference(noise(8));
        Reference other = new Reference(noise(9));
        Random random = new Random(10);
        int[] samples = new int[PictureSamples.COUNT];
        long[] packed = new long[PackedSamples.COUNT];
        long[] fresh = new long[PackedSamples.COUNT];
        for (int change = 0; change < 300; change++) {
            int macroblock = random.nextInt(16);
            if (random.nextBoolean()) {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = random.nextInt(256);
                }
                reference.store(samples, macroblock);
            } else {
                BitSet macroblocks = new BitSet();
                macroblocks.set(macroblock);
                reference.copyFrom(other, macroblocks);
            }
            int vectorX = random.nextInt(97) - 48;
            int vectorY = random.nextInt(97) - 48;
            if (reference.reaches(16, 32, 16, vectorX, vectorY)) {
                reference.luma(16, 32, 16, vectorX, vectorY, packed);
                new Reference(reference.picture()).luma(16, 32, 16, vectorX, vectorY, fresh);
                assertArrayEquals(fresh, packed);
            }
        }
    }

    @Test
    void aVectorReachesOnlyWhereTheFilterStaysInside() {
        Reference reference = new Reference(new YuvPicture(new FrameSize(64, 48)));
        assertTrue(reference.reaches(16, 16, 16, -14 * 4, 0));
        assertFalse(reference.reaches(16, 16, 16, -14 * 4 - 1, 0));
        assertTrue(reference.reaches(32, 16, 16, 13 * 4 + 3, 0));
        assertFalse(reference.reaches(32, 16, 16, 14 * 4, 0));
        assertTrue(reference.reaches(16, 16, 16, 0, 13 * 4 + 3));
        assertFalse(reference.reaches(16, 16, 16, 0, 14 * 4));
    }

    private static YuvPicture noise(int seed) {
        YuvPicture picture = new YuvPicture(new FrameSize(64, 64));
        Random random = new Random(seed);
        random.nextBytes(picture.luma());
        random.nextBytes(picture.blueChroma());
        random.nextBytes(picture.redChroma());
        // The filter overshoots most between black and white.
        for (int i = 0; i < picture.luma().length; i += 3) {
            picture.luma()[i] = (byte) (random.nextBoolean() ? 255 : 0);
        }
        return picture;
    }

    private static PlaneDecoder plane(byte[] samples, int side) {
        PlaneDecoder plane = new PlaneDecoder(side, side);
        for (int i = 0; i < samples.length; i++) {
            plane.samples[i / side][i % side] = samples[i] & 0xff;
        }
        return plane;
    }
}
