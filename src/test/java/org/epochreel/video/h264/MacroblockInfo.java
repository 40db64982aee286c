package org.epochreel.video.h264;

/** What one macroblock leaves behind for the contexts and predictions of later ones; 4x4 blocks are [y][x]. */
final class MacroblockInfo {
    boolean skipped;
    boolean inter;
    boolean whole;
    int pattern;
    int chromaMode;
    int quantiserChange;
    final int[][] intraModes = new int[4][4];
    final boolean[][] lumaCoded = new boolean[4][4];
    boolean lumaDcCoded;
    final boolean[] chromaDcCoded = new boolean[2];
    final boolean[][][] chromaCoded = new boolean[2][2][2];
    /** Per 8x8 block; null until decoded. */
    final int[][][] motion = new int[2][2][];
    final int[][][] difference = new int[2][2][2];
}
