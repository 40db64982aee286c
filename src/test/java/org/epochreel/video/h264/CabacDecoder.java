package org.epochreel.video.h264;

import org.jcodec.codecs.common.biari.MConst;
import org.jcodec.codecs.h264.decode.CABACContst;

/**
 * Reads an RBSP: header codes of clause 9.1, then arithmetic codes by the flow charts of clauses 9.3.1.2 and 9.3.3.2.
 */
final class CabacDecoder {

    private final byte[] rbsp;
    private final int length;
    private int position;
    private final int[] state = new int[460];
    private final int[] moreProbable = new int[460];
    private int range;
    private int offset;

    /** @param unit a NAL unit, its emulation prevention still in it */
    CabacDecoder(byte[] unit) {
        rbsp = new byte[unit.length];
        int count = 0;
        for (int i = 1; i < unit.length; i++) {
            if (i >= 3 && unit[i] == 3 && unit[i - 1] == 0 && unit[i - 2] == 0) {
                continue;
            }
            rbsp[count++] = unit[i];
        }
        length = count;
    }

    int bit() {
        int bit = position >> 3 < length ? rbsp[position >> 3] >> 7 - (position & 7) & 1 : 0;
        position++;
        return bit;
    }

    /** Bits read so far. */
    int position() {
        return position;
    }

    int unsigned(int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            value = 2 * value + bit();
        }
        return value;
    }

    int expGolomb() {
        int zeros = 0;
        while (bit() == 0) {
            zeros++;
        }
        return (1 << zeros) - 1 + unsigned(zeros);
    }

    int signedExpGolomb() {
        int code = expGolomb();
        return (code & 1) == 1 ? (code + 1) / 2 : -code / 2;
    }

    void startArithmetic(int initialisation, int quantiser) {
        while ((position & 7) != 0) {
            if (bit() != 1) {
                throw new AssertionError("cabac_alignment_one_bit is 0");
            }
        }
        for (int i = 0; i < 460; i++) {
            int m = initialisation < 0 ? CABACContst.cabac_context_init_I_A[i]
                    : CABACContst.cabac_context_init_PB_A[initialisation][i];
            int n = initialisation < 0 ? CABACContst.cabac_context_init_I_B[i]
                    : CABACContst.cabac_context_init_PB_B[initialisation][i];
            int preState = Math.max(1, Math.min(126, (m * quantiser >> 4) + n));
            moreProbable[i] = preState <= 63 ? 0 : 1;
            state[i] = preState <= 63 ? 63 - preState : preState - 64;
        }
        range = 510;
        offset = unsigned(9);
    }

    int decision(int context) {
        int lessProbable = MConst.rangeLPS[range >> 6 & 3][state[context]];
        range -= lessProbable;
        int bin;
        if (offset >= range) {
            bin = 1 - moreProbable[context];
            offset -= range;
            range = lessProbable;
            if (state[context] == 0) {
                moreProbable[context] = 1 - moreProbable[context];
            }
            state[context] = MConst.transitLPS[state[context]];
        } else {
            bin = moreProbable[context];
            state[context] = Math.min(62, state[context] + 1);
        }
        renormalise();
        return bin;
    }

    int bypass() {
        offset = 2 * offset + bit();
        if (offset < range) {
            return 0;
        }
        offset -= range;
        return 1;
    }

    int terminate() {
        range -= 2;
        if (offset >= range) {
            return 1;
        }
        renormalise();
        return 0;
    }

    private void renormalise() {
        while (range < 256) {
            range *= 2;
            offset = 2 * offset + bit();
        }
    }

    int bypassExpGolomb(int order) {
        int k = order;
        int value = 0;
        while (bypass() == 1) {
            value += 1 << k;
            k++;
        }
        while (k-- > 0) {
            value += bypass() << k;
        }
        return value;
    }
}
