package org.epochreel.font;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.epochreel.text.VisibleText;

/**
 * Which characters stand for a text in a picture: composed ones (Unicode's NFC), no controls, and others in place of
 * those that no typeface has. An ideograph or a letter becomes a box, so that somebody sees what is lacking; a small
 * picture is left out, for what it adds is mood.
 */
final class DrawnText {

    /** Stands for a letter that no typeface has. */
    static final String BOX = "\u25A1";

    /** Draws nothing, and keeps the letters on both sides from joining. */
    static final int NON_JOINER = 0x200C;

    /** Below, no text needs to be composed, and none runs from the right. */
    private static final int FIRST_MARK = 0x0300;

    /** First and last characters of the blocks of pictures. */
    private static final int[][] PICTURES = {{0x2300, 0x23FF}, {0x2600, 0x27BF}, {0x2B00, 0x2BFF}, {0x1F000, 0x1FBFF}};

    /** Blocks of signs that are others in a certain dress, such as ligatures; these have been complete for long. */
    private static final int[][] DRESSED = {{0x00A0, 0x024F}, {0x2000, 0x24FF}, {0x3000, 0x33FF}, {0xFB00, 0xFB06},
            {0xFF00, 0xFFEF}, {0x1D400, 0x1D7FF}};

    /** Blocks of scripts whose letters change places and join in ways that their fonts describe, which is not done. */
    private static final int[][] JOINING = {{0x0700, 0x085F}, {0x0900, 0x0DFF}, {0x0F00, 0x109F}, {0x1780, 0x18AF}};

    private final IntPredicate known;

    /** @param known whether a typeface has a character (a code point) */
    DrawnText(IntPredicate known) {
        this.known = known;
    }

    /** The characters to draw, in the order in which they are read. */
    ImmutableIntArray characters(String text) {
        // So are nearly all texts, several times a frame.
        if (isPlain(text)) {
            ImmutableIntArray.Builder same = ImmutableIntArray.builder(text.length());
            for (int i = 0; i < text.length(); i++) {
                same.add(text.charAt(i));
            }
            return same.build();
        }
        String composed = composed(text);
        ImmutableIntArray.Builder drawn = ImmutableIntArray.builder(composed.length());
        int last = ' ';
        boolean leftOut = false;
        for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            int written = composed.codePointAt(i);
            String shown = drawnAs(written);
            // The blanks on both sides of what is left out would stand as a gap.
            if (shown.isEmpty() || shown.equals(" ") && leftOut && last == ' ') {
                leftOut |= !VisibleText.isHidden(written);
                continue;
            }
            shown.codePoints().forEach(drawn::add);
            last = shown.codePointBefore(shown.length());
            leftOut = false;
        }
        return drawn.build();
    }

    /** Each character once that no typeface has or that is not joined as it should be, in the order of the text. */
    ImmutableList<MissingGlyph> missing(String text) {
        ImmutableList.Builder<MissingGlyph> missing = ImmutableList.builder();
        Set<Integer> seen = new HashSet<>();
        composed(text).codePoints().forEach(character -> {
            boolean wrong = !known.test(character) || isIn(JOINING, character);
            if (wrong && !VisibleText.isHidden(character) && seen.add(character)) {
                missing.add(new MissingGlyph(Math.max(0, text.indexOf(character)), character, drawnAs(character)));
            }
        });
        return missing.build();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String composed(String text) {
        boolean simple = text.chars().allMatch(c -> c < FIRST_MARK);
        return simple ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private String drawnAs(int character) {
        if (character == NON_JOINER) {
            return itself(character);
        }
        if (VisibleText.isHidden(character)) {
            return character == '\n' || character == '\t' ? " " : "";
        }
        if (known.test(character)) {
            return itself(character);
        }
        if (isIn(DRESSED, character)) {
            String undressed = Normalizer.normalize(itself(character), Normalizer.Form.NFKC);
            if (undressed.codePoints().allMatch(known)) {
                return undressed;
            }
        }
        return isIn(PICTURES, character) || CombiningMark.is(character) ? "" : BOX;
    }

    private static String itself(int character) {
        return Character.toString(character);
    }

    private static boolean isIn(int[][] blocks, int character) {
        for (int[] block : blocks) {
            if (character >= block[0] && character <= block[1]) {
                return true;
            }
        }
        return false;
    }
}
