package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.BitSet;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.macroblock.IntraBlocks;
import org.epochreel.video.h264.macroblock.Visibility;
import org.epochreel.video.h264.predict.IntraPrediction;
import org.epochreel.video.h264.predict.MacroblockGrid;
import org.epochreel.video.h264.predict.PictureSamples;
import org.epochreel.video.h264.predict.RateModel;
import org.epochreel.video.h264.residual.Coefficients;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.h264.residual.ResidualCoder;
import org.epochreel.video.h264.syntax.IntraSyntax;
import org.epochreel.video.stream.YuvPicture;

/**
 * Codes a picture by intra prediction alone. How a macroblock is quantised is decided by what its surroundings hide,
 * how it is predicted (as one 16x16 block or as 4x4 blocks, and in which modes) by squared error and estimated bits.
 * Both are kept: a macroblock whose source has not changed since the last intra picture is coded the same way again,
 * which costs a tenth of the time and keeps still areas still.
 */
final class IntraPicture {

    private static final int WHOLE = -1;
    private static final int MIXED = -1;

    /** Where the decisions of a macroblock have the quantisers of its blocks and the chroma mode, and how many. */
    private static final int BLOCK_QUANTISERS = 16;
    private static final int CHROMA_MODE = 32;
    private static final int DECISION = 33;

    /** Quarter bits of the type and mode of a 16x16 macroblock. */
    private static final int WHOLE_TYPE = 12;

    /** Squared error from which on a macroblock is not tried as one 16x16 block: its residual would be dear. */
    private static final int BUSY = 1000;

    /**
     * How much finer the quantiser is that sets the price of bits in chroma, which is coarse already: half the
     * resolution, and a step chosen by what luma hides.
     */
    private static final int CHEAPER_IN_CHROMA = 4;

    /** How much coarser a macroblock is quantised that has too many bits. */
    private static final int COARSER = 4;

    private final MacroblockGrid grid;
    private final IntraSyntax syntax;
    private final ResidualCoder coder;
    private final Coefficients levels;
    private final Visibility visibility = new Visibility();
    private final IntraBlocks blocks;
    private final ImmutableList<RateModel> rates;

    private final int[] source = new int[PictureSamples.COUNT];
    private final int[] samples = new int[PictureSamples.COUNT];
    private final int[] trial = new int[PictureSamples.COUNT];
    private final int[] before = new int[PictureSamples.COUNT];
    private final int[] remaining = new int[16];
    /**
     * For each macroblock: 16 modes of 4x4 blocks, or WHOLE and the 16x16 mode; then the quantisers that set the price
     * of bits in its blocks; then the chroma mode.
     */
    private final byte[] decisions;
    /** For each macroblock whose source is of one colour: that colour; MIXED for others. */
    private final int[] colours;
    /** The levels of each macroblock; null where it continues a plain area and has none. */
    private final short[][] kept;
    /** Macroblocks of this picture whose reconstruction differs from that in the intra picture before. */
    private final BitSet altered = new BitSet();
    /** The quantiser of each macroblock, 0 where none is chosen yet. */
    private final byte[] quantiserOf;
    private int lastQuantiser;
    /** Whether the reconstruction of such a macroblock is of that colour, too. */
    private final boolean[] plain;

    IntraPicture(MacroblockGrid grid, IntraSyntax syntax, ImmutableList<RateModel> rates) {
        this.grid = grid;
        this.syntax = syntax;
        this.coder = ResidualCoder.ofIntra(syntax.levelChoice());
        this.levels = coder.levels();
        this.rates = rates;
        this.decisions = new byte[grid.macroblocks() * DECISION];
        this.blocks = new IntraBlocks(grid, coder, rates);
        this.colours = new int[grid.macroblocks()];
        this.quantiserOf = new byte[grid.macroblocks()];
        this.kept = new short[grid.macroblocks()][];
        this.plain = new boolean[grid.macroblocks()];
    }

