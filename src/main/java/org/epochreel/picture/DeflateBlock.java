package org.epochreel.picture;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;

/** Literals and repeats on their way into one block with dynamic Huffman codes (RFC 1951 sections 3.2.5 and 3.2.7). */
final class DeflateBlock {

    private static final int END = 256;
    private static final int FIRST_LENGTH = 257;
    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int MAX_WORD = 15;
    private static final int MAX_LENGTH_WORD = 7;
    private static final int[] LENGTH_BASE = {3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67,
            83, 99, 115, 131, 163, 195, 227, 258};
    private static final int[] LENGTH_EXTRA = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5,
            5, 5, 5, 0};
    private static final int[] DISTANCE_BASE = {1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513,
            769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
    private static final int[] DISTANCE_EXTRA = {0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10,
            11, 11, 12, 12, 13, 13};
    private static final int[] LENGTH_CODE_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int REPEAT_ZERO = 18;
    private static final int MIN_ZEROS = 11;
    private static final int MAX_ZEROS = 138;

    // A literal is its byte; a repeat is its length in the upper and its distance in the lower half.
    private final int[] symbols;
    private int count;

    DeflateBlock(int capacity) {
        this.symbols = new int[capacity];
    }

    boolean isFull() {
        return count == symbols.length;
    }

    void addLiteral(int value) {
        symbols[count++] = value;
    }

    void addMatch(int length, int distance) {
        symbols[count++] = length << 16 | distance;
    }

    /** Writes the block and empties it. */
    void writeTo(BitSink sink, boolean last) {
        int[] literalCounts = new int[LITERALS];
        int[] distanceCounts = new int[DISTANCES];
        literalCounts[END] = 1;
        for (int i = 0; i < count; i++) {
            int length = symbols[i] >>> 16;
            if (length == 0) {
                literalCounts[symbols[i]]++;
            } else {
                literalCounts[FIRST_LENGTH + indexOf(LENGTH_BASE, length)]++;
                distanceCounts[indexOf(DISTANCE_BASE, symbols[i] & 0xFFFF)]++;
            }
        }
        HuffmanCode literals = HuffmanCode.of(literalCounts, MAX_WORD);
        HuffmanCode distances = HuffmanCode.of(distanceCounts, MAX_WORD);
        sink.write(last ? 1 : 0, 1);
        sink.write(2, 2);
        writeCodes(sink, literals.lengths(), distances.lengths());
        for (int i = 0; i < count; i++) {
            int length = symbols[i] >>> 16;
            if (length == 0) {
                literals.write(sink, symbols[i]);
            } else {
                int lengthCode = indexOf(LENGTH_BASE, length);
                literals.write(sink, FIRST_LENGTH + lengthCode);
                sink.write(length - LENGTH_BASE[lengthCode], LENGTH_EXTRA[lengthCode]);
                int distance = symbols[i] & 0xFFFF;
                int distanceCode = indexOf(DISTANCE_BASE, distance);
                distances.write(sink, distanceCode);
                sink.write(distance - DISTANCE_BASE[distanceCode], DISTANCE_EXTRA[distanceCode]);
            }
        }
        literals.write(sink, END);
        count = 0;
    }

    private static int indexOf(int[] bases, int value) {
        int at = Arrays.binarySearch(bases, value);
        return at >= 0 ? at : -at - 2;
    }

    private static void writeCodes(BitSink sink, ImmutableIntArray literals, ImmutableIntArray distances) {
        int[] lengths = new int[LITERALS + DISTANCES];
        for (int i = 0; i < LITERALS; i++) {
            lengths[i] = literals.get(i);
        }
        for (int i = 0; i < DISTANCES; i++) {
            lengths[LITERALS + i] = distances.get(i);
        }
        int[] counts = new int[LENGTH_CODE_ORDER.length];
        for (int i = 0; i < lengths.length; ) {
            int zeros = zeros(lengths, i);
            counts[zeros > 0 ? REPEAT_ZERO : lengths[i]]++;
            i += Math.max(1, zeros);
        }
        HuffmanCode code = HuffmanCode.of(counts, MAX_LENGTH_WORD);
        sink.write(LITERALS - FIRST_LENGTH, 5);
        sink.write(DISTANCES - 1, 5);
        sink.write(LENGTH_CODE_ORDER.length - 4, 4);
        for (int symbol : LENGTH_CODE_ORDER) {
            sink.write(code.lengths().get(symbol), 3);
        }
        for (int i = 0; i < lengths.length; ) {
            int zeros = zeros(lengths, i);
            if (zeros > 0) {
                code.write(sink, REPEAT_ZERO);
                sink.write(zeros - MIN_ZEROS, 7);
            } else {
                code.write(sink, lengths[i]);
            }
            i += Math.max(1, zeros);
        }
    }

    // How many zeros from here on one word can stand for; 0 if too few.
    private static int zeros(int[] lengths, int from) {
        int to = from;
        while (to < lengths.length && lengths[to] == 0 && to - from < MAX_ZEROS) {
            to++;
        }
        return to - from >= MIN_ZEROS ? to - from : 0;
    }
}
