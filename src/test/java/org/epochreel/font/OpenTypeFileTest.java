package org.epochreel.font;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTypeFileTest {

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = OpenTypeFileTest.class.getResourceAsStream("/com/formdev/flatlaf/fonts/inter/" + name)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inter-Regular.otf", "Inter-SemiBold.otf"})
    void everyCharactersGlyphAndAdvanceAreThoseThatFontBoxReads(String name) throws IOException {
        byte[] bytes = bytes(name);
        OpenTypeFile file = new OpenTypeFile(bytes);
        try (OpenTypeFont font = new OTFParser(true).parse(new RandomAccessReadBuffer(bytes))) {
            CmapLookup characters = font.getUnicodeCmapLookup();
            assertEquals(font.getUnitsPerEm(), file.unitsPerEm());
            for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
                int glyph = characters.getGlyphId(codePoint);
                assertEquals(glyph, file.glyph(codePoint));
                assertEquals(font.getAdvanceWidth(glyph), file.advance(glyph));
            }
            for (int glyph = 0; glyph < font.getNumberOfGlyphs(); glyph++) {
                assertEquals(font.getAdvanceWidth(glyph), file.advance(glyph));
            }
            assertArrayEquals(font.getTableBytes(font.getTableMap().get("CFF ")), file.table("CFF "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "hhea", "hmtx", "cmap"})
    void aMissingTableIsNamed(String tag) throws IOException {
        byte[] bytes = bytes("Inter-Regular.otf");
        for (int entry = 12; entry < 12 + 16 * bytes[5]; entry += 16) {
            if (tag.equals(new String(bytes, entry, 4, StandardCharsets.ISO_8859_1))) {
                bytes[entry] = '?';
            }
        }
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> new OpenTypeFile(bytes));
        assertEquals("the font has no table " + tag, failure.getMessage());
    }
}
