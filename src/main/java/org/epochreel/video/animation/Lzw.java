package org.epochreel.video.animation;

import java.util.Arrays;
import org.epochreel.picture.BitSink;

/** Compresses as GIF89a appendix F: strings of indices become words of a table that both sides build alike. */
final class Lzw {

    private static final int MOST_WORDS = 4096;
    private static final int SLOT_BITS = 14;
    private static final int SLOTS = 1 << SLOT_BITS;

    // A string is known by the word for all but its last index, and that index.
    private final int[] keys = new int[SLOTS];
    private final short[] words = new short[SLOTS];
    private final int indexBits;

    /** @param indexBits bits that hold every index, 2 to 8 */
    Lzw(int indexBits) {
        this.indexBits = indexBits;
    }

    /** Compresses the first {@code count} indices, at least one. */
    byte[] compress(byte[] indices, int count) {
        BitSink sink = new BitSink();
        int clear = 1 << indexBits;
        int next = clear + 2;
        int bits = indexBits + 1;
        Arrays.fill(keys, -1);
        sink.write(clear, bits);
        int string = indices[0] & 0xFF;
        for (int i = 1; i < count; i++) {
            int index = indices[i] & 0xFF;
            int key = string << 8 | index;
            int slot = slot(key);
            if (keys[slot] == key) {
                string = words[slot];
                continue;
            }
            sink.write(string, bits);
            string = index;
            if (next == MOST_WORDS) {
                sink.write(clear, bits);
                Arrays.fill(keys, -1);
                next = clear + 2;
                bits = indexBits + 1;
                continue;
            }
            keys[slot] = key;
            words[slot] = (short) next;
            bits += next == 1 << bits ? 1 : 0;
            next++;
        }
        sink.write(string, bits);
        // The reader makes one more word of the last string.
        bits += next == 1 << bits && next < MOST_WORDS ? 1 : 0;
        sink.write(clear + 1, bits);
        return sink.finish(new byte[0]);
    }

    /** Where a key is, or would be. */
    private int slot(int key) {
        int slot = key * 0x9E3779B1 >>> 32 - SLOT_BITS;
        while (keys[slot] != key && keys[slot] != -1) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
