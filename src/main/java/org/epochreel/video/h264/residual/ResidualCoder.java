package org.epochreel.video.h264.residual;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.epochreel.video.h264.predict.FlatBlocks;
import org.epochreel.video.h264.predict.PictureSamples;
import org.epochreel.video.h264.predict.RateModel;

/**
 * Turns what a prediction leaves into levels, and the prediction into the reconstruction that a decoder gets from them
 * (clauses 8.5.1 to 8.5.4 and 8.5.14). PictureSamples are laid out as {@link PictureSamples} says.
 */
public final class ResidualCoder {

    /** Quarter bits of a level of chroma DC. */
    private static final int CHROMA_DC_LEVEL = 12;

    /** Quarter bits by which a block with levels starts. */
    private static final int CODED_BLOCK = 4;

    private final ImmutableList<Quantiser> quantisers;
    private final Coefficients levels = new Coefficients();
    private final FlatBlocks flat;
    /** Of intra macroblocks; null in a coder of inter macroblocks. */
    private final LevelChoice choice;
    private final int[] block = new int[16];
    private int[] saved = new int[16];
    private int[] spare = new int[16];
    private final int[] scaled = new int[256];
    private final int[] dc = new int[16];
    private final int[] chromaDc = new int[8];
    private final int[] chromaError = new int[8];
    private int predictionError;
    private int error;
    private int bits;
    private int flatError;

    public ResidualCoder(FlatBlocks flat) {
        this(flat, null);
    }

    private ResidualCoder(FlatBlocks flat, LevelChoice choice) {
        this.flat = flat;
        this.choice = choice;
        this.quantisers = Quantiser.table();
    }

    /** A coder of intra macroblocks, in which all errors weigh the same. */
    public static ResidualCoder ofIntra(LevelChoice choice) {
        return new ResidualCoder(new FlatBlocks(), choice);
    }

    private Rounding rounding(int parameter, int price) {
        return choice != null ? Rounding.intra(parameter - price) : Rounding.INTER;
    }

    /** The levels of the macroblock. */
    public Coefficients levels() {
        return levels;
    }

    /** Starts {@link #predictionError}, {@link #error} and {@link #bits} from 0. */
    public void clearSums() {
        predictionError = 0;
        error = 0;
        bits = 0;
        flatError = 0;
    }

    /** The squared error that the predictions of the blocks since {@link #clearSums} left. */
    public int predictionError() {
        return predictionError;
    }

    /** The squared error that remains in flat blocks, without extra weight. */
    public int flatError() {
        return flatError;
    }

    /** The squared error that their reconstructions leave. */
    public int error() {
        return error;
    }

    /** Quarter bits of their levels. */
    public int bits() {
        return bits;
    }

    /** The squared error of a whole macroblock, flat blocks weighing more. */
    public int weightedError(int[] source, int[] samples) {
        int sum = RateModel.squaredError(source, samples, PictureSamples.BLUE, PictureSamples.COUNT);
        for (int number = 0; number < 16; number++) {
            sum += flat.weight(number)
                    * RateModel.squaredError4x4(source, samples, (number >> 2) * 64 + (number & 3) * 4, 16);
        }
        return sum;
    }

    /**
     * Codes an inter macroblock, with new sums.
     *
     * @param samples receives the reconstruction
     */
    public void macroblock(int[] source, int[] prediction, int[] samples, int parameter, RateModel rate) {
        System.arraycopy(prediction, 0, samples, 0, PictureSamples.COUNT);
        clearSums();
        for (int number = 0; number < 16; number++) {
            lumaBlock(number, source, samples, parameter, rate);
        }
        chroma(source, samples, parameter, rate);
    }

    /**
     * Codes one 4x4 luma block.
     *
     * @param number of the block, row by row
     * @param samples the prediction; becomes the reconstruction
     * @param rate what bits cost: levels that are not worth theirs are dropped
     */
    public void lumaBlock(int number, int[] source, int[] samples, int parameter, RateModel rate) {
        int at = (number >> 2) * 64 + (number & 3) * 4;
        levels.lumaCounts[number] = 0;
        int weight = flat.weight(number);
        int before = weight * RateModel.squaredError4x4(source, samples, at, 16);
        predictionError += before;
        int after = before > rate.leastBlock() ? residual(number, at, weight, before, source, samples, parameter, rate)
                : before;
        error += after;
        if (weight != 1) {
            flatError += after / weight;
        }
    }

    /** Adds a luma block's residual if it is worth its bits; returns the weighted error that remains. */
    private int residual(int number, int at, int weight, int before, int[] source, int[] samples, int parameter,
            RateModel rate) {
        Transform.forward(source, samples, at, 16, block);
        // Where a bit is cheaper than beside any step, errors are repeated and the nearest levels are best.
        boolean choose = choice != null && rate.quantiser() >= Quantisers.FINEST;
        Quantiser quantiser = quantisers.get(parameter);
        int difference = parameter - rate.quantiser();
        int count = choose ? quantiser.quantise(block, choice, difference, levels.luma, number * 16)
                : quantiser.quantise(block, 0, levels.luma, number * 16, rounding(parameter, rate.quantiser()));
        if (count == 0) {
            return before;
        }
        save(samples, at, 16);
        Transform.addInverse(block, samples, at, 16);
        int after = weight * RateModel.squaredError4x4(source, samples, at, 16);
        int cost = choose ? CODED_BLOCK + choice.bits() : RateModel.block(levels.luma, number * 16, 0);
        if (before - after <= rate.ofSquaredError(cost)) {
            put(saved, samples, at, 16);
            return before;
        }
        levels.lumaCounts[number] = count;
        bits += cost;
        return after;
    }

