package org.epochreel.video.h264.macroblock;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.epochreel.video.h264.predict.IntraPrediction;
import org.epochreel.video.h264.predict.MacroblockGrid;
import org.epochreel.video.h264.predict.PictureSamples;
import org.epochreel.video.h264.predict.RateModel;
import org.epochreel.video.h264.residual.CoefficientCosts;
import org.epochreel.video.h264.residual.ResidualCoder;
import org.epochreel.video.h264.residual.ResidualSyntax;
import org.epochreel.video.stream.YuvPicture;

/**
 * Codes the luma of macroblocks as sixteen 4x4 blocks, each predicted from those before it. The mode of a block is
 * chosen in two steps: an estimate by the transformed residual finds the best one or two of up to nine, coding finds
 * the better one.
 */
public final class IntraBlocks {

    /** Quarter bits of a predicted mode and of another one. */
    private static final int PREDICTED_MODE = 2;
    private static final int OTHER_MODE = 14;

    /** No mode other than the predicted one is worth its bits to save an error that costs no more than these. */
    private static final int LEAST_GAIN = OTHER_MODE - PREDICTED_MODE;

    /** By how much the estimate of a mode may be above the least one for the mode to be tried, too. */
    private static final int DOUBT = 16 * CoefficientCosts.BIT;

    private final MacroblockGrid grid;
    private final ResidualCoder coder;
    private final ImmutableList<RateModel> rates;
    private final IntraPrediction prediction = new IntraPrediction();
    private final int[] trial = new int[256];
    /** Intra4x4PredMode for contexts, DC in 16x16 macroblocks, in a grid of 4x4 blocks with a border of -1. */
    private final byte[] modes;
    private final int modeStride;
    private int best;
    private int second;

    /** @param rates for each quantiser, what bits cost */
    public IntraBlocks(MacroblockGrid grid, ResidualCoder coder, ImmutableList<RateModel> rates) {
        this.grid = grid;
        this.coder = coder;
        this.rates = rates;
        this.modeStride = grid.columns() * 4 + 1;
        this.modes = new byte[(grid.rows() * 4 + 1) * modeStride];
        Arrays.fill(modes, (byte) -1);
    }

    /** A macroblock is not coded as 4x4 blocks. */
    public void skip(int macroblock) {
        for (int block = 0; block < 16; block++) {
            modes[modeCell(macroblock, block)] = IntraPrediction.DC;
        }
    }

    /**
     * Codes a macroblock.
     *
     * @param samples receive the reconstruction
     * @param decisions 16 modes in coding order and, behind them, the quantiser of each block that sets the price of
     *     its bits, row by row; both from {@code decision} on
     * @param decide whether to choose the modes anew; otherwise those decided before hold
     * @return quarter bits
     */
    public int encode(int macroblock, int[] source, int[] samples, byte[] decisions, int decision, boolean decide,
            int quantiser, YuvPicture target) {
        int from = PictureSamples.lumaAt(target, macroblock);
        int stride = target.lumaStride();
        int bits = 0;
        for (int order = 0; order < 16; order++) {
            int block = ResidualSyntax.LUMA_ORDER[order];
            int cell = modeCell(macroblock, block);
            int predicted = predictedMode(cell);
            int at = from + (block >> 2) * 4 * stride + (block & 3) * 4;
            int inside = (block >> 2) * 64 + (block & 3) * 4;
            prediction.readEdge(target.luma(), at, stride, modes[cell - 1] >= 0, modes[cell - modeStride] >= 0,
                    hasAboveRight(macroblock, block));
            int price = decisions[decision + 16 + block];
            int mode;
            if (decide) {
                mode = decide(block, inside, predicted, source, samples, quantiser, price);
                decisions[decision + order] = (byte) mode;
            } else {
                mode = decisions[decision + order];
                code(mode, predicted, block, inside, source, samples, quantiser, rates.get(price));
            }
            modes[cell] = (byte) mode;
            store(samples, inside, target.luma(), at, stride);
            bits += coder.bits() + (mode == predicted ? PREDICTED_MODE : OTHER_MODE);
        }
        return bits;
    }

