package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.macroblock.PSliceDecision;
import org.epochreel.video.h264.predict.ColumnMotion;
import org.epochreel.video.h264.predict.FlatBlocks;
import org.epochreel.video.h264.predict.MacroblockGrid;
import org.epochreel.video.h264.predict.Motion;
import org.epochreel.video.h264.predict.MotionField;
import org.epochreel.video.h264.predict.PackedSamples;
import org.epochreel.video.h264.predict.PictureSamples;
import org.epochreel.video.h264.predict.RateModel;
import org.epochreel.video.h264.predict.Reference;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.h264.residual.ResidualCoder;
import org.epochreel.video.h264.syntax.PSliceSyntax;
import org.epochreel.video.stream.YuvPicture;

/**
 * Codes a picture by what changed since the previous one: everything else is skipped, and the decoder shows it again
 * sample for sample.
 */
final class PSlicePicture {

    /** Quarter bits of a macroblock's type, skip flag and coded block pattern. */
    private static final int OVERHEAD = 24;

    /** Quarter bits of a change to the quantiser and back. */
    private static final int QUANTISER_CHANGE = 24;

    /** The squared error in flat blocks from which on a macroblock is tried with the quantiser of those at rest. */
    private static final int TRACE = 250;

    /** How much coarser a macroblock is quantised that has too many bits. */
    private static final int COARSER = 4;

    private final MacroblockGrid grid;
    private final PSliceSyntax syntax;
    private final MotionField field;
    private final PSliceDecision decision;
    private final FlatBlocks flat = new FlatBlocks();
    private final ImmutableList<RateModel> rates;

    private final int[] source = new int[PictureSamples.COUNT];
    private final int[] prediction = new int[PictureSamples.COUNT];
    private final int[] skipped = new int[PictureSamples.COUNT];
    private final long[] packed = new long[PackedSamples.COUNT];
    private final Motion motion = new Motion();
    private final Motion still = new Motion();
    private final BitSet work = new BitSet();
    /** Levels and reconstruction of the macroblock, and those of another attempt at it. */
    private ResidualCoder coder = new ResidualCoder(flat);
    private ResidualCoder otherCoder = new ResidualCoder(flat);
    private int[] samples = new int[PictureSamples.COUNT];
    private int[] otherSamples = new int[PictureSamples.COUNT];
    private int lastQuantiser;

    PSlicePicture(MacroblockGrid grid, PSliceSyntax syntax, MotionField field, ColumnMotion columns,
            ImmutableList<RateModel> rates) {
        this.grid = grid;
        this.syntax = syntax;
        this.field = field;
        this.rates = rates;
        this.decision = new PSliceDecision(field, columns, flat);
    }

