package org.epochreel.sound.aac.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Random;
import org.epochreel.sound.aac.code.BandCosts;
import org.epochreel.sound.aac.code.BitWriter;
import org.epochreel.sound.aac.code.SpectrumBook;
import org.epochreel.sound.aac.spectrum.BandLayout;
import org.epochreel.sound.aac.spectrum.FrameShape;
import org.epochreel.sound.aac.spectrum.WindowSequence;
import org.junit.jupiter.api.Test;

class SectionsTest {

    private static final BandLayout LONG = BandLayout.of(
            new FrameShape(WindowSequence.ONLY_LONG, ImmutableIntArray.of(1)), 44100, 16_000);

    @Test
    void silenceIsOneSectionWithoutABook() {
        Sections sections = Sections.of(LONG, new int[LONG.lines()]);
        for (int b = 0; b < LONG.bands(); b++) {
            assertEquals(0, sections.book(b));
        }
        // More than 30 bands need a second field of five bits.
        assertEquals(4 + 5 + 5, sections.bits());
    }

    @Test
    void everyBandsBookCanCodeItsLinesAndNoSingleBookIsCheaper() {
        Random random = new Random(3);
        for (int trial = 0; trial < 50; trial++) {
            int[] lines = new int[LONG.lines()];
            for (int i = 0; i < lines.length; i++) {
                double spread = 40 * StrictMath.exp(-i / (20.0 + 10 * trial));
                lines[i] = (int) (random.nextGaussian() * spread);
            }
            Sections sections = Sections.of(LONG, lines);
            int[] costs = new int[SpectrumBook.BOOKS];
            int escapes = 4 + 2 * 5;
            for (int b = 0; b < LONG.bands(); b++) {
                BandCosts.count(lines, LONG.start(b), LONG.end(b), costs);
                assertTrue(costs[sections.book(b)] < BandCosts.IMPOSSIBLE);
                escapes += escapeBookBits(lines, LONG.start(b), LONG.end(b));
            }
            assertTrue(sections.bits() <= escapes, sections.bits() + " bits instead of " + escapes);
        }
    }

    private static int escapeBookBits(int[] lines, int from, int to) {
        SpectrumBook book = SpectrumBook.of(SpectrumBook.ESCAPE_BOOK);
        BitWriter out = new BitWriter();
        book.write(out, lines, from, to);
        return out.bits();
    }
}
