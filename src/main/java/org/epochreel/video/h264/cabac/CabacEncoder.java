package org.epochreel.video.h264.cabac;

import java.util.Arrays;

/**
 * The arithmetic encoder of clause 9.3.4 (informative), with the bits of {@code codILow} that are settled kept back in
 * the same register and put out a byte at a time.
 */
public final class CabacEncoder {

    /** Bits of codILow that are still open. */
    private static final int OPEN_BITS = 10;

    private final byte[] states = new byte[CabacTables.CONTEXTS];
    private final byte[] nextState = CabacTables.NEXT_STATE;
    private final short[] rangeOfLessProbable = CabacTables.RANGE_OF_LESS_PROBABLE;
    private final byte[] shiftOfRange = CabacTables.SHIFT_OF_RANGE;

    private final byte[] markedStates = new byte[CabacTables.CONTEXTS];
    private int markedLength;
    private byte markedByte;
    private int markedLow;
    private int markedRange;
    private int markedSettled;
    private int markedHeldBack;

    private byte[] bytes = new byte[1 << 14];
    private int length;
    private int low;
    private int range;
    /** Settled bits in {@link #low}, less eight: a byte is complete from 0 on. */
    private int settled;
    /** Bytes of 0xff held back because a carry may still turn them to 0. */
    private int heldBack;

    /**
     * Begins a slice's data behind its header (clause 9.3.4.1).
     *
     * @param header the slice header, aligned to a whole byte
     * @param initialisation cabac_init_idc of a P slice, or -1 for an I slice
     */
    public void start(BitWriter header, int initialisation, int quantiser) {
        CabacTables.initialise(states, initialisation, quantiser);
        length = header.length();
        ensureRoom();
        System.arraycopy(header.bytes(), 0, bytes, 0, length);
        low = 0;
        range = 510;
        // The first bit that would come out is always 0 and is not written.
        settled = -9;
        heldBack = 0;
    }

    /** Makes room for one macroblock, at most 384 levels of some 30 bits; needed before each. */
    public void ensureRoom() {
        if (bytes.length - length < 4096) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    /** EncodeDecision, clause 9.3.4.2. */
    public void encode(int context, int bin) {
        int state = states[context];
        int lessProbable = rangeOfLessProbable[state * 4 + (range >> 6 & 3)];
        int rest = range - lessProbable;
        states[context] = nextState[state * 2 + bin];
        int shift;
        if ((state & 1) == bin) {
            if (rest >= 256) {
                range = rest;
                return;
            }
            // The more probable bin keeps more than half of the range.
            shift = 1;
        } else {
            low += rest;
            rest = lessProbable;
            shift = shiftOfRange[rest >> 3];
        }
        range = rest << shift;
        low <<= shift;
        settled += shift;
        if (settled >= 0) {
            putByte();
        }
    }

    /**
     * {@link #goOn} and a bin of 1 for each of several macroblocks in a row.
     *
     * @param context of the bin where neither the macroblock to the left nor that above has its flag set
     * @param flags 1 or 0 for each macroblock, from {@code first} on for those to be written
     * @param stride of the flags from one row to the next
     */
    public void goOnWithOnes(int context, byte[] flags, int first, int count, int stride) {
        int left = range;
        for (int i = first; i < first + count; i++) {
            left -= 2;
            if (left < 256) {
                range = left;
                renormalise();
                left = range;
            }
            int own = context + flags[i - 1] + flags[i - stride];
            int state = states[own];
            int moreProbable = left - rangeOfLessProbable[state * 4 + (left >> 6 & 3)];
            if ((state & 1) == 1 && moreProbable >= 256) {
                left = moreProbable;
                states[own] = nextState[state * 2 + 1];
            } else {
                range = left;
                encode(own, 1);
                left = range;
            }
        }
        range = left;
    }

    /** What {@link #encode} would cost now, in parts of {@link BinCosts#BIT}. */
    public int cost(int context, int bin) {
        return BinCosts.bin(states[context], bin);
    }

    /** What {@link BinCosts#unary} bins would cost now. */
    public int costOfUnary(int context, int ones) {
        return BinCosts.unary(states[context], ones);
    }

    /** EncodeBypass, clause 9.3.4.4. */
    public void bypass(int bin) {
        low = (low << 1) + (-bin & range);
        if (++settled >= 0) {
            putByte();
        }
    }

    /** Exp-Golomb of order {@code order} by bypass bins, the suffix of UEGk (clause 9.3.2.3). */
    public void bypassExpGolomb(int value, int order) {
        int rest = value;
        int bits = order;
        while (rest >= 1 << bits) {
            bypass(1);
            rest -= 1 << bits;
            bits++;
        }
        bypass(0);
        while (--bits >= 0) {
            bypass(rest >> bits & 1);
        }
    }

    /** EncodeTerminate with bin 0: the slice, or the macroblock type, goes on (clause 9.3.4.5). */
    public void goOn() {
        range -= 2;
        if (range < 256) {
            renormalise();
        }
    }

    /** EncodeTerminate with bin 1 and EncodeFlush (clause 9.3.4.5), which write the RBSP's stop bit as well. */
    public void finish() {
        low += range - 2;
        range = 2 << 7;
        shift(7);
        low = (low & -1 << 7) | 1 << 7;
        shift(3);
        if (settled > -8) {
            // What remains of the last byte are alignment zeros.
            shift(-settled);
        }
        putHeldBack(0xff);
    }

    /** Remembers this place, for {@link #reset}. */
    public void mark() {
        System.arraycopy(states, 0, markedStates, 0, states.length);
        markedLength = length;
        markedByte = bytes[length - 1];
        markedLow = low;
        markedRange = range;
        markedSettled = settled;
        markedHeldBack = heldBack;
    }

    /** Forgets all bins since {@link #mark}. */
    public void reset() {
        System.arraycopy(markedStates, 0, states, 0, states.length);
        length = markedLength;
        bytes[length - 1] = markedByte;
        low = markedLow;
        range = markedRange;
        settled = markedSettled;
        heldBack = markedHeldBack;
    }

    /** Bits written since {@link #mark}, give or take the few that the range stands for. */
    public int bitsSinceMark() {
        return 8 * (length + heldBack - markedLength - markedHeldBack) + settled - markedSettled;
    }

    private void renormalise() {
        int shift = shiftOfRange[range >> 3];
        range <<= shift;
        shift(shift);
    }

    private void shift(int bits) {
        low <<= bits;
        settled += bits;
        if (settled >= 0) {
            putByte();
        }
    }

    private void putByte() {
        int out = low >> settled + OPEN_BITS;
        low &= (1 << settled + OPEN_BITS) - 1;
        settled -= 8;
        if ((out & 0xff) == 0xff) {
            heldBack++;
            return;
        }
        if (out > 0xff) {
            bytes[length - 1]++;
        }
        if (heldBack > 0) {
            putHeldBack(out > 0xff ? 0 : 0xff);
        }
        bytes[length++] = (byte) out;
    }

    private void putHeldBack(int value) {
        for (; heldBack > 0; heldBack--) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = (byte) value;
        }
    }

    /** Bytes of the slice so far, header included, without those still held back. */
    public int length() {
        return length;
    }

    /** The slice: this encoder's own array, of which {@link #length} bytes count. */
    public byte[] bytes() {
        return bytes;
    }
}