    /**
     * Writes all macroblocks of a P slice but its end.
     *
     * @param work which macroblocks to code, and with which quantisers
     * @param longTerm the second reference, or null if there is one only
     * @param reconstruction equal to {@code previous}; becomes the picture that a decoder gets
     * @param altered receives the macroblocks in which the two then differ
     */
    void encode(YuvPicture picture, BitSet moving, BitSet resting, Quantisers quantisers, Reference previous,
            Reference longTerm, Reference reconstruction, BitSet altered, CabacEncoder cabac) {
        syntax.startPicture(longTerm == null ? 1 : 2);
        lastQuantiser = quantisers.moving();
        work.clear();
        work.or(moving);
        work.or(resting);
        for (int row = 0; row < grid.rows(); row++) {
            int end = (row + 1) * grid.columns();
            int macroblock = row * grid.columns();
            while (macroblock < end) {
                int next = work.nextSetBit(macroblock);
                macroblock = repeatUpTo(macroblock, next < 0 || next > end ? end : next, cabac);
                if (macroblock < end) {
                    goOn(macroblock, cabac);
                    PictureSamples.load(picture, macroblock, source);
                    int column = macroblock - row * grid.columns();
                    if (moving.get(macroblock) ? move(macroblock, column, row, quantisers, previous, longTerm)
                            : refine(macroblock, quantisers.rest(), previous)) {
                        reconstruction.store(samples, macroblock);
                        altered.set(macroblock);
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

    /** Repeats the macroblocks of a row from {@code first} to the one before {@code end}; returns {@code end}. */
    private int repeatUpTo(int first, int end, CabacEncoder cabac) {
        if (first < end) {
            goOn(first, cabac);
            repeat(first);
        }
        // From here on the macroblock to the left stands still, so a skipped one does, too (clause 8.4.1.1).
        if (first + 1 < end) {
            syntax.skipRow(grid.cell(first + 1), end - first - 1);
        }
        return end;
    }

    /** Writes a macroblock that shows the previous picture's samples again. */
    private void repeat(int macroblock) {
        field.inferSkip(macroblock);
        if ((field.predictedX() | field.predictedY()) == 0) {
            syntax.skip(grid.cell(macroblock));
        } else {
            still.setWhole(0, 0, 0);
            syntax.write(macroblock, still, 0, 0, coder.levels());
        }
    }

    /** Codes a macroblock that changed; returns whether {@link #samples} differ from the previous picture's. */
    private boolean move(int macroblock, int column, int row, Quantisers quantisers, Reference previous,
            Reference longTerm) {
        int quantiser = quantisers.moving();
        RateModel rate = rates.get(quantiser);
        flat.find(source);
        decision.decide(macroblock, column, row, source, previous, longTerm, rate, motion, prediction);
        coder.macroblock(source, prediction, samples, quantiser, rate);
        double cost = coder.error() + rate.ofSquaredError(coder.bits() + OVERHEAD);
        if (coder.flatError() > TRACE && quantisers.rest() < quantiser) {
            swapAttempts();
            coder.macroblock(source, prediction, samples, quantisers.rest(), rate);
            double otherCost = coder.error() + rate.ofSquaredError(coder.bits() + OVERHEAD + QUANTISER_CHANGE);
            if (otherCost < cost) {
                cost = otherCost;
                quantiser = quantisers.rest();
            } else {
                swapAttempts();
            }
        }
        field.inferSkip(macroblock);
        int skipX = field.predictedX();
        int skipY = field.predictedY();
        if (!skipIsBetter(cost, column, row, skipX, skipY, previous)) {
            write(macroblock, quantiser);
            return true;
        }
        syntax.skip(grid.cell(macroblock));
        still.setWhole(0, skipX, skipY);
        field.set(macroblock, still);
        return (skipX | skipY) != 0;
    }

    /** Whether to skip a macroblock by the vector that it then has; if so, {@link #samples} become what that shows. */
    private boolean skipIsBetter(double cost, int column, int row, int x, int y, Reference previous) {
        if (motion.isWhole(0, x, y)) {
            if (coder.levels().pattern() != 0) {
                if (cost < coder.predictionError()) {
                    return false;
                }
                System.arraycopy(prediction, 0, samples, 0, PictureSamples.COUNT);
            }
            return true;
        }
        if (cost <= decision.leastSquaredError(x, y)
                || (x | y) != 0 && !previous.reaches(column * 16, row * 16, 16, x, y)) {
            return false;
        }
        predict(column, row, x, y, previous, skipped);
        if (cost < coder.weightedError(source, skipped)) {
            return false;
        }
        System.arraycopy(skipped, 0, samples, 0, PictureSamples.COUNT);
        return true;
    }

    private void swapAttempts() {
        ResidualCoder attempt = coder;
        coder = otherCoder;
        otherCoder = attempt;
        int[] reconstruction = samples;
        samples = otherSamples;
        otherSamples = reconstruction;
    }

    private void predict(int column, int row, int x, int y, Reference previous, int[] out) {
        previous.luma(column * 16, row * 16, 16, x, y, packed);
        PackedSamples.unpack(packed, out);
        previous.chroma(column * 16, row * 16, 16, x, y, out);
    }

    /**
     * Codes a still macroblock's remaining error; returns whether {@link #samples} differ from the previous picture's.
     */
    private boolean refine(int macroblock, int quantiser, Reference previous) {
        flat.find(source);
        PictureSamples.load(previous.picture(), macroblock, prediction);
        coder.macroblock(source, prediction, samples, quantiser, rates.get(quantiser));
        if (coder.levels().pattern() == 0) {
            repeat(macroblock);
            return false;
        }
        motion.setWhole(0, 0, 0);
        write(macroblock, quantiser);
        return true;
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
