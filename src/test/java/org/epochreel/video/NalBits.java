package org.epochreel.video;

/**
 * Reads the syntax elements of a NAL unit, emulation prevention removed: a witness beside the encoders' own writers.
 */
final class NalBits {

    private final byte[] payload;
    private final int length;
    private int bit;

    /** @param unit a NAL unit whose header byte is skipped */
    NalBits(byte[] unit) {
        payload = new byte[unit.length];
        int count = 0;
        int zeros = 0;
        for (int i = 1; i < unit.length; i++) {
            if (zeros >= 2 && unit[i] == 3) {
                zeros = 0;
                continue;
            }
            if (zeros >= 2 && (unit[i] & 0xff) < 3) {
                throw new AssertionError("a start code stands at byte " + i + " of a NAL unit");
            }
            zeros = unit[i] == 0 ? zeros + 1 : 0;
            payload[count++] = unit[i];
        }
        length = 8 * count;
    }

    /** u(n), n up to 32. */
    long u(int bits) {
        long value = 0;
        for (int i = 0; i < bits; i++) {
            if (bit >= length) {
                throw new AssertionError("the NAL unit ends after " + length + " bits");
            }
            value = value << 1 | payload[bit >> 3] >> 7 - (bit & 7) & 1;
            bit++;
        }
        return value;
    }

    boolean flag() {
        return u(1) == 1;
    }

    /** ue(v), clause 9.1. */
    int ue() {
        int zeros = 0;
        while (u(1) == 0) {
            zeros++;
        }
        return (int) ((1L << zeros) - 1 + u(zeros));
    }

    /** Whether all that is left is the stop bit and zeros within its byte. */
    boolean atTrailingBits() {
        return length - bit >= 1 && length - bit <= 8 && u(1) == 1 && u(length - bit) == 0;
    }
}
