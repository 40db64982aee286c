package org.epochreel.font;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells an author which characters of a text are not drawn as they were meant, before a video shows it. */
public final class GlyphReport {

    /** Characters that a sentence names; of more it says how many there are. */
    private static final int MOST_NAMED = 5;

    /** What every typeface has. */
    private static final int LAST_CERTAIN = 0x7E;

    private GlyphReport() {}

    /**
     * Characters that fare alike.
     *
     * @param index where the first of them stands in the text, in {@code char}s
     * @param sentence which, and what is drawn instead
     */
    public record Notice(int index, String sentence) {}

    /**
     * One notice for each way in which characters are not drawn as they are; none for most texts.
     *
     * @param own the author's font
     */
    public static ImmutableList<Notice> of(String text, Optional<FontFile> own) {
        if (text.chars().allMatch(c -> c <= LAST_CERTAIN)) {
            return ImmutableList.of();
        }
        ImmutableListMultimap<String, MissingGlyph> byFate =
                Multimaps.index(new DrawnText(known(own)).missing(text), GlyphReport::fate);
        return byFate.asMap().entrySet().stream()
                .map(entry -> notice(entry.getKey(), List.copyOf(entry.getValue())))
                .collect(ImmutableList.toImmutableList());
    }

    private static IntPredicate known(Optional<FontFile> own) {
        Inter inter = Inter.load("Inter-Regular");
        Supplier<FontFile> symbols = Suppliers.memoize(FontFile::symbols);
        return character -> own.map(font -> font.has(character)).orElse(false) || inter.has(character)
                || symbols.get().has(character);
    }

    private static String fate(MissingGlyph glyph) {
        if (glyph.instead().equals(Character.toString(glyph.codePoint()))) {
            return "drawn one by one, not joined as the script asks";
        }
        if (glyph.instead().isEmpty()) {
            return "in no typeface and left out";
        }
        return glyph.instead().equals(DrawnText.BOX)
                ? "in no typeface and drawn as a box; video.font can name a font that has it"
                : "drawn as \"" + glyph.instead() + "\"";
    }

    private static Notice notice(String fate, List<MissingGlyph> glyphs) {
        String names = glyphs.stream().limit(MOST_NAMED)
                .map(glyph -> Character.toString(glyph.codePoint())
                        + String.format(Locale.ROOT, " (U+%04X)", glyph.codePoint()))
                .collect(Collectors.joining(", "));
        int more = glyphs.size() - MOST_NAMED;
        String all = names + (more > 0 ? " and " + more + " more characters" : "");
        return new Notice(glyphs.get(0).index(), all + (glyphs.size() == 1 ? " is " : " are ") + fate);
    }
}
