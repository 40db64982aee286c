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
            if (i >= 3 && unit[i - 1] == 0 && unit[i - 2] == 0) {
                int value = unit[i] & 0xff;
                Refusal.unless(value >= 3, "the bytes 0, 0, " + value + " in a NAL unit (clause 7.4.1)");
                if (value == 3) {
                    Refusal.unless(i == unit.length - 1 || (unit[i + 1] & 0xff) <= 3,
                            "an emulation_prevention_three_byte that prevents nothing");
                    continue;
                }
            }
            rbsp[count++] = unit[i];
        }
        Refusal.unless(unit[unit.length - 1] != 0, "a NAL unit that ends in 0");
        length = count;
    }

    int bit() {
        Refusal.unless(position >> 3 < length, "a NAL unit that ends before its syntax does");
        int bit = rbsp[position >> 3] >> 7 - (position & 7) & 1;
        position++;
        return bit;
    }

    /** Reads rbsp_trailing_bits( ), which must be the last. */
    void trailingBits() {
        Refusal.expect(1, bit(), "rbsp_stop_one_bit");
        endAfterStopBit();
    }

    private void endAfterStopBit() {
        while ((position & 7) != 0) {
            Refusal.expect(0, bit(), "rbsp_alignment_zero_bit");
        }
        Refusal.expect(length, position / 8, "the length of the RBSP");
    }

    /** After end_of_slice_flag 1: the last bit that the arithmetic decoder has read is the rbsp_stop_one_bit. */
    void endArithmetic() {
        Refusal.expect(1, rbsp[position - 1 >> 3] >> 7 - (position - 1 & 7) & 1, "rbsp_stop_one_bit");
        endAfterStopBit();
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
            Refusal.expect(1, bit(), "cabac_alignment_one_bit");
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
