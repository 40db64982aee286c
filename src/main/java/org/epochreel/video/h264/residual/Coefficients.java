package org.epochreel.video.h264.residual;

/**
 * The levels of one macroblock in scan order, 16 places a block, and how many of a block are not 0. Blocks are
 * numbered row by row, chroma blocks blue before red. Reused from macroblock to macroblock.
 */
public final class Coefficients {

    public final int[] luma = new int[256];
    public final int[] lumaDc = new int[16];
    public final int[] chroma = new int[128];
    public final int[] chromaDc = new int[8];

    public final int[] lumaCounts = new int[16];
    public int lumaDcCount;
    public final int[] chromaCounts = new int[8];
    public final int[] chromaDcCounts = new int[2];

    /** CodedBlockPatternLuma: bit q tells whether 8x8 quarter q, row by row, has a level (clause 7.4.5). */
    public int lumaPattern() {
        int pattern = 0;
        for (int block = 0; block < 16; block++) {
            if (lumaCounts[block] != 0) {
                pattern |= 1 << (block >> 3) * 2 + (block >> 1 & 1);
            }
        }
        return pattern;
    }

    /** coded_block_pattern: luma in bits 0 to 3, chroma in bits 4 and 5. */
    public int pattern() {
        return lumaPattern() | chromaPattern() << 4;
    }

    /** CodedBlockPatternChroma: 0 nothing, 1 DC only, 2 also AC (clause 7.4.5). */
    public int chromaPattern() {
        for (int count : chromaCounts) {
            if (count != 0) {
                return 2;
            }
        }
        return chromaDcCounts[0] + chromaDcCounts[1] != 0 ? 1 : 0;
    }

    /** All levels in a compact form that {@link #unpack} understands. */
    public short[] pack() {
        int blocks = 0;
        int present = 0;
        for (int block = 0; block < 16; block++) {
            if (lumaCounts[block] != 0) {
                present |= 1 << block;
                blocks++;
            }
        }
        for (int block = 0; block < 8; block++) {
            if (chromaCounts[block] != 0) {
                present |= 1 << 16 + block;
                blocks++;
            }
        }
        int separate = (lumaDcCount != 0 ? 1 : 0) | (chromaDcCounts[0] != 0 ? 2 : 0) | (chromaDcCounts[1] != 0 ? 4 : 0);
        short[] packed = new short[3 + (separate != 0 ? 24 : 0) + 16 * blocks];
        packed[0] = (short) present;
        packed[1] = (short) (present >> 16);
        packed[2] = (short) separate;
        int at = 3;
        if (separate != 0) {
            at = copy(lumaDc, 0, 16, packed, at);
            at = copy(chromaDc, 0, 8, packed, at);
        }
        for (int block = 0; block < 24; block++) {
            if ((present >> block & 1) != 0) {
                at = block < 16 ? copy(luma, block * 16, 16, packed, at)
                        : copy(chroma, (block - 16) * 16, 16, packed, at);
            }
        }
        return packed;
    }

    private static int copy(int[] from, int first, int count, short[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + i] = (short) from[first + i];
        }
        return at + count;
    }

    /** Takes up what {@link #pack} made; the counts then tell only whether there is a level. */
    public void unpack(short[] packed) {
        int present = packed[0] & 0xffff | packed[1] << 16;
        int separate = packed[2];
        lumaDcCount = separate & 1;
        chromaDcCounts[0] = separate >> 1 & 1;
        chromaDcCounts[1] = separate >> 2 & 1;
        int at = 3;
        if (separate != 0) {
            at = copy(packed, at, lumaDc, 0, 16);
            at = copy(packed, at, chromaDc, 0, 8);
        }
        for (int block = 0; block < 16; block++) {
            lumaCounts[block] = present >> block & 1;
            if (lumaCounts[block] != 0) {
                at = copy(packed, at, luma, block * 16, 16);
            }
        }
        for (int block = 0; block < 8; block++) {
            chromaCounts[block] = present >> 16 + block & 1;
            if (chromaCounts[block] != 0) {
                at = copy(packed, at, chroma, block * 16, 16);
            }
        }
    }

    private static int copy(short[] from, int at, int[] to, int first, int count) {
        for (int i = 0; i < count; i++) {
            to[first + i] = from[at + i];
        }
        return at + count;
    }
}
