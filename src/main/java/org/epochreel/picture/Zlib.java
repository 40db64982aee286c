package org.epochreel.picture;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Compresses into a zlib stream (RFC 1950, RFC 1951): repeats are looked for along chains of equal hashes, the longest is
 * taken unless the next byte begins a longer one, and every block has Huffman codes of its own. Decompressed by anything
 * that reads zlib.
 */
public final class Zlib {

    private static final int WINDOW = 1 << 15;
    private static final int MIN_MATCH = 3;
    private static final int MAX_MATCH = 258;
    private static final int MAX_TRIES = 48;
    // A repeat as long as this is taken without looking further.
    private static final int LONG_MATCH = 64;
    private static final int HASH_BITS = 15;
    private static final int BLOCK_SYMBOLS = 1 << 15;
    private static final byte[] HEADER = {0x78, (byte) 0x9C};

    private final byte[] input;
    // Positions before this one have enough bytes behind them for a match.
    private final int hashed;
    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] older = new int[WINDOW];
    private final DeflateBlock block = new DeflateBlock(BLOCK_SYMBOLS);
    private final BitSink sink = new BitSink();

    private Zlib(byte[] input) {
        this.input = input;
        this.hashed = input.length - MIN_MATCH + 1;
        Arrays.fill(newest, -1);
    }

    public static byte[] compress(byte[] input) {
        return new Zlib(input).run();
    }

    private byte[] run() {
        for (byte b : HEADER) {
            sink.write(b & 0xFF, 8);
        }
        int match = longest(0, MIN_MATCH - 1);
        for (int at = 0; at < input.length; ) {
            int length = Math.max(1, match >>> 16);
            remember(at, at + 1);
            int next = length < LONG_MATCH ? longest(at + 1, Math.max(length, MIN_MATCH - 1)) : 0;
            if (length == 1 || next != 0) {
                block.addLiteral(input[at] & 0xFF);
                at++;
                match = next;
            } else {
                block.addMatch(length, match & 0xFFFF);
                remember(at + 1, at + length);
                at += length;
                match = longest(at, MIN_MATCH - 1);
            }
            if (block.isFull() && at < input.length) {
                block.writeTo(sink, false);
            }
        }
        block.writeTo(sink, true);
        Adler32 check = new Adler32();
        check.update(input);
        return sink.finish(Ints.toByteArray((int) check.getValue()));
    }

    /** Length (upper half) and distance (lower) of the longest repeat at a position, 0 if none beats a length. */
    private int longest(int at, int toBeat) {
        if (at >= hashed) {
            return 0;
        }
        int length = toBeat;
        int distance = 0;
        int candidate = newest[hash(three(at))];
        for (int i = 0; i < MAX_TRIES && candidate >= 0 && at - candidate <= WINDOW - 1; i++) {
            int found = matchLength(candidate, at, length);
            if (found > length) {
                length = found;
                distance = at - candidate;
            }
            if (length == MAX_MATCH) {
                break;
            }
            int next = older[candidate & (WINDOW - 1)];
            // The place in the ring may since have been taken by a later position.
            if (next >= candidate) {
                break;
            }
            candidate = next;
        }
        return distance == 0 ? 0 : length << 16 | distance;
    }

    private int matchLength(int candidate, int at, int toBeat) {
        int limit = Math.min(MAX_MATCH, input.length - at);
        if (toBeat >= limit || input[candidate + toBeat] != input[at + toBeat]) {
            return 0;
        }
        int difference = Arrays.mismatch(input, candidate, candidate + limit, input, at, at + limit);
        return difference < 0 ? limit : difference;
    }

    private void remember(int from, int to) {
        int end = Math.min(to, hashed);
        if (from >= end) {
            return;
        }
        int three = three(from) >>> 8;
        for (int at = from; at < end; at++) {
            three = (three << 8 | input[at + 2] & 0xFF) & 0xFFFFFF;
            int hash = hash(three);
            older[at & (WINDOW - 1)] = newest[hash];
            newest[hash] = at;
        }
    }

    private int three(int at) {
        return (input[at] & 0xFF) << 16 | (input[at + 1] & 0xFF) << 8 | input[at + 2] & 0xFF;
    }

    private static int hash(int three) {
        return three * 0x9E3779B1 >>> (32 - HASH_BITS);
    }
}
