package org.epochreel.video.h264.cabac;

import org.jcodec.codecs.common.biari.MConst;
import org.jcodec.codecs.h264.decode.CABACContst;

/** The numbers of clause 9.3, taken from JCodec and laid out for one lookup per bin. */
final class CabacTables {

    /** Contexts up to the last that a frame with 4x4 transforms uses (Table 9-34). */
    static final int CONTEXTS = 460;

    /** Table 9-44 at {@code (pStateIdx * 2 + valMPS) * 4 + qCodIRangeIdx}. */
    static final short[] RANGE_OF_LESS_PROBABLE = rangeOfLessProbable();

    /** Table 9-45 at {@code (pStateIdx * 2 + valMPS) * 2 + bin}, each entry again {@code pStateIdx * 2 + valMPS}. */
    static final byte[] NEXT_STATE = nextState();

    /** At {@code codIRange >> 3}, for a range from 6 to 255, by how many bits RenormE shifts (clause 9.3.4.2). */
    static final byte[] SHIFT_OF_RANGE = shiftOfRange();

    private static final int STATES = 64;
    private static final int LAST_ADAPTIVE_STATE = 62;

    private CabacTables() {}

    private static short[] rangeOfLessProbable() {
        short[] table = new short[STATES * 8];
        for (int state = 0; state < 2 * STATES; state++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                table[state * 4 + quarter] = (short) MConst.rangeLPS[quarter][state >> 1];
            }
        }
        return table;
    }

    private static byte[] shiftOfRange() {
        byte[] table = new byte[32];
        for (int range = 6; range < 256; range++) {
            table[range >> 3] = (byte) (Integer.numberOfLeadingZeros(range) - 23);
        }
        return table;
    }

    private static byte[] nextState() {
        byte[] table = new byte[STATES * 4];
        for (int state = 0; state < STATES; state++) {
            for (int moreProbable = 0; moreProbable < 2; moreProbable++) {
                int afterMoreProbable = state < LAST_ADAPTIVE_STATE ? state + 1 : state;
                int swapped = state == 0 ? 1 - moreProbable : moreProbable;
                int row = (state * 2 + moreProbable) * 2;
                table[row + moreProbable] = (byte) (afterMoreProbable * 2 + moreProbable);
                table[row + 1 - moreProbable] = (byte) (MConst.transitLPS[state] * 2 + swapped);
            }
        }
        return table;
    }

    /**
     * The states at the start of a slice, each {@code pStateIdx * 2 + valMPS} (clause 9.3.1.1).
     *
     * @param initialisation cabac_init_idc of a P slice, or -1 for an I slice
     * @param quantiser the slice's, 0 to 51
     */
    static void initialise(byte[] states, int initialisation, int quantiser) {
        boolean intra = initialisation < 0;
        int[] slopes = intra ? CABACContst.cabac_context_init_I_A : CABACContst.cabac_context_init_PB_A[initialisation];
        int[] offsets = intra ? CABACContst.cabac_context_init_I_B
                : CABACContst.cabac_context_init_PB_B[initialisation];
        for (int context = 0; context < CONTEXTS; context++) {
            int state = Math.min(126, Math.max(1, (slopes[context] * quantiser >> 4) + offsets[context]));
            states[context] = (byte) (state <= 63 ? (63 - state) * 2 : (state - 64) * 2 + 1);
        }
    }
}
