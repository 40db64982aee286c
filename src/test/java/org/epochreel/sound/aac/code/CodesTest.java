package org.epochreel.sound.aac.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @Test
    void fieldsAreReadAsTheyWereWritten() throws DamagedBitsException {
        BitWriter out = new BitWriter();
        out.write(5, 3);
        out.flag(true);
        out.write(0x12345, 20);
        out.write(-1, 31);
        out.write(0, 0);
        assertEquals(55, out.bits());
        BitReader in = new BitReader(out.finish());
        assertEquals(5, in.read(3));
        assertTrue(in.flag());
        assertEquals(0x12345, in.read(20));
        assertEquals(Integer.MAX_VALUE, in.read(31));
        assertEquals(1, in.left());
        in.align();
        assertEquals(0, in.left());
    }

    @Test
    void readingBeyondTheEndIsToldAndTakesNothing() throws DamagedBitsException {
        BitReader in = new BitReader(new byte[] {(byte) 0xa5});
        in.skip(3);
        assertThrows(DamagedBitsException.class, () -> in.read(6));
        assertEquals(5, in.read(5));
        assertThrows(DamagedBitsException.class, () -> in.skip(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void everyBooksCodeIsComplete(int book) {
        double sum = 0;
        for (int[] row : JaadTables.spectrumCodes(book)) {
            sum += Math.scalb(1.0, -row[0]);
        }
        assertEquals(1, sum);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void linesAreReadAsTheyWereWrittenInAsManyBitsAsCounted(int book) throws DamagedBitsException {
        Random random = new Random(book);
        int largest = Math.min(SpectrumBook.largest(book), 200);
        int[] lines = random.ints(400, -largest, largest + 1).toArray();
        if (book == SpectrumBook.ESCAPE_BOOK) {
            lines[7] = SpectrumBook.LARGEST;
            lines[8] = -SpectrumBook.LARGEST;
            lines[9] = 16;
            lines[10] = -31;
            lines[11] = 32;
        }
        BitWriter out = new BitWriter();
        SpectrumBook.of(book).write(out, lines, 0, lines.length);
        int[] costs = new int[SpectrumBook.BOOKS];
        BandCosts.count(lines, 0, lines.length, costs);
        assertEquals(out.bits(), costs[book]);
        int[] read = new int[lines.length];
        CodeTree.lines(new BitReader(out.finish()), book, read, 0, read.length);
        assertArrayEquals(lines, read);
    }

    @Test
    void differencesOfScaleFactorsAreReadAsTheyWereWritten() throws DamagedBitsException {
        BitWriter out = new BitWriter();
        int bits = 0;
        for (int difference = -60; difference <= 60; difference++) {
            ScaleFactorBook.write(out, difference);
            bits += ScaleFactorBook.bits(difference);
        }
        assertEquals(bits, out.bits());
        BitReader in = new BitReader(out.finish());
        for (int difference = -60; difference <= 60; difference++) {
            assertEquals(difference, CodeTree.scaleFactorDifference(in));
        }
    }

    @Test
    void booksThatAreTooSmallAreImpossible() {
        int[] costs = new int[SpectrumBook.BOOKS];
        BandCosts.count(new int[] {0, 3, -1, 0}, 0, 4, costs);
        for (int book = 0; book <= 4; book++) {
            assertEquals(BandCosts.IMPOSSIBLE, costs[book]);
        }
        assertFalse(costs[5] == BandCosts.IMPOSSIBLE);
    }

    @Test
    void theLeastAndGreatestScaleFactorsAreJustPossible() {
        for (double line = 0.01; line < 1e7; line *= 1.37) {
            double compressed = StrictMath.pow(line, 0.75);
            int greatest = Quantiser.greatest(compressed);
            assertTrue(Quantiser.quantise(compressed, greatest) >= 1);
            assertEquals(0, Quantiser.quantise(compressed, greatest + 1));
            int least = Quantiser.least(compressed);
            assertTrue(Quantiser.quantise(compressed, least) <= SpectrumBook.LARGEST);
            assertTrue(least == 0 || Quantiser.quantise(compressed, least - 1) > SpectrumBook.LARGEST);
        }
    }
}
