package org.epochreel.sound.aac.code;

import java.util.Arrays;

/**
 * Counts the bits of a band's quantised lines in the books that can code them. Books of the same values come in pairs
 * whose lengths are counted at once, one in the lower and one in the upper half of a number.
 */
public final class BandCosts {

    /** More bits than any frame has. */
    public static final int IMPOSSIBLE = 1 << 20;

    /** Larger books than these many next pairs never pay, not even to save a section. */
    private static final int PAIRS_TRIED = 3;
    private static final int PAIRS = 6;
    private static final int[] LARGEST_OF_PAIR = new int[PAIRS];
    private static final int[][] LENGTHS_OF_PAIR = new int[PAIRS][];

    static {
        for (int pair = 0; pair < PAIRS; pair++) {
            SpectrumBook first = SpectrumBook.of(2 * pair + 1);
            SpectrumBook second = SpectrumBook.of(Math.min(2 * pair + 2, SpectrumBook.ESCAPE_BOOK));
            LARGEST_OF_PAIR[pair] = SpectrumBook.largest(2 * pair + 1);
            int size = first.dimension() == 4 ? first.base() * first.base() * first.base() * first.base()
                    : first.base() * first.base();
            LENGTHS_OF_PAIR[pair] = new int[size];
            for (int i = 0; i < size; i++) {
                LENGTHS_OF_PAIR[pair][i] = first.bits(i) | second.bits(i) << 16;
            }
        }
    }

    private BandCosts() {
    }

    /** Puts the bits of lines from {@code from} up to but without {@code to} into {@code costs}, by book. */
    public static void count(int[] lines, int from, int to, int[] costs) {
        int largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(lines[i]));
        }
        Arrays.fill(costs, IMPOSSIBLE);
        costs[0] = largest == 0 ? 0 : IMPOSSIBLE;
        int pair = 0;
        while (LARGEST_OF_PAIR[pair] < largest) {
            pair++;
        }
        int end = Math.min(PAIRS, pair + PAIRS_TRIED);
        for (; pair < end; pair++) {
            int sum = pair < 2 ? quads(lines, from, to, pair) : pairs(lines, from, to, pair);
            costs[2 * pair + 1] = sum & 0xffff;
            if (2 * pair + 2 < SpectrumBook.BOOKS) {
                costs[2 * pair + 2] = sum >>> 16;
            }
        }
    }

    private static int quads(int[] lines, int from, int to, int pair) {
        int[] lengths = LENGTHS_OF_PAIR[pair];
        int sum = 0;
        for (int i = from; i < to; i += 4) {
            int index = pair == 0
                    ? 27 * lines[i] + 9 * lines[i + 1] + 3 * lines[i + 2] + lines[i + 3] + 40
                    : 27 * Math.abs(lines[i]) + 9 * Math.abs(lines[i + 1]) + 3 * Math.abs(lines[i + 2])
                            + Math.abs(lines[i + 3]);
            sum += lengths[index];
        }
        return sum;
    }

    private static int pairs(int[] lines, int from, int to, int pair) {
        int[] lengths = LENGTHS_OF_PAIR[pair];
        int sum = 0;
        if (pair == 2) {
            for (int i = from; i < to; i += 2) {
                sum += lengths[9 * lines[i] + lines[i + 1] + 40];
            }
            return sum;
        }
        boolean escapes = pair == PAIRS - 1;
        int base = escapes ? 17 : pair == 3 ? 8 : 13;
        for (int i = from; i < to; i += 2) {
            int first = Math.abs(lines[i]);
            int second = Math.abs(lines[i + 1]);
            if (escapes) {
                sum += SpectrumBook.escapeBits(first) + SpectrumBook.escapeBits(second);
                first = Math.min(first, 16);
                second = Math.min(second, 16);
            }
            sum += lengths[base * first + second];
        }
        return sum;
    }
}
