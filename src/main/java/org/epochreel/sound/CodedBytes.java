package org.epochreel.sound;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that do not change, equal by content: an access unit or a decoder's configuration. */
public final class CodedBytes {

    private final byte[] bytes;

    private CodedBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static CodedBytes copyOf(byte[] bytes) {
        return new CodedBytes(bytes.clone());
    }

    /** Copies {@code source} from {@code from} up to but without {@code to}. */
    public static CodedBytes copyOfRange(byte[] source, int from, int to) {
        return new CodedBytes(Arrays.copyOfRange(source, from, to));
    }

    public int size() {
        return bytes.length;
    }

    /** A read-only view of them all. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** A copy. */
    public byte[] toArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodedBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
