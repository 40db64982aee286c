package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.BitSet;
import org.epochreel.video.YuvPicture;

/**
 * Codes a picture by intra prediction alone. How a macroblock is predicted (as one 16x16 block or as sixteen 4x4
 * blocks, and in which modes) is decided by squared error and estimated bits, and kept: a macroblock whose source has
 * not changed since the last intra picture is coded the same way again, which costs a tenth of the time and keeps
 * still areas still.
 */
final class IntraPicture {

    private static final int WHOLE = -1;
    private static final int MIXED = -1;
    private static final int DECISION = 17;

    /** Quarter bits of a predicted 4x4 mode, of another one, and of the type and modes of a 16x16 macroblock. */
    private static final int PREDICTED_MODE = 2;
    private static final int OTHER_MODE = 14;
    private static final int WHOLE_TYPE = 12;

    /** How much coarser a macroblock is quantised that has too many bits. */
    private static final int COARSER = 4;

    private final MacroblockGrid grid;
    private final IntraSyntax syntax;
    private final ResidualCoder coder = new ResidualCoder(new FlatBlocks());
    private final Coefficients levels = coder.levels();
    private final IntraPrediction prediction = new IntraPrediction();
    private final ImmutableList<RateModel> rates;

    private final int[] source = new int[Samples.COUNT];
    private final int[] samples = new int[Samples.COUNT];
    private final int[] trial = new int[Samples.COUNT];
    private final int[] before = new int[Samples.COUNT];
    private final int[] remaining = new int[16];
    /** For each macroblock: 16 modes of 4x4 blocks, or WHOLE and the 16x16 mode; then the chroma mode. */
    private final byte[] decisions;
    /** Intra4x4PredMode for contexts, DC in 16x16 macroblocks, in a grid of 4x4 blocks with a border of -1. */
    private final byte[] modes;
    private final int modeStride;
    /** For each macroblock whose source is of one colour: that colour; MIXED for others. */
    private final int[] colours;
    /** The levels of each macroblock; null where it continues a plain area and has none. */
    private final short[][] kept;
    /** Macroblocks of this picture whose reconstruction differs from that in the intra picture before. */
    private final BitSet altered = new BitSet();
    /** The quantiser of each macroblock: that of the picture but for those that would have had too many bits. */
    private final byte[] quantiserOf;
    private int lastQuantiser;
    /** Whether the reconstruction of such a macroblock is of that colour, too. */
    private final boolean[] plain;

    IntraPicture(MacroblockGrid grid, IntraSyntax syntax, ImmutableList<RateModel> rates) {
        this.grid = grid;
        this.syntax = syntax;
        this.rates = rates;
        this.decisions = new byte[grid.macroblocks() * DECISION];
        this.modeStride = grid.columns() * 4 + 1;
        this.modes = new byte[(grid.rows() * 4 + 1) * modeStride];
        Arrays.fill(modes, (byte) -1);
        this.colours = new int[grid.macroblocks()];
        this.quantiserOf = new byte[grid.macroblocks()];
        this.kept = new short[grid.macroblocks()][];
        this.plain = new boolean[grid.macroblocks()];
    }

