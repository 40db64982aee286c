package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import org.epochreel.video.YuvPicture;

/**
 * Codes a picture by what changed since the previous one: everything else is skipped, and the decoder shows it again
 * sample for sample.
 */
final class InterPicture {

    /** Quarter bits of a macroblock's type, skip flag and coded block pattern. */
    private static final int OVERHEAD = 24;

    private final MacroblockGrid grid;
    private final InterSyntax syntax;
    private final MotionField field;
    private final MotionCompensation compensation;
    private final InterDecision decision;
    private final Coefficients levels = new Coefficients();
    private final ResidualCoder coder = new ResidualCoder(false, levels);
    private final ImmutableList<RateModel> rates;

    private final int[] source = new int[Samples.COUNT];
    private final int[] samples = new int[Samples.COUNT];
    private final int[] skipped = new int[Samples.COUNT];
    private final Motion motion = new Motion();
    private final Motion still = new Motion();
    private final BitSet work = new BitSet();
    private int lastQuantiser;

    InterPicture(MacroblockGrid grid, InterSyntax syntax, MotionField field, YuvPicture shape,
            ImmutableList<RateModel> rates) {
        this.grid = grid;
        this.syntax = syntax;
        this.field = field;
        this.rates = rates;
        this.compensation = new MotionCompensation(shape);
        this.decision = new InterDecision(field, compensation);
    }

    /**
     * Writes all macroblocks of a P slice but its end.
     *
     * @param work which macroblocks to code, and with which quantisers
     * @param longTerm the second reference, or null if there is one only
     * @param reconstruction equal to {@code previous}; becomes the picture that a decoder gets
     * @param altered receives the macroblocks in which the two then differ
     */
    void encode(YuvPicture picture, BitSet moving, BitSet resting, Quantisers quantisers, YuvPicture previous,
            YuvPicture longTerm, YuvPicture reconstruction, BitSet altered, CabacEncoder cabac) {
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
                    Samples.load(picture, macroblock, source);
                    int column = macroblock - row * grid.columns();
                    if (moving.get(macroblock) ? move(macroblock, column, row, quantisers.moving(), previous, longTerm)
                            : refine(macroblock, quantisers.rest(), previous)) {
                        Samples.store(samples, reconstruction, macroblock);
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
            syntax.write(macroblock, still, 0, 0, levels);
        }
    }

    /** Codes a macroblock that changed; returns whether {@link #samples} differ from the previous picture's. */
    private boolean move(int macroblock, int column, int row, int quantiser, YuvPicture previous, YuvPicture longTerm) {
        RateModel rate = rates.get(quantiser);
        decision.decide(macroblock, column, row, source, previous, longTerm, rate, motion, samples);
        residual(quantiser, rate);
        int pattern = levels.lumaPattern() | levels.chromaPattern() << 4;
        double codedCost = coder.error() + rate.ofSquaredError(coder.bits() + OVERHEAD);
        field.inferSkip(macroblock);
        int skipX = field.predictedX();
        int skipY = field.predictedY();
        if (motion.isWhole(0, skipX, skipY)) {
            if (pattern != 0 && codedCost < coder.predictionError()) {
                write(macroblock, pattern, quantiser);
                return true;
            }
            if (pattern != 0) {
                predict(column, row, skipX, skipY, previous, samples);
            }
        } else {
            if (codedCost <= decision.leastSquaredError(skipX, skipY)
                    || (skipX | skipY) != 0 && !compensation.reaches(column * 16, row * 16, 16, skipX, skipY)) {
                write(macroblock, pattern, quantiser);
                return true;
            }
            predict(column, row, skipX, skipY, previous, skipped);
            if (codedCost < RateModel.squaredError(source, skipped, 0, Samples.COUNT)) {
                write(macroblock, pattern, quantiser);
                return true;
            }
            System.arraycopy(skipped, 0, samples, 0, Samples.COUNT);
        }
        syntax.skip(grid.cell(macroblock));
        still.setWhole(0, skipX, skipY);
        field.set(macroblock, still);
        return (skipX | skipY) != 0;
    }

    private void predict(int column, int row, int x, int y, YuvPicture previous, int[] out) {
        compensation.luma(previous, column * 16, row * 16, 16, x, y, out);
        compensation.chroma(previous, column * 16, row * 16, 16, x, y, out);
    }

    /**
     * Codes a still macroblock's remaining error; returns whether {@link #samples} differ from the previous picture's.
     */
    private boolean refine(int macroblock, int quantiser, YuvPicture previous) {
        Samples.load(previous, macroblock, samples);
        residual(quantiser, rates.get(quantiser));
        int pattern = levels.lumaPattern() | levels.chromaPattern() << 4;
        if (pattern == 0) {
            repeat(macroblock);
            return false;
        }
        motion.setWhole(0, 0, 0);
        motion.partitioning = Motion.Partitioning.WHOLE;
        write(macroblock, pattern, quantiser);
        return true;
    }

    /** Codes what the prediction in {@link #samples} leaves. */
    private void residual(int quantiser, RateModel rate) {
        coder.clearSums();
        for (int block = 0; block < 16; block++) {
            coder.lumaBlock(block, source, samples, quantiser, rate);
        }
        coder.chroma(source, samples, quantiser, rate);
    }

    private void write(int macroblock, int pattern, int quantiser) {
        syntax.write(macroblock, motion, pattern, quantiser - lastQuantiser, levels);
        if (pattern != 0) {
            lastQuantiser = quantiser;
        }
    }
}