    /** Codes a block in the best mode, which is returned. */
    private int decide(int block, int inside, int predicted, int[] source, int[] samples, int quantiser, int price) {
        RateModel rate = rates.get(price);
        if (prediction.available(predicted)) {
            prediction.block(predicted, samples, inside);
            if (RateModel.squaredError4x4(source, samples, inside, 16) <= rate.ofSquaredError(LEAST_GAIN)) {
                code(predicted, predicted, block, inside, source, samples, quantiser, rate);
                return predicted;
            }
        }
        findBest(block, inside, predicted, source, quantiser, price);
        double secondCost = second < 0 ? Double.POSITIVE_INFINITY
                : code(second, predicted, block, inside, source, samples, quantiser, rate);
        if (code(best, predicted, block, inside, source, samples, quantiser, rate) <= secondCost) {
            return best;
        }
        code(second, predicted, block, inside, source, samples, quantiser, rate);
        return second;
    }

    private void findBest(int block, int inside, int predicted, int[] source, int quantiser, int price) {
        best = -1;
        second = -1;
        int least = Integer.MAX_VALUE;
        int next = Integer.MAX_VALUE;
        for (int mode = 0; mode < IntraPrediction.MODES; mode++) {
            if (prediction.available(mode)) {
                prediction.block(mode, trial, inside);
                int cost = coder.lumaCost(block, source, trial, quantiser, price)
                        + (mode == predicted ? PREDICTED_MODE : OTHER_MODE) * (CoefficientCosts.BIT / 4);
                if (cost < least) {
                    second = best;
                    next = least;
                    best = mode;
                    least = cost;
                } else if (cost < next) {
                    second = mode;
                    next = cost;
                }
            }
        }
        if (next - DOUBT > least) {
            second = -1;
        }
    }

    /** Codes a block in a mode; returns what that costs. */
    private double code(int mode, int predicted, int block, int inside, int[] source, int[] samples, int quantiser,
            RateModel rate) {
        prediction.block(mode, samples, inside);
        coder.clearSums();
        coder.lumaBlock(block, source, samples, quantiser, rate);
        return coder.error() + rate.ofSquaredError(coder.bits() + (mode == predicted ? PREDICTED_MODE : OTHER_MODE));
    }

    private static void store(int[] samples, int inside, byte[] plane, int at, int stride) {
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                plane[at + y * stride + x] = (byte) samples[inside + y * 16 + x];
            }
        }
    }

    /**
     * Finds how the modes of a macroblock are written.
     *
     * @param remaining receives, in coding order, rem_intra4x4_pred_mode, or -1 where the predicted mode holds
     */
    public void remaining(int macroblock, byte[] decisions, int decision, int[] remaining) {
        for (int order = 0; order < 16; order++) {
            int mode = decisions[decision + order];
            int predicted = predictedMode(modeCell(macroblock, ResidualSyntax.LUMA_ORDER[order]));
            remaining[order] = mode == predicted ? -1 : mode < predicted ? mode : mode - 1;
        }
    }

    /** predIntra4x4PredMode, clause 8.3.1.1. */
    private int predictedMode(int cell) {
        int left = modes[cell - 1];
        int above = modes[cell - modeStride];
        return left < 0 || above < 0 ? IntraPrediction.DC : Math.min(left, above);
    }

    private int modeCell(int macroblock, int block) {
        int row = macroblock / grid.columns() * 4 + (block >> 2) + 1;
        return row * modeStride + macroblock % grid.columns() * 4 + (block & 3) + 1;
    }

    /**
     * Whether the 4x4 block above right comes before a block in coding order and lies in the picture (clause
     * 6.4.11.4).
     */
    private boolean hasAboveRight(int macroblock, int block) {
        if (block == 3) {
            return macroblock >= grid.columns() && (macroblock + 1) % grid.columns() != 0;
        }
        if (block < 3) {
            return macroblock >= grid.columns();
        }
        return block == 4 || block == 6 || block == 8 || block == 9 || block == 10 || block == 12 || block == 14;
    }
}
