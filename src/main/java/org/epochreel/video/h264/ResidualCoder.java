package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * Turns what a prediction leaves into levels, and the prediction into the reconstruction that a decoder gets from them
 * (clauses 8.5.1 to 8.5.4 and 8.5.14). Samples are laid out as {@link Samples} says.
 */
final class ResidualCoder {

    private final ImmutableList<Quantiser> quantisers;
    private final Coefficients levels;
    private final int[] block = new int[16];
    private int[] saved = new int[16];
    private int[] spare = new int[16];
    private final int[] scaled = new int[256];
    private final int[] dc = new int[16];
    private final int[] chromaDc = new int[8];

    ResidualCoder(boolean intra, Coefficients levels) {
        this.quantisers = Quantiser.table(intra);
        this.levels = levels;
    }

    /**
     * Codes one 4x4 luma block.
     *
     * @param number of the block, row by row
     * @param samples the prediction; becomes the reconstruction
     * @param rate what bits cost, so that levels that are not worth theirs are dropped; null to keep all
     */
    void lumaBlock(int number, int[] source, int[] samples, int parameter, RateModel rate) {
        int at = (number >> 2) * 64 + (number & 3) * 4;
        levels.lumaCounts[number] = 0;
        int before = RateModel.squaredError4x4(source, samples, at, 16);
        if (rate == null ? before == 0 : before <= rate.leastBlock()) {
            return;
        }
        Transform.forward(source, samples, at, 16, block);
        int count = quantisers.get(parameter).quantise(block, 0, levels.luma, number * 16);
        if (count != 0 && reconstruct(source, samples, at, before, number * 16, rate)) {
            levels.lumaCounts[number] = count;
        }
    }

    /** Adds {@code block} to the prediction unless the error that this removes is worth less than the levels' bits. */
    private boolean reconstruct(int[] source, int[] samples, int at, int before, int scanAt, RateModel rate) {
        if (rate == null) {
            Transform.addInverse(block, samples, at, 16);
            return true;
        }
        save(samples, at, 16);
        Transform.addInverse(block, samples, at, 16);
        int after = RateModel.squaredError4x4(source, samples, at, 16);
        if (before - after > rate.ofSquaredError(RateModel.block(levels.luma, scanAt, 0))) {
            return true;
        }
        put(saved, samples, at, 16);
        return false;
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
    void wholeLuma(int[] source, int[] samples, int parameter) {
        Quantiser quantiser = quantisers.get(parameter);
        for (int number = 0; number < 16; number++) {
            Transform.forward(source, samples, (number >> 2) * 64 + (number & 3) * 4, 16, block);
            dc[number] = block[0];
            levels.lumaCounts[number] = quantiser.quantise(block, 1, levels.luma, number * 16);
            System.arraycopy(block, 0, scaled, number * 16, 16);
        }
        levels.lumaDcCount = quantiser.quantiseLumaDc(dc, levels.lumaDc);
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
     * @param rate what bits cost, so that AC levels that are not worth theirs are dropped; null to keep all
     */
    void chroma(int[] source, int[] samples, int parameter, RateModel rate) {
        if (rate != null && RateModel.squaredError(source, samples, Samples.BLUE, Samples.COUNT) <= rate.leastBlock()) {
            Arrays.fill(levels.chromaCounts, 0);
            Arrays.fill(levels.chromaDcCounts, 0);
            return;
        }
        Quantiser quantiser = quantisers.get(Quantiser.chromaParameter(parameter));
        for (int number = 0; number < 8; number++) {
            Transform.forward(source, samples, chromaAt(number), 8, block);
            chromaDc[number] = block[0];
            levels.chromaCounts[number] = quantiser.quantise(block, 1, levels.chroma, number * 16);
            System.arraycopy(block, 0, scaled, number * 16, 16);
        }
        levels.chromaDcCounts[0] = quantiser.quantiseChromaDc(chromaDc, levels.chromaDc, 0);
        levels.chromaDcCounts[1] = quantiser.quantiseChromaDc(chromaDc, levels.chromaDc, 4);
        for (int number = 0; number < 8; number++) {
            chromaBlock(number, source, samples, rate);
        }
    }

    private void chromaBlock(int number, int[] source, int[] samples, RateModel rate) {
        int at = chromaAt(number);
        save(samples, at, 8);
        if (chromaDc[number] != 0) {
            Arrays.fill(block, 0);
            block[0] = chromaDc[number];
            Transform.addInverse(block, samples, at, 8);
        }
        if (levels.chromaCounts[number] == 0) {
            return;
        }
        int before = RateModel.squaredError4x4(source, samples, at, 8);
        int[] prediction = saved;
        saved = spare;
        spare = prediction;
        save(samples, at, 8);
        put(prediction, samples, at, 8);
        System.arraycopy(scaled, number * 16, block, 0, 16);
        block[0] = chromaDc[number];
        Transform.addInverse(block, samples, at, 8);
        if (rate != null) {
            int after = RateModel.squaredError4x4(source, samples, at, 8);
            if (before - after <= rate.ofSquaredError(RateModel.block(levels.chroma, number * 16, 1))) {
                put(saved, samples, at, 8);
                levels.chromaCounts[number] = 0;
            }
        }
    }

    private static int chromaAt(int number) {
        return Samples.BLUE + (number >> 2) * 64 + (number >> 1 & 1) * 32 + (number & 1) * 4;
    }
}
