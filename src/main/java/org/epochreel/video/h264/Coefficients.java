package org.epochreel.video.h264;

/**
 * The levels of one macroblock in scan order, 16 places a block, and how many of a block are not 0. Blocks are
 * numbered row by row, chroma blocks blue before red. Reused from macroblock to macroblock.
 */
final class Coefficients {

    final int[] luma = new int[256];
    final int[] lumaDc = new int[16];
    final int[] chroma = new int[128];
    final int[] chromaDc = new int[8];

    final int[] lumaCounts = new int[16];
    int lumaDcCount;
    final int[] chromaCounts = new int[8];
    final int[] chromaDcCounts = new int[2];

    /** CodedBlockPatternLuma: bit q tells whether 8x8 quarter q, row by row, has a level (clause 7.4.5). */
    int lumaPattern() {
        int pattern = 0;
        for (int block = 0; block < 16; block++) {
            if (lumaCounts[block] != 0) {
                pattern |= 1 << (block >> 3) * 2 + (block >> 1 & 1);
            }
        }
        return pattern;
    }

    /** CodedBlockPatternChroma: 0 nothing, 1 DC only, 2 also AC (clause 7.4.5). */
    int chromaPattern() {
        for (int count : chromaCounts) {
            if (count != 0) {
                return 2;
            }
        }
        return chromaDcCounts[0] + chromaDcCounts[1] != 0 ? 1 : 0;
    }
}