    /**
     * Writes all macroblocks of an I slice but its end.
     *
     * @param undecided macroblocks that changed since the last intra picture; all others keep their decisions
     * @param quantiser what {@link Quantisers#keyframe} says
     * @param reconstruction the last intra picture as a decoder has it; becomes this one
     */
    void encode(YuvPicture picture, BitSet undecided, int quantiser, YuvPicture reconstruction, CabacEncoder cabac) {
        syntax.startPicture();
        altered.clear();
        lastQuantiser = quantiser;
        int macroblock = 0;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++, macroblock++) {
                if (macroblock > 0) {
                    cabac.goOn();
                }
                boolean changed = undecided.get(macroblock);
                if (changed || predictedFromAltered(macroblock, column)) {
                    anew(picture, macroblock, changed, quantiser, reconstruction);
                }
                while (!write(macroblock)) {
                    quantiserOf[macroblock] = (byte) Math.min(Quantisers.COARSEST, quantiserOf[macroblock] + COARSER);
                    anew(picture, macroblock, false, quantiser, reconstruction);
                    altered.set(macroblock);
                }
            }
        }
    }

    /** Macroblocks of the latest picture whose reconstruction differs from that in the intra picture before. */
    BitSet altered() {
        return altered;
    }

    /** Whether a macroblock that this one is predicted from has other samples than in the last intra picture. */
    private boolean predictedFromAltered(int macroblock, int column) {
        if (altered.isEmpty()) {
            return false;
        }
        int above = macroblock - grid.columns();
        return column > 0 && altered.get(macroblock - 1)
                || above >= 0 && (altered.get(above) || column > 0 && altered.get(above - 1)
                        || column + 1 < grid.columns() && altered.get(above + 1));
    }

    /** Finds the levels of a macroblock and reconstructs it. */
    private void anew(YuvPicture picture, int macroblock, boolean changed, int quantiser, YuvPicture reconstruction) {
        if (changed) {
            colours[macroblock] = PictureSamples.colour(picture, macroblock, MIXED);
            quantiserOf[macroblock] = 0;
        }
        PictureSamples.load(reconstruction, macroblock, before);
        if (continuesPlainArea(macroblock)) {
            plain(macroblock, reconstruction);
        } else {
            PictureSamples.load(picture, macroblock, source);
            if (quantiserOf[macroblock] == 0) {
                chooseQuantiser(picture, macroblock, quantiser);
            }
            macroblock(macroblock, changed, reconstruction);
            kept[macroblock] = levels.pack();
            int colour = colours[macroblock];
            plain[macroblock] = colour != MIXED && PictureSamples.colour(reconstruction, macroblock, MIXED) == colour;
        }
        PictureSamples.load(reconstruction, macroblock, samples);
        altered.set(macroblock, !Arrays.equals(before, samples));
    }

    private void chooseQuantiser(YuvPicture picture, int macroblock, int base) {
        visibility.find(picture, macroblock);
        quantiserOf[macroblock] = (byte) visibility.quantiser(base);
        for (int block = 0; block < 16; block++) {
            decisions[macroblock * DECISION + BLOCK_QUANTISERS + block] =
                    (byte) visibility.quantiserOfBlock(block, base);
        }
    }

    /** Writes a macroblock unless it has more bits than it may have; returns whether it did. */
    private boolean write(int macroblock) {
        int cell = grid.cell(macroblock);
        int decision = macroblock * DECISION;
        short[] packed = kept[macroblock];
        if (packed == null) {
            syntax.writePlain(cell, decisions[decision + 1]);
            return true;
        }
        levels.unpack(packed);
        int chromaMode = decisions[decision + CHROMA_MODE];
        int change = quantiserOf[macroblock] - lastQuantiser;
        if (decisions[decision] == WHOLE) {
            syntax.writeWhole(cell, decisions[decision + 1], chromaMode, change, levels);
        } else {
            blocks.remaining(macroblock, decisions, decision, remaining);
            syntax.writeBlocks(cell, remaining, chromaMode, change, levels);
        }
        if (syntax.takeBackIfTooLong()) {
            return false;
        }
        if (decisions[decision] == WHOLE || levels.pattern() != 0) {
            lastQuantiser = quantiserOf[macroblock];
        }
        return true;
    }

    /** Whether a macroblock is of the one colour that the neighbours show from which it would be predicted. */
    private boolean continuesPlainArea(int macroblock) {
        boolean left = macroblock % grid.columns() != 0;
        boolean above = macroblock >= grid.columns();
        return colours[macroblock] != MIXED && (left || above)
                && (!left || shows(macroblock - 1, colours[macroblock]))
                && (!above || shows(macroblock - grid.columns(), colours[macroblock]));
    }

    private boolean shows(int macroblock, int colour) {
        return plain[macroblock] && colours[macroblock] == colour;
    }

    /** Takes over a macroblock that its neighbours predict exactly; most of a chart's are. */
    private void plain(int macroblock, YuvPicture reconstruction) {
        decisions[macroblock * DECISION] = WHOLE;
        boolean above = macroblock >= grid.columns();
        int mode = above ? IntraPrediction.WHOLE_VERTICAL : IntraPrediction.WHOLE_HORIZONTAL;
        decisions[macroblock * DECISION + 1] = (byte) mode;
        decisions[macroblock * DECISION + CHROMA_MODE] = 0;
        blocks.skip(macroblock);
        plain[macroblock] = true;
        kept[macroblock] = null;
        PictureSamples.move(reconstruction, above ? macroblock - grid.columns() : macroblock - 1, macroblock);
    }

    private void macroblock(int macroblock, boolean undecided, YuvPicture target) {
        boolean left = macroblock % grid.columns() != 0;
        boolean above = macroblock >= grid.columns();
        int decision = macroblock * DECISION;
        if (undecided) {
            decideChroma(macroblock, decision, left, above, target);
        }
        if (!undecided || !decideLuma(macroblock, decision, left, above, quantiserOf[macroblock], target)) {
            luma(macroblock, decision, left, above, quantiserOf[macroblock], target);
        }
        int chromaMode = decisions[decision + CHROMA_MODE];
        chroma(macroblock, chromaMode, left, above, quantiserOf[macroblock], target);
        PictureSamples.store(samples, target, macroblock);
    }

    /** Codes the luma as decided. */
    private void luma(int macroblock, int decision, boolean left, boolean above, int quantiser, YuvPicture target) {
        if (decisions[decision] == WHOLE) {
            predictWhole(macroblock, decisions[decision + 1], left, above, target, samples);
            coder.wholeLuma(source, samples, quantiser);
            blocks.skip(macroblock);
        } else {
            levels.lumaDcCount = 0;
            blocks.encode(macroblock, source, samples, decisions, decision, false, quantiser, target);
        }
    }

    /** Decides how to code the luma; returns whether it is coded so already. */
    private boolean decideLuma(int macroblock, int decision, boolean left, boolean above, int quantiser,
            YuvPicture target) {
        int mode = bestWhole(macroblock, left, above, target);
        predictWhole(macroblock, mode, left, above, target, samples);
        double wholeCost = RateModel.squaredError(source, samples, 0, 256);
        if (wholeCost > 0) {
            RateModel rate = rates.get(quantiser);
            if (wholeCost > BUSY) {
                wholeCost = Double.POSITIVE_INFINITY;
            } else {
                coder.wholeLuma(source, samples, quantiser);
                wholeCost = RateModel.squaredError(source, samples, 0, 256) + rate.ofSquaredError(wholeBits());
            }
            levels.lumaDcCount = 0;
            int bits = blocks.encode(macroblock, source, samples, decisions, decision, true, quantiser, target);
            if (RateModel.squaredError(source, samples, 0, 256) + rate.ofSquaredError(bits) < wholeCost) {
                return true;
            }
        }
        decisions[decision] = WHOLE;
        decisions[decision + 1] = (byte) mode;
        return false;
    }

    private int wholeBits() {
        int bits = WHOLE_TYPE + (levels.lumaDcCount == 0 ? 0 : RateModel.block(levels.lumaDc, 0, 0));
        for (int block = 0; block < 16; block++) {
            if (levels.lumaCounts[block] != 0) {
                bits += RateModel.block(levels.luma, block * 16, 1);
            }
        }
        return bits;
    }

    private int bestWhole(int macroblock, boolean left, boolean above, YuvPicture target) {
        int best = IntraPrediction.WHOLE_DC;
        int least = Integer.MAX_VALUE;
        for (int mode = 0; mode <= IntraPrediction.WHOLE_DC; mode++) {
            if (mode == IntraPrediction.WHOLE_VERTICAL && !above || mode == IntraPrediction.WHOLE_HORIZONTAL && !left) {
                continue;
            }
            predictWhole(macroblock, mode, left, above, target, trial);
            int error = RateModel.absoluteError(source, trial, 0, 256);
            if (error < least) {
                least = error;
                best = mode;
            }
        }
        return best;
    }

    private static void predictWhole(int macroblock, int mode, boolean left, boolean above, YuvPicture target,
            int[] out) {
        IntraPrediction.whole(target.luma(), PictureSamples.lumaAt(target, macroblock), target.lumaStride(), 16, mode, left,
                above, out, 0);
    }

    private void decideChroma(int macroblock, int decision, boolean left, boolean above, YuvPicture target) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int mode = 0; mode <= 2; mode++) {
            if (mode == 1 && !left || mode == 2 && !above) {
                continue;
            }
            predictChroma(macroblock, mode, left, above, target, trial);
            int error = RateModel.absoluteError(source, trial, PictureSamples.BLUE, PictureSamples.COUNT);
            if (error < least) {
                least = error;
                best = mode;
            }
        }
        decisions[decision + CHROMA_MODE] = (byte) best;
    }

    private void chroma(int macroblock, int mode, boolean left, boolean above, int quantiser, YuvPicture target) {
        predictChroma(macroblock, mode, left, above, target, samples);
        coder.chroma(source, samples, quantiser, rates.get(quantiser - CHEAPER_IN_CHROMA));
    }

    /** Intra chroma prediction, clause 8.3.4: mode 0 DC, 1 horizontal, 2 vertical. */
    private static void predictChroma(int macroblock, int mode, boolean left, boolean above, YuvPicture target,
            int[] out) {
        predictChroma(target.blueChroma(), macroblock, mode, left, above, target, out, PictureSamples.BLUE);
        predictChroma(target.redChroma(), macroblock, mode, left, above, target, out, PictureSamples.RED);
    }

    private static void predictChroma(byte[] plane, int macroblock, int mode, boolean left, boolean above,
            YuvPicture target, int[] out, int at) {
        int from = PictureSamples.chromaAt(target, macroblock);
        int stride = target.chromaStride();
        if (mode == 0) {
            IntraPrediction.chromaDc(plane, from, stride, left, above, out, at);
        } else {
            int whole = mode == 1 ? IntraPrediction.WHOLE_HORIZONTAL : IntraPrediction.WHOLE_VERTICAL;
            IntraPrediction.whole(plane, from, stride, 8, whole, left, above, out, at);
        }
    }
}
