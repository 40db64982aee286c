package org.epochreel.font;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.epochreel.font.GlyphReport.Notice;
import org.junit.jupiter.api.Test;

class GlyphReportTest {

    @Test
    void mathematicsAndEuropesLettersNeedNoNotice() {
        assertEquals(List.of(), GlyphReport.of("Größe, x̂ ∈ ℝⁿ, w ← w − η ∇L(w), ‖w‖ ∝ ⊙ ℒ, Ж, ệ", Optional.empty()));
    }

    @Test
    void aPictureIsNamedWithItsPlace() {
        assertEquals(List.of(new Notice(9, "🚀 (U+1F680) is in no typeface and left out")),
                GlyphReport.of("Learning 🚀 a sine", Optional.empty()));
    }

    @Test
    void ofManyCharactersAFewAreNamed() {
        assertEquals(
                List.of(new Notice(2, "神 (U+795E), 经 (U+7ECF), 网 (U+7F51), 络 (U+7EDC), 学 (U+5B66) and 2 more characters"
                        + " are in no typeface and drawn as a box; video.font can name a font that has it")),
                GlyphReport.of("a 神经网络学习失神", Optional.empty()));
    }

    @Test
    void eachFateHasItsNotice() {
        assertEquals(
                List.of(new Notice(0, "ﬁ (U+FB01) is drawn as \"fi\""),
                        new Notice(2, "न (U+0928) is in no typeface and drawn as a box; video.font can name a font that"
                                + " has it"),
                        new Notice(4, "🎉 (U+1F389) is in no typeface and left out")),
                GlyphReport.of("ﬁ न 🎉", Optional.empty()));
    }

    @Test
    void whatTheAuthorsFontHasIsNotMissing() throws Exception {
        try (InputStream in = FontFile.class.getResourceAsStream("ideographs.otf")) {
            assertEquals(List.of(), GlyphReport.of("学習 ∇", Optional.of(FontFile.of(in.readAllBytes()))));
        }
    }
}
