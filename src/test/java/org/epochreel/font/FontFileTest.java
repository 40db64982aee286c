package org.epochreel.font;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FontFileTest {

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = FontFileTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void symbolsHaveTheSignsOfMathematicsThatInterLacks() {
        FontFile symbols = FontFile.symbols();
        Inter inter = Inter.load("Inter-Regular");
        ("∇∈∉∀∃ℝℕℤℚℂ∝⊙∼≡‖∥ℒ𝔼𝒩𝟙∘⋅⟨⟩⌈⌉⌊⌋≪≫∪∩⊂⊆∅∧∨⊗⊕⊥∠ℏ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₔₕₖₗₘₙₚₛₜᵢᵣᵤᵥⱼᵦᵧᵨᵩᵪ"
                + "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵠᵡαβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩϕϑϵ")
                .codePoints().forEach(c -> assertTrue(inter.glyph(c) + symbols.glyph(c) > 0, Character.toString(c)));
    }

    @Test
    void capitalsOfEveryFontAreAsHighAsInters() throws Exception {
        FontFile font = FontFile.of(bytes("ideographs.otf"));
        Path2D outline = font.outline(font.glyph('H'));
        assertEquals(Face.CAP_HEIGHT, outline.getBounds2D().getMaxY(), 1);
        assertEquals(0, outline.getBounds2D().getMinY(), 1);
    }

    @Test
    void ideographsHaveTheirOwnOutlinesAlthoughTheirNumbersDiffer() throws Exception {
        FontFile font = FontFile.of(bytes("ideographs.otf"));
        for (int character : "学習が損失".codePoints().toArray()) {
            // Such a sign fills most of a square of the em that stands a little below the line.
            var bounds = font.outline(font.glyph(character)).getBounds2D();
            double least = 0.6 * Face.UNITS;
            assertTrue(bounds.getWidth() > least && bounds.getHeight() > least, bounds.toString());
            assertEquals(Face.UNITS, font.advance(font.glyph(character)), 0.05 * Face.UNITS);
        }
        assertNotEquals(points(font, '学'), points(font, '習'));
        assertEquals(0, font.glyph('字'));
    }

    @Test
    void theFirstFontOfACollectionIsTheOneThatIsRead() throws Exception {
        FontFile collection = FontFile.of(bytes("collection.ttc"));
        FontFile alone = FontFile.of(bytes("hebrew.ttf"));
        assertEquals(points(alone, 'ש'), points(collection, 'ש'));
        assertEquals(alone.advance(alone.glyph('ש')), collection.advance(collection.glyph('ש')));
    }

    @Test
    void whatIsNoFontIsRefusedInASentence() throws Exception {
        assertTrue(refusal("data: {x: 1}\nmodel: linear\n".getBytes("UTF-8")).contains("no font"));
        assertTrue(refusal(new byte[3]).contains("no font"));
        assertTrue(refusal(new byte[100]).contains("no font"));
        assertTrue(refusal("wOF2 and what follows after".getBytes("UTF-8")).contains("unpack it"));
        assertTrue(refusal(Arrays.copyOf(bytes("hebrew.ttf"), 700)).contains("damaged"));
        assertTrue(refusal(Arrays.copyOf(bytes("ideographs.otf"), 900)).contains("damaged"));
        assertTrue(refusal(Arrays.copyOf(bytes("collection.ttc"), 20)).contains("damaged"));
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(FontFileException.class, () -> FontFile.of(bytes)).getMessage();
    }

    @Test
    void aDamagedFontIsRefusedOrLacksGlyphsButNeverFailsLater() throws Exception {
        Random random = new Random(4);
        for (String name : new String[] {"hebrew.ttf", "ideographs.otf", "collection.ttc"}) {
            byte[] whole = bytes(name);
            for (int round = 0; round < 300; round++) {
                byte[] damaged = whole.clone();
                for (int i = 0; i < 8; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                FontFile font;
                try {
                    font = FontFile.of(damaged);
                } catch (FontFileException e) {
                    continue;
                }
                for (int character : "שלום 12学H\uFFFE".codePoints().toArray()) {
                    int glyph = font.glyph(character);
                    if (glyph > 0) {
                        font.outline(glyph);
                        assertTrue(Double.isFinite(font.advance(glyph)));
                    }
                }
            }
        }
    }

    @Test
    void readingAFontLeavesTheBytesAsTheyWere() throws Exception {
        byte[] bytes = bytes("collection.ttc");
        byte[] before = bytes.clone();
        FontFile.of(bytes);
        assertArrayEquals(before, bytes);
    }

    private static String points(FontFile font, int character) {
        StringBuilder points = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = font.outline(font.glyph(character)).getPathIterator(null); !i.isDone(); i.next()) {
            points.append(i.currentSegment(at)).append(Arrays.toString(at));
        }
        return points.toString();
    }
}