    /**
     * Estimates what {@link #lumaBlock} would cost, in parts of {@link CoefficientCosts#BIT}.
     *
     * @param price parameter of the quantiser that sets the price of a bit
     */
    public int lumaCost(int number, int[] source, int[] prediction, int parameter, int price) {
        Transform.forward(source, prediction, (number >> 2) * 64 + (number & 3) * 4, 16, block);
        return quantisers.get(parameter).cost(block, CoefficientCosts.table(parameter - price));
    }

    private void save(int[] samples, int at, int stride) {
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                saved[y * 4 + x] = samples[at + y * stride + x];
            }
        }
    }

    private static void put(int[] block, int[] samples, int at, int stride) {
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                samples[at + y * stride + x] = block[y * 4 + x];
            }
        }
    }

    /** Codes the luma of an Intra16x16 macroblock, its DC coefficients apart (clause 8.5.2). */
    public void wholeLuma(int[] source, int[] samples, int parameter) {
        Quantiser quantiser = quantisers.get(parameter);
        Rounding rounding = rounding(parameter, parameter);
        for (int number = 0; number < 16; number++) {
            Transform.forward(source, samples, (number >> 2) * 64 + (number & 3) * 4, 16, block);
            dc[number] = block[0];
            levels.lumaCounts[number] = quantiser.quantise(block, 1, levels.luma, number * 16, rounding);
            System.arraycopy(block, 0, scaled, number * 16, 16);
        }
        levels.lumaDcCount = quantiser.quantiseLumaDc(dc, levels.lumaDc, rounding);
        for (int number = 0; number < 16; number++) {
            if (dc[number] != 0 || levels.lumaCounts[number] != 0) {
                System.arraycopy(scaled, number * 16, block, 0, 16);
                block[0] = dc[number];
                Transform.addInverse(block, samples, (number >> 2) * 64 + (number & 3) * 4, 16);
            }
        }
    }

    /**
     * Codes both chroma planes (clause 8.5.4).
     *
     * @param parameter of luma
     * @param rate what bits cost: AC levels that are not worth theirs are dropped
     */
    public void chroma(int[] source, int[] samples, int parameter, RateModel rate) {
        int least = rate.leastBlock();
        int before = 0;
        for (int number = 0; number < 8; number++) {
            chromaError[number] = RateModel.squaredError4x4(source, samples, chromaAt(number), 8);
            before += chromaError[number];
        }
        predictionError += before;
        error += before;
        if (before <= least) {
            Arrays.fill(levels.chromaCounts, 0);
            Arrays.fill(levels.chromaDcCounts, 0);
            return;
        }
        Quantiser quantiser = quantisers.get(Quantiser.chromaParameter(parameter));
        Rounding rounding = rounding(parameter, rate.quantiser());
        for (int number = 0; number < 8; number++) {
            levels.chromaCounts[number] = 0;
            if (chromaError[number] <= least) {
                chromaDc[number] = Transform.sum(source, samples, chromaAt(number), 8);
            } else {
                Transform.forward(source, samples, chromaAt(number), 8, block);
                chromaDc[number] = block[0];
                levels.chromaCounts[number] = quantiser.quantise(block, 1, levels.chroma, number * 16, rounding);
                System.arraycopy(block, 0, scaled, number * 16, 16);
            }
        }
        for (int plane = 0; plane < 2; plane++) {
            levels.chromaDcCounts[plane] = quantiser.quantiseChromaDc(chromaDc, levels.chromaDc, plane * 4, rounding);
            bits += CHROMA_DC_LEVEL * levels.chromaDcCounts[plane];
        }
        for (int number = 0; number < 8; number++) {
            if (levels.chromaCounts[number] != 0 || chromaDc[number] != 0) {
                chromaBlock(number, source, samples, rate);
            }
        }
    }

    private void chromaBlock(int number, int[] source, int[] samples, RateModel rate) {
        int at = chromaAt(number);
        if (levels.chromaCounts[number] == 0) {
            addChromaDc(number, samples, at);
            error += RateModel.squaredError4x4(source, samples, at, 8) - chromaError[number];
            return;
        }
        save(samples, at, 8);
        addChromaDc(number, samples, at);
        int without = RateModel.squaredError4x4(source, samples, at, 8);
        int[] prediction = saved;
        saved = spare;
        spare = prediction;
        save(samples, at, 8);
        put(prediction, samples, at, 8);
        System.arraycopy(scaled, number * 16, block, 0, 16);
        block[0] = chromaDc[number];
        Transform.addInverse(block, samples, at, 8);
        int with = RateModel.squaredError4x4(source, samples, at, 8);
        int cost = RateModel.block(levels.chroma, number * 16, 1);
        if (without - with > rate.ofSquaredError(cost)) {
            error += with - chromaError[number];
            bits += cost;
        } else {
            put(saved, samples, at, 8);
            levels.chromaCounts[number] = 0;
            error += without - chromaError[number];
        }
    }

    private void addChromaDc(int number, int[] samples, int at) {
        // What the inverse transform makes of a DC coefficient alone.
        int residual = chromaDc[number] + 32 >> 6;
        for (int row = at; row < at + 32; row += 8) {
            for (int i = row; i < row + 4; i++) {
                samples[i] = Transform.clip(samples[i] + residual);
            }
        }
    }

    private static int chromaAt(int number) {
        return PictureSamples.BLUE + (number >> 2) * 64 + (number >> 1 & 1) * 32 + (number & 1) * 4;
    }
}
