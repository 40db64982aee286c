package org.epochreel.picture;

import java.io.ByteArrayOutputStream;

/** Packs bits into bytes from the least significant bit up, as RFC 1951 section 3.1.1 and GIF want them. */
public final class BitSink {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int count;

    /** Appends the lowest {@code bits} (at most 16) bits of {@code value}; the others must be zero. */
    public void write(int value, int bits) {
        pending |= value << count;
        count += bits;
        while (count >= 8) {
            bytes.write(pending);
            pending >>>= 8;
            count -= 8;
        }
    }

    /** Fills the last byte with zeros and returns all bytes, followed by {@code trailer}. */
    public byte[] finish(byte[] trailer) {
        if (count > 0) {
            write(0, 8 - count);
        }
        bytes.writeBytes(trailer);
        return bytes.toByteArray();
    }
}
