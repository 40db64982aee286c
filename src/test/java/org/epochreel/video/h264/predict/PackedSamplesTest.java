package org.epochreel.video.h264.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedSamplesTest {

    private final Random random = new Random(11);
    private final int[] first = new int[256];
    private final int[] second = new int[256];
    private final long[] packedFirst = new long[PackedSamples.COUNT];
    private final long[] packedSecond = new long[PackedSamples.COUNT];

    @Test
    void unpackingGivesWhatWasPacked() {
        draw();
        int[] samples = new int[256];
        PackedSamples.unpack(packedFirst, samples);
        assertArrayEquals(first, samples);
        byte[] plane = new byte[256];
        for (int i = 0; i < 256; i++) {
            plane[i] = (byte) first[i];
        }
        long[] packed = new long[PackedSamples.COUNT];
        PackedSamples.pack(plane, 0, 16, 16, packed, 0, PackedSamples.ROW);
        PackedSamples.pack(plane, 8, 16, 16, packed, 1, PackedSamples.ROW);
        assertArrayEquals(packedFirst, packed);
    }

    @Test
    void absoluteDifferencesAreThoseOfTheSamples() {
        for (int trial = 0; trial < 500; trial++) {
            draw();
            for (int at : new int[] {0, 1, 8, 9, 16, 17, 24, 25}) {
                long sums = PackedSamples.absoluteDifferences(packedFirst, packedSecond, at);
                for (int pair = 0; pair < 4; pair++) {
                    int expected = 0;
                    for (int row = 0; row < 4; row++) {
                        int i = (at / 2 + row) * 16 + at % 2 * 8 + pair * 2;
                        expected += Math.abs(first[i] - second[i]) + Math.abs(first[i + 1] - second[i + 1]);
                    }
                    assertEquals(expected, sums >>> 16 * pair & 0xffff);
                }
            }
        }
    }

    @Test
    void everyBlendIsThatOfThePrintedFormula() {
        for (int weight = 0; weight <= 64; weight++) {
            draw();
            PackedSamples.blend(packedFirst, packedSecond, 1, 16, weight);
            int[] blended = new int[256];
            PackedSamples.unpack(packedFirst, blended);
            for (int i = 0; i < 256; i++) {
                int expected = i % 16 < 8 ? first[i] : first[i] * (64 - weight) + second[i] * weight + 32 >> 6;
                assertEquals(expected, blended[i]);
            }
        }
    }

    private void draw() {
        for (int i = 0; i < 256; i++) {
            first[i] = draw(random.nextInt(4));
            second[i] = draw(random.nextInt(4));
        }
        PackedSamples.pack(first, packedFirst);
        PackedSamples.pack(second, packedSecond);
    }

    private int draw(int kind) {
        return kind == 0 ? 0 : kind == 1 ? 255 : random.nextInt(256);
    }
}
