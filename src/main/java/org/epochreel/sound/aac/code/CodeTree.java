package org.epochreel.sound.aac.code;

/**
 * Finds codewords bit by bit (ISO/IEC 14496-3, 4.6.3): a binary tree whose leaves are the rows of a code's table.
 */
public final class CodeTree {

    private static final CodeTree SCALE_FACTORS = new CodeTree(JaadTables.scaleFactorCodes());
    private static final CodeTree[] SPECTRUM = new CodeTree[SpectrumBook.BOOKS];

    static {
        for (int book = 1; book < SpectrumBook.BOOKS; book++) {
            SPECTRUM[book] = new CodeTree(JaadTables.spectrumCodes(book));
        }
    }

    private final int[][] rows;
    /** Of each inner node the next one for a 0 and for a 1; a leaf is the complement of its row. */
    private final int[] next;

    private CodeTree(int[][] rows) {
        this.rows = rows;
        next = new int[2 * rows.length];
        int nodes = 1;
        for (int row = 0; row < rows.length; row++) {
            int node = 0;
            for (int bit = rows[row][0] - 1; bit >= 0; bit--) {
                int branch = 2 * node + (rows[row][1] >> bit & 1);
                if (bit == 0) {
                    next[branch] = ~row;
                } else {
                    if (next[branch] == 0) {
                        next[branch] = nodes++;
                    }
                    node = next[branch];
                }
            }
        }
    }

    private int row(BitReader in) throws DamagedBitsException {
        int node = 0;
        do {
            node = next[2 * node + in.read(1)];
        } while (node > 0);
        return ~node;
    }

    /** The difference between two scale factors. */
    public static int scaleFactorDifference(BitReader in) throws DamagedBitsException {
        return SCALE_FACTORS.rows[SCALE_FACTORS.row(in)][2] - ScaleFactorBook.LARGEST;
    }

    /** Reads lines of {@code book} from {@code from} up to but without {@code to}. */
    public static void lines(BitReader in, int book, int[] lines, int from, int to) throws DamagedBitsException {
        CodeTree tree = SPECTRUM[book];
        SpectrumBook of = SpectrumBook.of(book);
        for (int i = from; i < to; i += of.dimension()) {
            int[] row = tree.rows[tree.row(in)];
            for (int j = 0; j < of.dimension(); j++) {
                int value = row[2 + j];
                lines[i + j] = !of.signed() && value != 0 && in.flag() ? -value : value;
            }
            if (book == SpectrumBook.ESCAPE_BOOK) {
                lines[i] = escaped(in, lines[i]);
                lines[i + 1] = escaped(in, lines[i + 1]);
            }
        }
    }

    private static int escaped(BitReader in, int line) throws DamagedBitsException {
        if (Math.abs(line) < SpectrumBook.ESCAPE) {
            return line;
        }
        int digits = 4;
        while (in.flag()) {
            digits++;
        }
        if (digits > SpectrumBook.MOST_DIGITS) {
            throw new DamagedBitsException("a value is too large");
        }
        int magnitude = (1 << digits) + in.read(digits);
        return line < 0 ? -magnitude : magnitude;
    }
}
