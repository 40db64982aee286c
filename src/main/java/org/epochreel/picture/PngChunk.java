package org.epochreel.picture;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.Ints;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The parts of which a PNG consists (ISO/IEC 15948 clause 5.3): length, type, content and check. */
public final class PngChunk {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private PngChunk() {}

    /** The eight bytes with which every PNG begins. */
    public static byte[] signature() {
        return SIGNATURE.clone();
    }

    /** @param type four letters, whose cases say what a reader that does not know them may do */
    public static byte[] of(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        return Bytes.concat(
                Ints.toByteArray(content.length), name, content, Ints.toByteArray((int) check.getValue()));
    }
}
