package org.epochreel.sound.aac.code;

import java.util.Arrays;
import net.sourceforge.jaad.aac.huffman.Huffman;
import net.sourceforge.jaad.aac.syntax.ICSInfo;

/**
 * The tables of ISO/IEC 14496-3 that JAAD carries, the decoder within JCodec: the Huffman codes (4.A.1) and the
 * scale factor bands (4.5.4).
 */
public final class JaadTables {

    /** Of 48 and 44.1 kHz, which have the same bands. */
    private static final int FREQUENCY_INDEX = 3;

    private JaadTables() {
    }

    /** First line of each scale factor band of a long window, and the end of the last. */
    public static int[] longBands() {
        return bands(ICSInfo.SWB_OFFSET_LONG_WINDOW[FREQUENCY_INDEX], ICSInfo.SWB_LONG_WINDOW_COUNT[FREQUENCY_INDEX]);
    }

    /** The same of a short window. */
    public static int[] shortBands() {
        return bands(ICSInfo.SWB_OFFSET_SHORT_WINDOW[FREQUENCY_INDEX],
                ICSInfo.SWB_SHORT_WINDOW_COUNT[FREQUENCY_INDEX]);
    }

    private static int[] bands(int[] offsets, int count) {
        return Arrays.copyOf(offsets, count + 1);
    }

    /** Rows of length in bits, code and the values coded, of spectrum codebook 1 to 11. */
    static int[][] spectrumCodes(int book) {
        return Huffman.CODEBOOKS[book - 1];
    }

    /** Rows of length, code and the difference of two scale factors plus 60. */
    static int[][] scaleFactorCodes() {
        return Huffman.HCB_SF;
    }
}
