package org.epochreel.video.h264;

import java.util.Arrays;

/** What one macroblock leaves behind for the contexts and predictions of later ones; 4x4 blocks are [y][x]. */
final class MacroblockInfo {
    boolean skipped;
    /** B_Skip or B_Direct_16x16. */
    boolean direct;
    boolean whole;
    int pattern;
    int chromaMode;
    int quantiserChange;
    final int[][] intraModes = new int[4][4];
    final boolean[][] lumaCoded = new boolean[4][4];
    boolean lumaDcCoded;
    final boolean[] chromaDcCoded = new boolean[2];
    final boolean[][][] chromaCoded = new boolean[2][2][2];
    /** Per list and 8x8 block: the reference index or -1, and the vector; null until decoded and where intra. */
    final int[][][][] motion = new int[2][2][2][];
    /** Per list and 8x8 block what was coded of it, 0 where it was inferred: the reference index and |mvd|. */
    final int[][][] index = new int[2][2][2];
    final int[][][][] difference = new int[2][2][2][2];

    /** Column, in 4x4 blocks, of block {@code i} in the order of clause 6.4.3. */
    static int blockX(int i) {
        return (i / 4 % 2) * 2 + i % 2;
    }

    static int blockY(int i) {
        return (i / 8) * 2 + i / 2 % 2;
    }

    static int blockIndex(int x, int y) {
        return (y / 2) * 8 + (x / 2) * 4 + (y % 2) * 2 + x % 2;
    }

    /** The median of one component of three motions, 0 for those that are not there. */
    static int median(int[][] motions, int component) {
        int[] values = new int[3];
        for (int i = 0; i < 3; i++) {
            values[i] = motions[i] == null ? 0 : motions[i][component];
        }
        Arrays.sort(values);
        return values[1];
    }
}
