package org.epochreel.sound.aac.code;

import java.util.Arrays;

/** Writes fields most significant bit first. */
public final class BitWriter {

    private byte[] bytes = new byte[2048];
    private int length;
    private long pending;
    private int pendingBits;

    /** The lowest {@code count} bits of {@code value}, 0 to 32 of them. */
    public void write(int value, int count) {
        pending = pending << count | value & (1L << count) - 1;
        pendingBits += count;
        while (pendingBits >= 8) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            pendingBits -= 8;
            bytes[length++] = (byte) (pending >>> pendingBits);
        }
    }

    public void flag(boolean value) {
        write(value ? 1 : 0, 1);
    }

    /** Bits written so far. */
    public int bits() {
        return 8 * length + pendingBits;
    }

    /** Fills the last byte with zeros and hands out all of them. */
    public byte[] finish() {
        if (pendingBits > 0) {
            write(0, 8 - pendingBits);
        }
        return Arrays.copyOf(bytes, length);
    }
}
