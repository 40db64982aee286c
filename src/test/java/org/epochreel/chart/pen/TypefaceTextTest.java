package org.epochreel.chart.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.epochreel.font.FontFile;
import org.epochreel.font.Glyph;
import org.epochreel.font.GlyphLine.Placed;
import org.epochreel.font.MissingGlyph;
import org.junit.jupiter.api.Test;

class TypefaceTextTest {

    private final Typeface typeface = TypefaceTest.TYPEFACES.of(Typeface.Weight.REGULAR);

    private static Typeface with(String font) throws Exception {
        try (InputStream in = FontFile.class.getResourceAsStream(font)) {
            return new Typefaces().with(Optional.of(FontFile.of(in.readAllBytes()))).of(Typeface.Weight.REGULAR);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Rectangle2D bounds(Placed placed) {
        Rectangle2D box = placed.glyph().bounds();
        return new Rectangle2D.Double(
                box.getX() + placed.x(), box.getY() + placed.y(), box.getWidth(), box.getHeight());
    }

    @Test
    void decomposedTextIsDrawnAsComposedText() {
        assertEquals(typeface.line("Größe é Ñ ệ"), typeface.line("Gro\u0308ße e\u0301 N\u0303 e\u0323\u0302"));
    }

    @Test
    void aMarkWithoutComposedFormSitsAboveTheMiddleOfItsLetter() {
        for (String letter : new String[] {"x", "θ", "X", "b", "𝐱"}) {
            ImmutableList<Placed> glyphs = typeface.line(letter + "\u0302").glyphs();
            Rectangle2D base = bounds(glyphs.get(0));
            Rectangle2D hat = bounds(glyphs.get(1));
            assertEquals(base.getCenterX(), hat.getCenterX(), 0.01, letter);
            assertTrue(hat.getMinY() > base.getMaxY() && hat.getMinY() < base.getMaxY() + 350, letter + hat + base);
            assertEquals(typeface.line(letter).width(), typeface.line(letter + "\u0302").width());
        }
    }

    @Test
    void marksStandAboveAndBelowEachOther() {
        ImmutableList<Placed> above = typeface.line("x\u0304\u0302").glyphs();
        assertTrue(bounds(above.get(2)).getMinY() > bounds(above.get(1)).getMaxY());
        ImmutableList<Placed> below = typeface.line("g\u0331\u0323").glyphs();
        assertTrue(bounds(below.get(1)).getMaxY() < bounds(below.get(0)).getMinY());
        assertTrue(bounds(below.get(2)).getMaxY() < bounds(below.get(1)).getMinY());
    }

    @Test
    void aStrokeGoesThroughItsSign() {
        ImmutableList<Placed> glyphs = typeface.line("⊙\u0338").glyphs();
        assertEquals(bounds(glyphs.get(0)).getCenterX(), bounds(glyphs.get(1)).getCenterX(), 0.01);
        assertEquals(bounds(glyphs.get(0)).getCenterY(), bounds(glyphs.get(1)).getCenterY(), 0.01);
    }

    @Test
    void aMarkTakesTheDotOfAnI() {
        assertSame(typeface.line("\u0237").glyphs().get(0).glyph(), typeface.line("j\u0304").glyphs().get(0).glyph());
        assertSame(typeface.line("j").glyphs().get(0).glyph(), typeface.line("j\u0323").glyphs().get(0).glyph());
    }

    @Test
    void controlsAndInvisibleCharactersDrawNothing() {
        assertEquals(typeface.line("ab c"), typeface.line("a\u001b\u200bb\u202e\nc\u00ad\uFEFF"));
    }

    @Test
    void aPictureIsLeftOutWithTheGapAroundIt() {
        assertEquals(typeface.line("Learning a sine"), typeface.line("Learning 🚀 a sine"));
        assertEquals(typeface.line("a sine"), typeface.line("👩\u200d💻 a sine"));
        assertEquals(List.of(new MissingGlyph(9, 0x1F680, "")), typeface.missing("Learning 🚀 a 🚀 sine"));
    }

    @Test
    void aLetterThatNoTypefaceHasIsABoxAndALigatureItsLetters() {
        assertEquals(typeface.line("□□ of 2 kg"), typeface.line("神经 of 2 ㎏"));
        assertEquals(
                List.of(new MissingGlyph(0, '神', "□"), new MissingGlyph(1, '经', "□"), new MissingGlyph(7, '㎏', "kg")),
                typeface.missing("神经 of 2㎏"));
        assertEquals(List.of(), typeface.missing("w ← w − η ∇L(w), x̂ ∈ ℝⁿ\u200b"));
    }

    @Test
    void anAuthorsFontGoesBeforeInterAndLeavesWhatItLacks() throws Exception {
        Typeface own = with("ideographs.otf");
        assertEquals(List.of(), own.missing("学習 H, x ∈ ℝ"));
        assertEquals(List.of(new MissingGlyph(2, '字', "□")), own.missing("学習字"));
        assertEquals(typeface.width("xyz", 100), own.width("xyz", 100));
        assertEquals(own.width("0", 100), own.width("1", 100));
    }

    @Test
    void hebrewRunsFromTheRightAndNumbersInItFromTheLeft() throws Exception {
        Typeface hebrew = with("hebrew.ttf");
        assertEquals(glyphs(hebrew, "ם", "ו", "ל", "ש"), glyphs(hebrew, "שלום"));
        assertEquals(glyphs(hebrew, "1", "2", " ", "ש"), glyphs(hebrew, "ש 12"));
        assertEquals(glyphs(hebrew, "(", "ל", ")", "ש"), glyphs(hebrew, "ש(ל)"));
    }

    @Test
    void arabicLettersJoin() throws Exception {
        Typeface arabic = with("arabic.ttf");
        // Meem alone, then the ligature of lam and alef at the end of what seen begins.
        assertEquals(glyphs(arabic, "\uFEE1", "\uFEFC", "\uFEB3"), glyphs(arabic, "سلام"));
        assertEquals(glyphs(arabic, "\uFEE2", "\uFEE0", "\uFEB3"), glyphs(arabic, "سلم"));
        assertFalse(arabic.missing("नमस्ते").isEmpty());
    }

    private static List<Glyph> glyphs(Typeface typeface, String... texts) {
        return List.of(texts).stream()
                .flatMap(text -> typeface.line(text).glyphs().stream())
                .map(Placed::glyph)
                .collect(Collectors.toList());
    }
}