    /**
     * Writes all macroblocks of an I slice but its end.
     *
     * @param undecided macroblocks that changed since the last intra picture; all others keep their decisions
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
                    quantiserOf[macroblock] = (byte) quantiser;
                    anew(picture, macroblock, changed, reconstruction);
                }
                while (!write(macroblock)) {
                    quantiserOf[macroblock] = (byte) Math.min(Quantisers.COARSEST, quantiserOf[macroblock] + COARSER);
                    anew(picture, macroblock, false, reconstruction);
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
    private void anew(YuvPicture picture, int macroblock, boolean changed, YuvPicture reconstruction) {
        int quantiser = quantiserOf[macroblock];
        if (changed) {
            colours[macroblock] = Samples.colour(picture, macroblock, MIXED);
        }
        Samples.load(reconstruction, macroblock, before);
        if (continuesPlainArea(macroblock)) {
            plain(macroblock, reconstruction);
        } else {
            Samples.load(picture, macroblock, source);
            macroblock(macroblock, changed, quantiser, rates.get(quantiser), reconstruction);
            kept[macroblock] = levels.pack();
            int colour = colours[macroblock];
            plain[macroblock] = colour != MIXED && Samples.colour(reconstruction, macroblock, MIXED) == colour;
        }
        Samples.load(reconstruction, macroblock, samples);
        altered.set(macroblock, !Arrays.equals(before, samples));
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
        int chromaMode = decisions[decision + 16];
        int change = quantiserOf[macroblock] - lastQuantiser;
        if (decisions[decision] == WHOLE) {
            syntax.writeWhole(cell, decisions[decision + 1], chromaMode, change, levels);
        } else {
            for (int order = 0; order < 16; order++) {
                int mode = decisions[decision + order];
                int predicted = predictedMode(modeCell(macroblock, ResidualSyntax.LUMA_ORDER[order]));
                remaining[order] = mode == predicted ? -1 : mode < predicted ? mode : mode - 1;
            }
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
        decisions[macroblock * DECISION + 16] = 0;
        fillModes(macroblock);
        plain[macroblock] = true;
        kept[macroblock] = null;
        Samples.copy(reconstruction, above ? macroblock - grid.columns() : macroblock - 1, macroblock);
    }

    private void macroblock(int macroblock, boolean undecided, int quantiser, RateModel rate, YuvPicture target) {
        boolean left = macroblock % grid.columns() != 0;
        boolean above = macroblock >= grid.columns();
        int decision = macroblock * DECISION;
        if (undecided) {
            decideLuma(macroblock, decision, left, above, quantiser, rate, target);
            decideChroma(macroblock, decision, left, above, target);
        }
        int chromaMode = decisions[decision + 16];
        if (decisions[decision] == WHOLE) {
            int mode = decisions[decision + 1];
            predictWhole(macroblock, mode, left, above, target, samples);
            coder.wholeLuma(source, samples, quantiser);
            fillModes(macroblock);
        } else {
            levels.lumaDcCount = 0;
            blocks(macroblock, decision, false, quantiser, rate, target);
        }
        chroma(macroblock, chromaMode, left, above, quantiser, target);
        Samples.store(samples, target, macroblock);
    }

    private void decideLuma(int macroblock, int decision, boolean left, boolean above, int quantiser, RateModel rate,
            YuvPicture target) {
        int mode = bestWhole(macroblock, left, above, target);
        predictWhole(macroblock, mode, left, above, target, samples);
        double wholeCost = RateModel.squaredError(source, samples, 0, 256);
        if (wholeCost > 0) {
            coder.wholeLuma(source, samples, quantiser);
            wholeCost = RateModel.squaredError(source, samples, 0, 256) + rate.ofSquaredError(wholeBits());
            double blocksCost = blocks(macroblock, decision, true, quantiser, rate, target);
            if (blocksCost < wholeCost) {
                return;
            }
        }
        decisions[decision] = WHOLE;
        decisions[decision + 1] = (byte) mode;
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
        IntraPrediction.whole(target.luma(), Samples.lumaAt(target, macroblock), target.lumaStride(), 16, mode, left,
                above, out, 0);
    }

    /**
     * Codes the luma as sixteen 4x4 blocks, each predicted from those before it.
     *
     * @param decide whether to choose the modes anew; otherwise those decided before hold
     * @return squared error and bits
     */
    private double blocks(int macroblock, int decision, boolean decide, int quantiser, RateModel rate,
            YuvPicture target) {
        int from = Samples.lumaAt(target, macroblock);
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
            int mode = decide ? bestMode(inside, predicted, rate) : decisions[decision + order];
            decisions[decision + order] = (byte) mode;
            modes[cell] = (byte) mode;
            prediction.block(mode, samples, inside);
            coder.lumaBlock(block, source, samples, quantiser, rates.get(quantiser));
            store(samples, inside, target.luma(), at, stride);
            bits += mode == predicted ? PREDICTED_MODE : OTHER_MODE;
            if (levels.lumaCounts[block] != 0) {
                bits += RateModel.block(levels.luma, block * 16, 0);
            }
        }
        return RateModel.squaredError(source, samples, 0, 256) + rate.ofSquaredError(bits);
    }

    private static void store(int[] samples, int inside, byte[] plane, int at, int stride) {
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                plane[at + y * stride + x] = (byte) samples[inside + y * 16 + x];
            }
        }
    }

    private int bestMode(int inside, int predicted, RateModel rate) {
        int best = IntraPrediction.DC;
        int least = Integer.MAX_VALUE;
        for (int mode = 0; mode < IntraPrediction.MODES; mode++) {
            if (prediction.available(mode)) {
                int error = prediction.error(mode, source, inside)
                        + rate.ofAbsoluteError(mode == predicted ? PREDICTED_MODE : OTHER_MODE);
                if (error < least) {
                    least = error;
                    best = mode;
                }
            }
        }
        return best;
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

    private void fillModes(int macroblock) {
        for (int block = 0; block < 16; block++) {
            modes[modeCell(macroblock, block)] = IntraPrediction.DC;
        }
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

    private void decideChroma(int macroblock, int decision, boolean left, boolean above, YuvPicture target) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int mode = 0; mode <= 2; mode++) {
            if (mode == 1 && !left || mode == 2 && !above) {
                continue;
            }
            predictChroma(macroblock, mode, left, above, target, trial);
            int error = RateModel.absoluteError(source, trial, Samples.BLUE, Samples.COUNT);
            if (error < least) {
                least = error;
                best = mode;
            }
        }
        decisions[decision + 16] = (byte) best;
    }

    private void chroma(int macroblock, int mode, boolean left, boolean above, int quantiser, YuvPicture target) {
        predictChroma(macroblock, mode, left, above, target, samples);
        coder.chroma(source, samples, quantiser, rates.get(quantiser));
    }

    /** Intra chroma prediction, clause 8.3.4: mode 0 DC, 1 horizontal, 2 vertical. */
    private static void predictChroma(int macroblock, int mode, boolean left, boolean above, YuvPicture target,
            int[] out) {
        predictChroma(target.blueChroma(), macroblock, mode, left, above, target, out, Samples.BLUE);
        predictChroma(target.redChroma(), macroblock, mode, left, above, target, out, Samples.RED);
    }

    private static void predictChroma(byte[] plane, int macroblock, int mode, boolean left, boolean above,
            YuvPicture target, int[] out, int at) {
        int from = Samples.chromaAt(target, macroblock);
        int stride = target.chromaStride();
        if (mode == 0) {
            IntraPrediction.chromaDc(plane, from, stride, left, above, out, at);
        } else {
            int whole = mode == 1 ? IntraPrediction.WHOLE_HORIZONTAL : IntraPrediction.WHOLE_VERTICAL;
            IntraPrediction.whole(plane, from, stride, 8, whole, left, above, out, at);
        }
    }
}
