package org.epochreel.sound.aac.frame;

import java.util.Arrays;
import org.epochreel.sound.aac.code.BandCosts;
import org.epochreel.sound.aac.code.BitWriter;
import org.epochreel.sound.aac.code.ScaleFactorBook;
import org.epochreel.sound.aac.code.SpectrumBook;
import org.epochreel.sound.aac.spectrum.BandLayout;

/**
 * Which book codes which band: runs of bands with one book form a section (ISO/IEC 14496-3, 4.5.2.3.2). Chosen by
 * dynamic programming over bands and books, so that a section is begun only where it saves more than it costs.
 */
public final class Sections {

    private static final int BOOK_BITS = 4;

    private final BandLayout layout;
    private final int lengthBits;
    private final int[] books;
    private int bits;

    private Sections(BandLayout layout) {
        this.layout = layout;
        lengthBits = layout.shape().isShort() ? 3 : 5;
        books = new int[layout.bands()];
    }

    /** The cheapest sections of these quantised lines. */
    static Sections of(BandLayout layout, int[] lines) {
        Sections sections = new Sections(layout);
        for (int g = 0; g < layout.groups(); g++) {
            sections.choose(lines, g * layout.bandsPerGroup(), (g + 1) * layout.bandsPerGroup());
        }
        return sections;
    }

    private void choose(int[] lines, int from, int to) {
        int header = BOOK_BITS + lengthBits;
        int[][] costs = new int[to - from][SpectrumBook.BOOKS];
        int[][] before = new int[to - from][SpectrumBook.BOOKS];
        int[] best = new int[SpectrumBook.BOOKS];
        int cheapest = 0;
        int cheapestBook = 0;
        Arrays.fill(best, BandCosts.IMPOSSIBLE);
        for (int b = from; b < to; b++) {
            int[] cost = costs[b - from];
            BandCosts.count(lines, layout.start(b), layout.end(b), cost);
            // A band without lines within a coded section repeats the last scale factor.
            int repeated = cost[0] == 0 ? ScaleFactorBook.bits(0) : 0;
            int nextCheapest = Integer.MAX_VALUE;
            int nextBook = 0;
            for (int book = 0; book < SpectrumBook.BOOKS; book++) {
                boolean begins = cheapest + header < best[book];
                before[b - from][book] = begins ? cheapestBook : book;
                int sum = (begins ? cheapest + header : best[book]) + cost[book] + (book == 0 ? 0 : repeated);
                best[book] = Math.min(sum, BandCosts.IMPOSSIBLE);
                if (best[book] < nextCheapest) {
                    nextCheapest = best[book];
                    nextBook = book;
                }
            }
            cheapest = nextCheapest;
            cheapestBook = nextBook;
        }
        int book = cheapestBook;
        for (int b = to - 1; b >= from; b--) {
            books[b] = book;
            bits += costs[b - from][book];
            book = before[b - from][book];
        }
        bits += write(new BitCount(), from, to);
    }

    /** The book of a band, 0 where no lines are coded. */
    int book(int band) {
        return books[band];
    }

    /** Bits of section_data() and of the lines' codewords. */
    int bits() {
        return bits;
    }

    /** section_data(). */
    void write(BitWriter out) {
        for (int g = 0; g < layout.groups(); g++) {
            write(out::write, g * layout.bandsPerGroup(), (g + 1) * layout.bandsPerGroup());
        }
    }

    /** Takes fields of so many bits. */
    private interface Fields {
        void write(int value, int count);
    }

    private static final class BitCount implements Fields {

        private int bits;

        @Override
        public void write(int value, int count) {
            bits += count;
        }
    }

    private int write(BitCount count, int from, int to) {
        write((Fields) count, from, to);
        return count.bits;
    }

    private void write(Fields out, int from, int to) {
        int longest = (1 << lengthBits) - 1;
        int start = from;
        for (int b = from + 1; b <= to; b++) {
            if (b < to && books[b] == books[start]) {
                continue;
            }
            out.write(books[start], BOOK_BITS);
            int length = b - start;
            for (; length >= longest; length -= longest) {
                out.write(longest, lengthBits);
            }
            out.write(length, lengthBits);
            start = b;
        }
    }
}
