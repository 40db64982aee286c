package org.epochreel.video.h264.predict;

/**
 * Which 4x4 luma blocks of a macroblock are of one colour. A faint trace that an eye would not find beside an edge
 * shows on a plain ground, and structural similarity says the same (Wang, Bovik, Sheikh, Simoncelli: Image quality
 * assessment, 2004), so errors there weigh more.
 */
public final class FlatBlocks {

    /** How much more a squared error weighs in a flat block. */
    static final int WEIGHT = 8;

    /** How much more an absolute error weighs there, which decides on motion: what it leaves is hardly ever coded. */
    private static final int WEIGHT_IN_MOTION = 16;

    /** The square of a weighted absolute error over the same weighted squared error, at most, for each sample. */
    public static final double MOST_OF_SQUARE = (double) WEIGHT_IN_MOTION * WEIGHT_IN_MOTION / WEIGHT;

    private int flat;

    /** Looks at the luma of a macroblock. */
    public void find(int[] source) {
        int found = 0;
        for (int block = 0; block < 16; block++) {
            int at = (block >> 2) * 64 + (block & 3) * 4;
            int first = source[at];
            int different = 0;
            for (int row = at; row < at + 64 && different == 0; row += 16) {
                different = source[row] ^ first | source[row + 1] ^ first | source[row + 2] ^ first
                        | source[row + 3] ^ first;
            }
            if (different == 0) {
                found |= 1 << block;
            }
        }
        flat = found;
    }

    /** Whether a block, counted row by row, is flat. */
    boolean contains(int block) {
        return (flat >> block & 1) != 0;
    }

    /** How much an absolute error weighs in a block. */
    int weightInMotion(int block) {
        return (flat >> block & 1) != 0 ? WEIGHT_IN_MOTION : 1;
    }

    /** How much a squared error weighs in a block. */
    public int weight(int block) {
        return (flat >> block & 1) != 0 ? WEIGHT : 1;
    }

    /** The absolute error of the packed luma of one quarter of a macroblock, flat blocks weighing more. */
    public int absoluteError(long[] source, long[] prediction, int quarter) {
        int block = (quarter >> 1) * 8 + (quarter & 1) * 2;
        int at = (quarter >> 1) * 8 * PackedSamples.ROW + (quarter & 1);
        return absoluteError(PackedSamples.absoluteDifferences(source, prediction, at), block)
                + absoluteError(PackedSamples.absoluteDifferences(source, prediction, at + 4 * PackedSamples.ROW),
                        block + 4);
    }

    /** Weighs the differences in a block and in the one to the right of it. */
    private int absoluteError(long sums, int block) {
        if (sums == 0) {
            return 0;
        }
        int left = (int) (sums & 0xffff) + (int) (sums >>> 16 & 0xffff);
        int right = (int) (sums >>> 32 & 0xffff) + (int) (sums >>> 48);
        return left * weightInMotion(block) + right * weightInMotion(block + 1);
    }
}
