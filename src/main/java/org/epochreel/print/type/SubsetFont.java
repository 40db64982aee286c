package org.epochreel.print.type;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.epochreel.font.CombiningMark;
import org.epochreel.font.Glyph;
import org.epochreel.font.GlyphLine;
import org.epochreel.font.GlyphLine.Placed;

/** The glyphs of one face that were used, numbered from 1 in the order in which they were. */
public final class SubsetFont {

    /** Unicode's characters for private use, for glyphs that share their character with another one. */
    private static final int PRIVATE_USE = 0xE000;

    private final String name;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Key, Entry> byKey = new HashMap<>();
    private final Set<Integer> codes = new HashSet<>();

    /**
     * A glyph of the font.
     *
     * @param id its number
     * @param character the code point that it stands for in a text
     * @param code the code point by which the font file finds it, no other's
     */
    public record Entry(Glyph glyph, int id, int character, int code) {}

    /** A glyph counts once for each character that it stands for. */
    private record Key(Glyph glyph, int character) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.glyph == glyph && key.character == character;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(glyph) + character;
        }
    }

    /** @param name in ASCII and without blanks */
    public SubsetFont(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Takes in what a line shows. */
    public void add(GlyphLine line) {
        line.glyphs().forEach(this::entry);
    }

    /** The glyph, which is taken in if it is new. */
    public Entry entry(Placed placed) {
        return byKey.computeIfAbsent(new Key(placed.glyph(), placed.character()), key -> {
            int id = entries.size() + 1;
            // Programs place marks as they think best, unless they do not know that they are marks.
            boolean own = !CombiningMark.is(key.character) && codes.add(key.character);
            Entry entry = new Entry(key.glyph, id, key.character, own ? key.character : PRIVATE_USE + id);
            entries.add(entry);
            return entry;
        });
    }

    /** By number, from 1 on. */
    public ImmutableList<Entry> entries() {
        return ImmutableList.copyOf(entries);
    }
}
