package org.epochreel.sound.aac.code;

/** Reads fields most significant bit first. */
public final class BitReader {

    private final byte[] bytes;
    private int position;

    public BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Bits not read yet. */
    public int left() {
        return 8 * bytes.length - position;
    }

    /**
     * The next {@code count} bits, 0 to 31, as a number.
     *
     * @throws DamagedBitsException if there are fewer
     */
    public int read(int count) throws DamagedBitsException {
        skip(count);
        int value = 0;
        for (int i = position - count; i < position; i++) {
            value = value << 1 | bytes[i >> 3] >> 7 - (i & 7) & 1;
        }
        return value;
    }

    public boolean flag() throws DamagedBitsException {
        return read(1) == 1;
    }

    /** Passes over {@code count} bits. */
    public void skip(int count) throws DamagedBitsException {
        if (count > left()) {
            throw new DamagedBitsException("its bits end too early");
        }
        position += count;
    }

    /** Goes on at the next whole byte. */
    public void align() {
        position = position + 7 & ~7;
    }
}
