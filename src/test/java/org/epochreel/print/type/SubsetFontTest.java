package org.epochreel.print.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.cff.CFFType1Font;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.font.GlyphLine.Placed;
import org.junit.jupiter.api.Test;

class SubsetFontTest {

    private static final String TEXT = "Loss 1e\u22125, x\u0302 \u2208 \u211D\u207F \u2207";

    private final Typeface face = TypefaceTest.TYPEFACES.of(Typeface.Weight.REGULAR);
    private final SubsetFont font = new SubsetFont("Some-Face");

    SubsetFontTest() {
        font.add(face.line(TEXT));
    }

    @Test
    void anotherReaderFindsEveryOutlineWithItsCurves() throws IOException {
        CFFType1Font read = (CFFType1Font) new CFFParser()
                .parse(new RandomAccessReadBuffer(CompactFont.of(font))).get(0);
        assertEquals("Some-Face", read.getName());
        assertEquals(font.entries().size() + 1, read.getNumCharStrings());
        for (SubsetFont.Entry entry : font.entries()) {
            Rectangle2D expected = entry.glyph().curves().getBounds2D();
            Rectangle2D found = read.getType2CharString(entry.id()).getPath().getBounds2D();
            assertEquals(expected.getMinX(), found.getMinX(), 1.5);
            assertEquals(expected.getMaxY(), found.getMaxY(), 1.5);
            assertEquals(expected.getWidth(), found.getWidth(), 2);
            assertEquals(Math.rint(entry.glyph().advance()), read.getType2CharString(entry.id()).getWidth());
        }
    }

    @Test
    void anotherReaderFindsEveryGlyphByItsCode() throws IOException {
        OpenTypeFont read = new OTFParser(true).parse(new RandomAccessReadBuffer(org.epochreel.print.type.OpenTypeFont.of(font)));
        for (SubsetFont.Entry entry : font.entries()) {
            assertEquals(entry.id(), read.getUnicodeCmapLookup().getGlyphId(entry.code()));
            assertEquals(Math.rint(entry.glyph().advance()), read.getAdvanceWidth(entry.id()));
        }
        assertEquals(2048, read.getUnitsPerEm());
    }

    @Test
    void lettersAreFoundByTheirCharactersAndMarksArePlacedByNobodyElse() {
        for (Placed placed : face.line(TEXT).glyphs()) {
            SubsetFont.Entry entry = font.entry(placed);
            boolean mark = placed.character() == 0x0302;
            assertEquals(placed.character(), entry.character());
            assertTrue(mark ? entry.code() >= 0xE000 : entry.code() == placed.character());
        }
        int glyphs = font.entries().size();
        font.add(face.line(TEXT));
        assertEquals(glyphs, font.entries().size());
    }
}
