package org.epochreel.sound.aac.code;

/**
 * One of the eleven codes of quantised lines (ISO/IEC 14496-3, 4.6.3): four or two lines a codeword; signs are part of it
 * or follow it; in the last, 16 says that an escape sequence follows.
 */
public final class SpectrumBook {

    public static final int BOOKS = 12;
    static final int ESCAPE_BOOK = 11;
    /** The largest value that the escape sequence can code; JAAD's decoder has powers up to one below. */
    static final int LARGEST = 8190;

    private static final int ESCAPE = 16;
    private static final int[] LARGEST_OF_BOOK = {0, 1, 1, 2, 2, 4, 4, 7, 7, 12, 12, LARGEST};
    private static final SpectrumBook[] ALL = new SpectrumBook[BOOKS];

    static {
        for (int number = 1; number < BOOKS; number++) {
            ALL[number] = new SpectrumBook(number);
        }
    }

    private final boolean signed;
    private final int dimension;
    /** How many values a line of the codeword can have, and what is added so that they begin at 0. */
    private final int base;
    private final int offset;
    private final int[] lengths;
    private final int[] codes;

    private SpectrumBook(int number) {
        signed = number <= 2 || number == 5 || number == 6;
        dimension = number <= 4 ? 4 : 2;
        int largest = number == ESCAPE_BOOK ? ESCAPE : LARGEST_OF_BOOK[number];
        offset = signed ? largest : 0;
        base = largest + offset + 1;
        int size = dimension == 4 ? base * base * base * base : base * base;
        lengths = new int[size];
        codes = new int[size];
        for (int[] row : JaadTables.spectrumCodes(number)) {
            int index = 0;
            for (int i = 0; i < dimension; i++) {
                index = index * base + row[2 + i] + offset;
            }
            lengths[index] = row[0];
            codes[index] = row[1];
        }
    }

    /** The book of that number, 1 to 11. */
    public static SpectrumBook of(int number) {
        return ALL[number];
    }

    /** The largest magnitude that book {@code number} can code; 0 for the book without codewords. */
    static int largest(int number) {
        return LARGEST_OF_BOOK[number];
    }

    /** Lines of a codeword: 4 or 2. */
    int dimension() {
        return dimension;
    }

    /** How many values a line within a codeword can have. */
    int base() {
        return base;
    }

    boolean signed() {
        return signed;
    }

    /**
     * Bits of the codeword of {@code index}, the lines' values as digits to {@link #base()}, signs included, escapes not.
     */
    int bits(int index) {
        return lengths[index] + (signed ? 0 : nonZero(index));
    }

    private int nonZero(int index) {
        int count = 0;
        for (int rest = index; rest > 0; rest /= base) {
            count += rest % base == 0 ? 0 : 1;
        }
        return count;
    }

    /** Bits of the escape sequence of a magnitude from 16 on, 0 for others. */
    static int escapeBits(int magnitude) {
        return magnitude < ESCAPE ? 0 : 2 * (31 - Integer.numberOfLeadingZeros(magnitude)) - 3;
    }

    /** Writes lines from {@code from} up to but without {@code to}. */
    public void write(BitWriter out, int[] lines, int from, int to) {
        for (int i = from; i < to; i += dimension) {
            int index = 0;
            for (int j = i; j < i + dimension; j++) {
                int value = signed ? lines[j] + offset : Math.min(Math.abs(lines[j]), base - 1);
                index = index * base + value;
            }
            out.write(codes[index], lengths[index]);
            if (!signed) {
                writeSigns(out, lines, i);
            }
            if (base == ESCAPE + 1) {
                writeEscape(out, Math.abs(lines[i]));
                writeEscape(out, Math.abs(lines[i + 1]));
            }
        }
    }

    private void writeSigns(BitWriter out, int[] lines, int from) {
        for (int j = from; j < from + dimension; j++) {
            if (lines[j] != 0) {
                out.flag(lines[j] < 0);
            }
        }
    }

    private static void writeEscape(BitWriter out, int magnitude) {
        if (magnitude >= ESCAPE) {
            int digits = 31 - Integer.numberOfLeadingZeros(magnitude);
            // A one for each digit beyond the fifth, a zero, then the digits without the first.
            out.write(-2, digits - 4 + 1);
            out.write(magnitude, digits);
        }
    }
}
