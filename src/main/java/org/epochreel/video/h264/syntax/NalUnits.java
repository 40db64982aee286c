package org.epochreel.video.h264.syntax;

import java.util.Arrays;

/** NAL units with their header byte and emulation prevention (clauses 7.3.1 and 7.4.1.1). */
public final class NalUnits {

    /** nal_ref_idc, 3, 2 or 0, and nal_unit_type, Table 7-1. */
    static final int SEQUENCE_PARAMETERS = 0x67;
    static final int PICTURE_PARAMETERS = 0x68;
    public static final int IDR_SLICE = 0x65;
    public static final int SLICE = 0x41;
    public static final int UNREFERENCED_SLICE = 0x01;

    private byte[] bytes = new byte[1 << 14];
    private int length;

    public void clear() {
        length = 0;
    }

    /** Appends a NAL unit behind its length in 4 bytes, big endian. */
    public void appendWithLength(int header, byte[] payload, int payloadLength) {
        int lengthAt = length;
        length += 4;
        append(header, payload, payloadLength);
        int unit = length - lengthAt - 4;
        for (int i = 0; i < 4; i++) {
            bytes[lengthAt + i] = (byte) (unit >>> 24 - 8 * i);
        }
    }

    /** Appends a NAL unit alone. */
    void append(int header, byte[] payload, int payloadLength) {
        int most = length + 1 + payloadLength + payloadLength / 2;
        if (bytes.length < most) {
            bytes = Arrays.copyOf(bytes, Math.max(most, 2 * bytes.length));
        }
        bytes[length++] = (byte) header;
        int zeros = 0;
        for (int i = 0; i < payloadLength; i++) {
            byte next = payload[i];
            if (zeros == 2 && (next & ~3) == 0) {
                bytes[length++] = 3;
                zeros = 0;
            }
            bytes[length++] = next;
            zeros = next == 0 ? zeros + 1 : 0;
        }
    }

    /** What was appended: this object's own array, of which {@link #length} bytes count. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }
}
