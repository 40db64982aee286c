package org.epochreel.video.h264.macroblock;

import org.epochreel.video.h264.predict.PictureSamples;
import org.epochreel.video.h264.residual.Quantiser;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.h264.residual.Repetition;
import org.epochreel.video.stream.YuvPicture;

/**
 * Finds where in a macroblock's luma errors show, and quantises it accordingly: finer on plain ground, coarser among
 * edges. The measure is structural similarity (Wang, Bovik, Sheikh, Simoncelli: Image quality assessment, 2004): in a
 * window of variance v an error of energy e lowers it by e / (2 v + C2), so that e should grow with 2 v + C2 (Wang,
 * Rehman, Wang, Ma, Gao: SSIM-motivated rate-distortion optimization for video coding, 2012). The windows are the 8x8
 * samples around each corner of a 4x4 block; a block counts by the mean of the four that cover it.
 */
public final class Visibility {

    /** Quantiser parameters per octave of visibility; 3 would spread errors evenly by the measure alone. */
    private static final double STRENGTH = 2.1;

    /**
     * How far the quantiser of a macroblock, or the one that fits a block, may be from the picture's: coarser not by
     * more than what keeps letters free of ringing and true to their colour.
     */
    private static final int MOST_FINER = 8;
    private static final int MOST_COARSER = 5;

    /** Quantiser parameters that a price of bits changes by where errors are repeated twice as often. */
    private static final int PER_REPETITION = 3;

    /** Squared differences from its mean from which on a block has a say in its macroblock's quantiser. */
    private static final int LEAST_ENERGY = 20;

    /** No window's variance, at most (255 / 2)^2, asks for a greater change than this. */
    private static final int MOST_CHANGE = 12;

    /** For each change from -MOST_CHANGE to MOST_CHANGE: how much more than unchanged a squared error weighs. */
    private static final double[] WEIGHTS = weights();

    /** 2 v + C2 of windows in which the picture's own quantiser is right. */
    private static final double NORMAL = 2000;

    private static final double C2 = 0.03 * 255 * (0.03 * 255);

    /** 4x4 blocks of a macroblock and those around it, row by row, and the windows between them. */
    private static final int BLOCKS = 6;
    private static final int WINDOWS = BLOCKS - 1;

    private final int[] sums = new int[BLOCKS * BLOCKS];
    private final int[] squares = new int[BLOCKS * BLOCKS];
    private final double[] windows = new double[WINDOWS * WINDOWS];
    private final int[] changes = new int[16];
    private final int[] repetitions = new int[16];
    private int change;

    /** Looks at a macroblock and what surrounds it. */
    public void find(YuvPicture picture, int macroblock) {
        sumBlocks(picture, macroblock);
        for (int row = 0; row < WINDOWS; row++) {
            for (int column = 0; column < WINDOWS; column++) {
                windows[row * WINDOWS + column] = 1 / (2 * variance(row * BLOCKS + column) + C2);
            }
        }
        byte[] luma = picture.luma();
        int stride = picture.lumaStride();
        int from = PictureSamples.lumaAt(picture, macroblock);
        double all = 0;
        double some = 0;
        int count = 0;
        for (int number = 0; number < 16; number++) {
            int at = (number >> 2) * WINDOWS + (number & 3);
            double visibility = (windows[at] + windows[at + 1] + windows[at + WINDOWS] + windows[at + WINDOWS + 1]) / 4;
            changes[number] = (int) Math.rint(-STRENGTH * logarithm(visibility * NORMAL));
            repetitions[number] = Repetition.count(luma, stride, from + (number >> 2) * 4 * stride + (number & 3) * 4);
            double weight = WEIGHTS[changes[number] + MOST_CHANGE];
            all += weight;
            if (energy((number >> 2) * BLOCKS + (number & 3) + BLOCKS + 1) > LEAST_ENERGY) {
                some += weight;
                count++;
            }
        }
        double mean = count == 0 ? all / 16 : some / count;
        change = (int) Math.rint(-3 * logarithm(mean));
    }

    private static double[] weights() {
        double[] weights = new double[2 * MOST_CHANGE + 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.pow(2, (MOST_CHANGE - i) / 3.0);
        }
        return weights;
    }

    private void sumBlocks(YuvPicture picture, int macroblock) {
        byte[] luma = picture.luma();
        int stride = picture.lumaStride();
        int left = macroblock % (stride / 16) * 16 - 4;
        int top = macroblock / (stride / 16) * 16 - 4;
        for (int row = 0; row < BLOCKS; row++) {
            // Beyond the picture's edge its outermost blocks go on.
            int y = Math.max(0, Math.min(luma.length / stride - 4, top + 4 * row));
            for (int column = 0; column < BLOCKS; column++) {
                int x = Math.max(0, Math.min(stride - 4, left + 4 * column));
                int sum = 0;
                int square = 0;
                for (int at = y * stride + x, end = at + 4 * stride; at < end; at += stride) {
                    int a = luma[at] & 0xff;
                    int b = luma[at + 1] & 0xff;
                    int c = luma[at + 2] & 0xff;
                    int d = luma[at + 3] & 0xff;
                    sum += a + b + c + d;
                    square += a * a + b * b + c * c + d * d;
                }
                sums[row * BLOCKS + column] = sum;
                squares[row * BLOCKS + column] = square;
            }
        }
    }

    /** Sample variance of the window whose block above left is {@code at}. */
    private double variance(int at) {
        int sum = sums[at] + sums[at + 1] + sums[at + BLOCKS] + sums[at + BLOCKS + 1];
        int square = squares[at] + squares[at + 1] + squares[at + BLOCKS] + squares[at + BLOCKS + 1];
        return (square - sum * sum / 64.0) / 63;
    }

    /** The squares of a block's differences from its mean. */
    private double energy(int at) {
        return squares[at] - sums[at] * sums[at] / 16.0;
    }

    /** To the base of 2, exact for powers of 2 and at most 0.09 too small between them. */
    private static double logarithm(double value) {
        return Float.floatToIntBits((float) value) * (1.0 / (1 << 23)) - 127;
    }

    /** The quantiser of the macroblock in a picture coded with {@code base}. */
    public int quantiser(int base) {
        return changed(base, change);
    }

    /**
     * The quantiser whose price of bits is right for a 4x4 block, counted row by row. Where the block is repeated, its
     * errors are, too: the blocks beside it are predicted from it.
     */
    public int quantiserOfBlock(int number, int base) {
        int finer = 31 - Integer.numberOfLeadingZeros(repetitions[number]);
        return Math.max(0, changed(base, changes[number]) - PER_REPETITION * finer);
    }

    private static int changed(int base, int change) {
        int limited = Math.max(-MOST_FINER, Math.min(MOST_COARSER, change));
        return Math.max(Quantisers.FINEST, Math.min(Quantisers.COARSEST, base + limited));
    }
}
