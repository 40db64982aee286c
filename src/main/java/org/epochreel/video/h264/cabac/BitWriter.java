package org.epochreel.video.h264.cabac;

import java.util.Arrays;

/** Writes the fixed-length and Exp-Golomb codes of headers (clauses 7.2 and 9.1), most significant bit first. */
public final class BitWriter {

    private byte[] bytes = new byte[64];
    private int length;
    private long accumulator;
    private int pendingBits;

    /** u(n): the lowest {@code count} bits of {@code value}, 0 to 32 of them. */
    public void unsigned(long value, int count) {
        accumulator = accumulator << count | value & (1L << count) - 1;
        pendingBits += count;
        while (pendingBits >= 8) {
            pendingBits -= 8;
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = (byte) (accumulator >> pendingBits);
        }
    }

    public void flag(boolean value) {
        unsigned(value ? 1 : 0, 1);
    }

    /** ue(v), clause 9.1. */
    public void unsignedExpGolomb(int value) {
        int bits = 31 - Integer.numberOfLeadingZeros(value + 1);
        unsigned(0, bits);
        unsigned(value + 1, bits + 1);
    }

    /** se(v), clause 9.1.1. */
    public void signedExpGolomb(int value) {
        unsignedExpGolomb(value > 0 ? 2 * value - 1 : -2 * value);
    }

    /** Repeats {@code bit} until a byte is complete. */
    public void align(int bit) {
        while (pendingBits != 0) {
            unsigned(bit, 1);
        }
    }

    /** rbsp_trailing_bits, clause 7.3.2.11. */
    void trailingBits() {
        unsigned(1, 1);
        align(0);
    }

    public void clear() {
        length = 0;
        pendingBits = 0;
    }

    /** Complete bytes written; the writer's own array, of which {@link #length} bytes count. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
