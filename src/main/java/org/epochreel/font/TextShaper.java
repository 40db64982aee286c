package org.epochreel.font;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.epochreel.font.GlyphLine.Placed;

/**
 * Makes a line of glyphs from a text: composes characters, seats marks on their letters, and puts what is read from the
 * right in the order in which it is seen (Unicode Standard Annex 9, by the platform). Letters that join or change
 * places are not shaped, but for Arabic's, which have characters for their forms.
 */
public final class TextShaper {

    private static final int FIRST_FROM_THE_RIGHT = 0x0590;

    private static final String DOTTED = "ij";
    private static final String DOTLESS = "\u0131\u0237";

    /** Brackets that a text from the right shows the other way round, each beside its mirror image. */
    private static final String MIRRORED = "()[]{}<>\u00AB\u00BB\u2039\u203A\u2264\u2265";

    private final IntFunction<Optional<Glyph>> glyphs;
    private final DrawnText drawn;

    /** @param glyphs of a character (a code point), the same object each time */
    public TextShaper(IntFunction<Optional<Glyph>> glyphs) {
        this.glyphs = glyphs;
        this.drawn = new DrawnText(this::isKnown);
    }

    public GlyphLine line(String text) {
        ImmutableIntArray characters = drawn.characters(text);
        boolean fromTheRight = false;
        for (int i = 0; i < characters.length(); i++) {
            fromTheRight |= characters.get(i) >= FIRST_FROM_THE_RIGHT;
        }
        if (fromTheRight) {
            characters = ArabicForms.of(characters, this::isKnown);
        }
        List<Cluster> clusters = new ArrayList<>(characters.length());
        for (int i = 0; i < characters.length(); i++) {
            int character = characters.get(i);
            if (character == DrawnText.NON_JOINER) {
                continue;
            }
            Glyph glyph = glyph(character);
            if (CombiningMark.is(character) && !clusters.isEmpty()) {
                seat(character, glyph, clusters.get(clusters.size() - 1));
            } else {
                clusters.add(new Cluster(character, glyph));
            }
        }
        if (fromTheRight) {
            clusters = asSeen(clusters);
        }
        List<Placed> line = new ArrayList<>(clusters.size());
        double x = 0;
        for (Cluster cluster : clusters) {
            cluster.place(x, line);
            x += cluster.advance();
        }
        return new GlyphLine(ImmutableList.copyOf(line), x);
    }

    /** Each character of {@code text} that has no glyph, once. */
    public ImmutableList<MissingGlyph> missing(String text) {
        return drawn.missing(text);
    }

    private boolean isKnown(int character) {
        return glyphs.apply(character).isPresent();
    }

    private Glyph glyph(int character) {
        return glyphs.apply(character).orElseThrow();
    }

    private void seat(int character, Glyph mark, Cluster cluster) {
        CombiningMark kind = CombiningMark.of(character, mark);
        int dotted = DOTTED.indexOf(cluster.codePoint());
        if (dotted >= 0 && kind == CombiningMark.ABOVE) {
            cluster.replaceLetter(glyph(DOTLESS.charAt(dotted)));
        }
        cluster.add(kind, character, mark, glyph('x').bounds().getMaxY());
    }

    private List<Cluster> asSeen(List<Cluster> clusters) {
        StringBuilder read = new StringBuilder();
        int[] starts = new int[clusters.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = read.length();
            read.appendCodePoint(clusters.get(i).codePoint());
        }
        Bidi order = new Bidi(read.toString(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        if (order.isLeftToRight()) {
            return clusters;
        }
        byte[] levels = new byte[starts.length];
        Cluster[] seen = new Cluster[starts.length];
        for (int i = 0; i < starts.length; i++) {
            levels[i] = (byte) order.getLevelAt(starts[i]);
            Cluster cluster = clusters.get(i);
            int mirrored = levels[i] % 2 == 0 || cluster.hasMarks() ? -1 : MIRRORED.indexOf(cluster.codePoint());
            seen[i] = mirrored < 0 ? cluster : mirror(MIRRORED.charAt(mirrored ^ 1));
        }
        Bidi.reorderVisually(levels, 0, seen, 0, seen.length);
        return List.of(seen);
    }

    private Cluster mirror(int character) {
        return new Cluster(character, glyph(character));
    }
}
