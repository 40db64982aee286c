package org.epochreel.video.h264.syntax;

import java.util.Arrays;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.predict.MacroblockGrid;
import org.epochreel.video.h264.residual.Coefficients;
import org.epochreel.video.h264.residual.LevelChoice;
import org.epochreel.video.h264.residual.ResidualSyntax;

/** Writes the macroblocks of an I slice (clauses 7.3.4, 7.3.5 and 7.3.5.1) by the contexts of clause 9.3.3.1.1. */
public final class IntraSyntax {

    /** ctxIdxOffset of the syntax elements, Table 9-34. */
    private static final int MB_TYPE = 3;
    private static final int INTRA_CHROMA_PRED_MODE = 64;
    private static final int PREV_INTRA4X4_PRED_MODE_FLAG = 68;
    private static final int REM_INTRA4X4_PRED_MODE = 69;

    private final CabacEncoder cabac;
    private final MacroblockGrid grid;
    private final CommonSyntax common;
    private final ResidualSyntax residual;
    /** 1 where a macroblock is Intra16x16. */
    private final byte[] whole;
    /** 1 where intra_chroma_pred_mode is not 0. */
    private final byte[] chroma;

    public IntraSyntax(CabacEncoder cabac, MacroblockGrid grid, CommonSyntax common, ResidualSyntax residual) {
        this.cabac = cabac;
        this.grid = grid;
        this.common = common;
        this.residual = residual;
        this.whole = new byte[grid.cells()];
        this.chroma = new byte[grid.cells()];
    }

    /** A choice of levels by what they would cost where the macroblock to be written next is. */
    public LevelChoice levelChoice() {
        return new LevelChoice(cabac);
    }

    public void startPicture() {
        Arrays.fill(whole, (byte) 0);
        Arrays.fill(chroma, (byte) 0);
        common.startPicture();
        residual.startPicture(true);
    }

    /**
     * Takes back the macroblock written last, if not by {@link #writePlain}, if it has more bits than it may have.
     *
     * @return whether it did, so that it needs writing again
     */
    public boolean takeBackIfTooLong() {
        return common.takeBackIfTooLong();
    }

    /**
     * Writes an I_16x16 macroblock, whose luma AC is coded in all blocks or in none.
     *
     * @param mode Intra16x16PredMode
     * @param chromaMode intra_chroma_pred_mode
     * @param quantiserChange mb_qp_delta
     */
    public void writeWhole(int cell, int mode, int chromaMode, int quantiserChange, Coefficients levels) {
        common.mark();
        boolean ac = levels.lumaPattern() != 0;
        int chromaPattern = levels.chromaPattern();
        cabac.encode(MB_TYPE + typeContext(cell), 1);
        cabac.goOn();
        cabac.encode(MB_TYPE + 3, ac ? 1 : 0);
        cabac.encode(MB_TYPE + 4, chromaPattern != 0 ? 1 : 0);
        if (chromaPattern != 0) {
            cabac.encode(MB_TYPE + 5, chromaPattern - 1);
        }
        cabac.encode(MB_TYPE + 6, mode >> 1);
        cabac.encode(MB_TYPE + 7, mode & 1);
        whole[cell] = 1;
        chromaMode(cell, chromaMode);
        int pattern = (ac ? 15 : 0) | chromaPattern << 4;
        common.impliedPattern(cell, pattern);
        common.quantiserChange(quantiserChange);
        residual.write(cell, levels, pattern, true);
    }

    /**
     * Writes an I_16x16 macroblock without a level, in chroma predicted by its mean.
     *
     * @param mode Intra16x16PredMode
     */
    public void writePlain(int cell, int mode) {
        cabac.ensureRoom();
        cabac.encode(MB_TYPE + typeContext(cell), 1);
        cabac.goOn();
        cabac.encode(MB_TYPE + 3, 0);
        cabac.encode(MB_TYPE + 4, 0);
        cabac.encode(MB_TYPE + 6, mode >> 1);
        cabac.encode(MB_TYPE + 7, mode & 1);
        whole[cell] = 1;
        chromaMode(cell, 0);
        common.quantiserChange(0);
        residual.writeNothing(cell);
    }

    /**
     * Writes an I_NxN macroblock of 4x4 blocks.
     *
     * @param remaining for each block in coding order: rem_intra4x4_pred_mode, or -1 where the predicted mode holds
     * @param quantiserChange mb_qp_delta, if there are levels
     */
    public void writeBlocks(int cell, int[] remaining, int chromaMode, int quantiserChange, Coefficients levels) {
        common.mark();
        cabac.encode(MB_TYPE + typeContext(cell), 0);
        for (int mode : remaining) {
            cabac.encode(PREV_INTRA4X4_PRED_MODE_FLAG, mode < 0 ? 1 : 0);
            if (mode >= 0) {
                cabac.encode(REM_INTRA4X4_PRED_MODE, mode & 1);
                cabac.encode(REM_INTRA4X4_PRED_MODE, mode >> 1 & 1);
                cabac.encode(REM_INTRA4X4_PRED_MODE, mode >> 2);
            }
        }
        chromaMode(cell, chromaMode);
        int pattern = levels.lumaPattern() | levels.chromaPattern() << 4;
        common.codedBlockPattern(cell, pattern);
        if (pattern != 0) {
            common.quantiserChange(quantiserChange);
            residual.write(cell, levels, pattern, false);
        } else {
            residual.skip(cell);
            common.noQuantiserChange();
        }
    }

    private int typeContext(int cell) {
        return whole[cell - 1] + whole[cell - grid.stride()];
    }

    /** intra_chroma_pred_mode: truncated unary up to 3 (clause 9.3.3.1.1.8). */
    private void chromaMode(int cell, int mode) {
        int context = chroma[cell - 1] + chroma[cell - grid.stride()];
        cabac.encode(INTRA_CHROMA_PRED_MODE + context, mode == 0 ? 0 : 1);
        for (int i = 1; i <= Math.min(mode, 2); i++) {
            cabac.encode(INTRA_CHROMA_PRED_MODE + 3, i == mode ? 0 : 1);
        }
        chroma[cell] = (byte) (mode == 0 ? 0 : 1);
    }
}
