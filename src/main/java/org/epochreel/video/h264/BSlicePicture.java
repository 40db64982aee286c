package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.macroblock.BSliceDecision;
import org.epochreel.video.h264.predict.BSliceMotion;
import org.epochreel.video.h264.predict.BSlicePrediction;
import org.epochreel.video.h264.predict.ColumnMotion;
import org.epochreel.video.h264.predict.DirectMotion;
import org.epochreel.video.h264.predict.FlatBlocks;
import org.epochreel.video.h264.predict.MacroblockGrid;
import org.epochreel.video.h264.predict.MotionField;
import org.epochreel.video.h264.predict.PictureSamples;
import org.epochreel.video.h264.predict.RateModel;
import org.epochreel.video.h264.predict.Reference;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.h264.residual.ResidualCoder;
import org.epochreel.video.h264.residual.ResidualSyntax;
import org.epochreel.video.h264.syntax.BSliceSyntax;
import org.epochreel.video.h264.syntax.CommonSyntax;
import org.epochreel.video.stream.YuvPicture;

/**
 * Codes a picture between two others, which no picture refers to. What stands still, and what moves on evenly, is
 * skipped: the direct motion shows it.
 */
final class BSlicePicture {

    /** Quarter bits of a macroblock's type, skip flag and coded block pattern. */
    private static final int OVERHEAD = 24;

    /** The squared error in flat blocks from which on a macroblock is quantised as in an anchor. */
    private static final int TRACE = 500;

    /** How much coarser a macroblock is quantised that has too many bits. */
    private static final int COARSER = 4;

    private final MacroblockGrid grid;
    private final BSliceSyntax syntax;
    private final MotionField forward;
    private final MotionField backward;
    private final DirectMotion direct;
    private final BSlicePrediction predictions;
    private final BSliceDecision decision;
    private final FlatBlocks flat = new FlatBlocks();
    private final ResidualCoder coder = new ResidualCoder(flat);
    private final ImmutableList<RateModel> rates;

    private final int[] source = new int[PictureSamples.COUNT];
    private final int[] prediction = new int[PictureSamples.COUNT];
    private final int[] skipped = new int[PictureSamples.COUNT];
    private final int[] samples = new int[PictureSamples.COUNT];
    private final BSliceMotion motion = new BSliceMotion();
    private int lastQuantiser;

    /** @param behind the field of the P pictures */
    BSlicePicture(MacroblockGrid grid, CabacEncoder cabac, MotionField behind, CommonSyntax common,
            ResidualSyntax residual, ColumnMotion columns, ImmutableList<RateModel> rates) {
        this.grid = grid;
        this.forward = new MotionField(grid);
        this.backward = new MotionField(grid);
        this.syntax = new BSliceSyntax(cabac, grid, forward, backward, common, residual);
        this.direct = new DirectMotion(behind);
        this.predictions = new BSlicePrediction(direct);
        this.decision = new BSliceDecision(forward, backward, direct, predictions, columns, flat);
        this.rates = rates;
    }

    /**
     * Writes all macroblocks of a B slice but its end.
     *
     * @param work macroblocks that are not the same in all pictures from the one before to the one behind
     * @param since frames since {@code previous}
     * @param distance frames from {@code previous} to {@code next}
     * @param longTerm the second forward reference
     * @param reconstruction receives the macroblocks of {@code work}, all others being as in {@code next}; or null
     */
    void encode(YuvPicture picture, BitSet work, int since, int distance, Quantisers quantisers, Reference previous,
            Reference longTerm, Reference next, YuvPicture reconstruction, CabacEncoder cabac) {
        syntax.startPicture();
        direct.startPicture(since, distance);
        predictions.startPicture(previous, longTerm, next);
        decision.startPicture(since, distance);
        lastQuantiser = quantisers.between();
        for (int row = 0; row < grid.rows(); row++) {
            int end = (row + 1) * grid.columns();
            int macroblock = row * grid.columns();
            while (macroblock < end) {
                int changed = work.nextSetBit(macroblock);
                int stop = changed < 0 || changed > end ? end : changed;
                repeat(macroblock, stop, cabac);
                macroblock = stop;
                if (macroblock < end) {
                    goOn(macroblock, cabac);
                    PictureSamples.load(picture, macroblock, source);
                    code(macroblock, (macroblock - row * grid.columns()) * 16, row * 16, quantisers);
                    if (reconstruction != null) {
                        PictureSamples.store(samples, reconstruction, macroblock);
                    }
                    macroblock++;
                }
            }
        }
    }

    private static void goOn(int macroblock, CabacEncoder cabac) {
        if (macroblock > 0) {
            cabac.goOn();
        }
    }

    /** Skips macroblocks of a row that stand still. */
    private void repeat(int first, int end, CabacEncoder cabac) {
        int from = first;
        if (from == 0 && from < end) {
            syntax.skip(grid.cell(from++));
        }
        if (from < end) {
            syntax.skipRow(grid.cell(from), end - from);
        }
    }

    /** Codes a macroblock; {@link #samples} become what it shows. */
    private void code(int macroblock, int x, int y, Quantisers quantisers) {
        int quantiser = quantisers.between();
        RateModel rate = rates.get(quantiser);
        flat.find(source);
        decision.decide(macroblock, x, y, source, rate, motion, prediction);
        predictions.chroma(x, y, motion, prediction);
        coder.macroblock(source, prediction, samples, quantiser, rate);
        if (coder.flatError() > TRACE) {
            // Something new, as the digits of a number: here its traces would show.
            quantiser = quantisers.moving();
            coder.macroblock(source, prediction, samples, quantiser, rates.get(quantiser));
        }
        double cost = coder.error() + rate.ofSquaredError(coder.bits() + OVERHEAD);
        if (skipIsBetter(cost, x, y)) {
            skip(macroblock);
        } else {
            write(macroblock, quantiser);
        }
    }

    /** Whether to show the direct prediction alone; if so, {@link #samples} become that. */
    private boolean skipIsBetter(double cost, int x, int y) {
        BSliceMotion inferred = decision.directMotion();
        if (inferred == null) {
            return false;
        }
        if (motion.isDirect()) {
            if (coder.levels().pattern() != 0) {
                if (cost < coder.predictionError()) {
                    return false;
                }
                System.arraycopy(prediction, 0, samples, 0, PictureSamples.COUNT);
            }
            return true;
        }
        decision.directLuma(skipped);
        predictions.chroma(x, y, inferred, skipped);
        if (cost < coder.weightedError(source, skipped)) {
            return false;
        }
        System.arraycopy(skipped, 0, samples, 0, PictureSamples.COUNT);
        return true;
    }

    private void skip(int macroblock) {
        syntax.skip(grid.cell(macroblock));
        BSliceMotion inferred = decision.directMotion();
        forward.set(macroblock, inferred.forward);
        backward.set(macroblock, inferred.backward);
    }

    /** Writes a macroblock; if it has more bits than it may have, it is quantised coarser. */
    private void write(int macroblock, int quantiser) {
        int pattern = coder.levels().pattern();
        syntax.write(macroblock, motion, pattern, quantiser - lastQuantiser, coder.levels());
        int coarser = quantiser;
        while (syntax.takeBackIfTooLong()) {
            coarser = Math.min(Quantisers.COARSEST, coarser + COARSER);
            coder.macroblock(source, prediction, samples, coarser, rates.get(coarser));
            pattern = coder.levels().pattern();
            syntax.write(macroblock, motion, pattern, coarser - lastQuantiser, coder.levels());
        }
        if (pattern != 0) {
            lastQuantiser = coarser;
        }
    }
}
