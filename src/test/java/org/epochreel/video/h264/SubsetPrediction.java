package org.epochreel.video.h264;

import com.google.common.collect.Multiset;
import java.util.Arrays;

/** Inter prediction samples (clause 8.4.2), those of two lists weighted by distance (8.4.2.3.1 with implicit mode). */
final class SubsetPrediction {

    private final SubsetPicture current;
    private final Multiset<String> seen;

    SubsetPrediction(SubsetPicture current, Multiset<String> seen) {
        this.current = current;
        this.seen = seen;
    }

    void predict(MacroblockInfo info, int column, int row) {
        for (int quarter = 0; quarter < 4; quarter++) {
            int x = quarter % 2;
            int y = quarter / 2;
            int[] before = info.motion[0][y][x];
            int[] behind = info.motion[1][y][x];
            SubsetPicture first = reference(0, before);
            SubsetPicture second = reference(1, behind);
            Refusal.unless(first != null || second != null, "a block predicted from nothing");
            int[] weights = weights(first, second);
            for (int plane = 0; plane < 3; plane++) {
                int side = plane == 0 ? 8 : 4;
                int x0 = side * (2 * column + x);
                int y0 = side * (2 * row + y);
                int[][] one = first == null ? null : block(first, plane, x0, y0, before);
                int[][] two = second == null ? null : block(second, plane, x0, y0, behind);
                if (weights[0] != weights[1] && !Arrays.deepEquals(one, two)) {
                    seen.add("unequal weights");
                }
                for (int i = 0; i < side * side; i++) {
                    int sum = (one == null ? 0 : weights[0] * one[i / side][i % side])
                            + (two == null ? 0 : weights[1] * two[i / side][i % side]);
                    current.planes[plane].samples[y0 + i / side][x0 + i % side] =
                            Math.max(0, Math.min(255, sum + 32 >> 6));
                }
            }
        }
    }

    private SubsetPicture reference(int list, int[] motion) {
        return motion[0] < 0 ? null : current.lists.get(list).get(motion[0]);
    }

    /** In 64ths. */
    private int[] weights(SubsetPicture first, SubsetPicture second) {
        if (first == null || second == null) {
            return new int[] {64, 64};
        }
        int scale = current.distanceScale(first, second);
        if (scale == SubsetPicture.NO_SCALE || scale >> 2 < -64 || scale >> 2 > 128) {
            return new int[] {32, 32};
        }
        return new int[] {64 - (scale >> 2), scale >> 2};
    }

    private int[][] block(SubsetPicture reference, int plane, int x0, int y0, int[] motion) {
        PlaneDecoder source = reference.planes[plane];
        int side = plane == 0 ? 8 : 4;
        if (plane == 0 && !current.parameters.vectorsOverBoundaries) {
            Refusal.unless(within(x0, motion[1], source.width) && within(y0, motion[2], source.height),
                    "samples beyond the picture's boundaries, which motion_vectors_over_pic_boundaries_flag rules out");
        }
        int[][] samples = new int[side][side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                samples[y][x] = plane == 0 ? source.interpolateLuma(x0 + x, y0 + y, motion[1], motion[2])
                        : source.interpolateChroma(x0 + x, y0 + y, motion[1], motion[2]);
            }
        }
        return samples;
    }

    /** Whether 8 samples from {@code start} on, moved by a vector, need none beyond the picture. */
    private static boolean within(int start, int vector, int length) {
        int from = start + (vector >> 2);
        boolean fraction = (vector & 3) != 0;
        return from - (fraction ? 2 : 0) >= 0 && from + 7 + (fraction ? 3 : 0) < length;
    }
}
