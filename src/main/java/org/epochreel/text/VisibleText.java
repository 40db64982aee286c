package org.epochreel.text;

import java.util.HexFormat;
import java.util.Locale;

/**
 * Text of unknown origin made safe to print: what a terminal would obey, what changes the order of letters and what
 * nobody sees is written out, such as {@code \n}, {@code \u005cu001b} or {@code \u005cu202e}. Text that has been made
 * visible stays as it is when that is done again.
 */
public final class VisibleText {

    /** First and last characters of what is written out: controls, halves of pairs, what shows nothing of its own. */
    private static final int[][] HIDDEN = {
            {0x0000, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160},
            {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
            {0xD800, 0xDFFF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB},
            {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int FIRST_SELECTOR = 0xFE00;
    private static final int LAST_SELECTOR = 0xFE0F;

    /** Where the scripts begin whose letters may need joiners; so do pictures, which stand further behind. */
    private static final int FIRST_JOINED = 0x0600;

    /** Of the room of a long line, what its beginning gets. */
    private static final double BEGINNING = 0.7;

    private VisibleText() {}

    /** {@code text} on one line. */
    public static String line(String text) {
        return visible(text, false);
    }

    /** {@code text} with its line feeds. */
    public static String lines(String text) {
        return visible(text, true);
    }

    /**
     * {@code text} on one line of at most about {@code most} characters: of a longer one the beginning and the end,
     * with the number of characters between them that are left out.
     */
    public static String line(String text, int most) {
        StringBuilder all = new StringBuilder();
        int start = 0;
        while (start < text.length() && all.length() <= most) {
            start += append(all, text, start);
        }
        if (all.length() <= most) {
            return all.toString();
        }
        StringBuilder shown = new StringBuilder(most + 32);
        start = 0;
        while (shown.length() < BEGINNING * most) {
            start += append(shown, text, start);
        }
        int end = text.length();
        int room = most - shown.length();
        while (room > 0 && end > start) {
            end -= Character.charCount(text.codePointBefore(end));
            StringBuilder one = new StringBuilder();
            append(one, text, end);
            room -= one.length();
        }
        shown.append(String.format(Locale.ROOT, "\u2026 (%,d characters more) \u2026", end - start));
        for (int i = end; i < text.length();) {
            i += append(shown, text, i);
        }
        return shown.toString();
    }

    /** Whether a character (a code point) shows nothing where it stands alone: a control, a joiner, half a pair. */
    public static boolean isHidden(int codePoint) {
        for (int[] range : HIDDEN) {
            if (codePoint <= range[1]) {
                return codePoint >= range[0];
            }
        }
        return false;
    }

    private static String visible(String text, boolean lineFeeds) {
        if (text.codePoints().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length();) {
            if (lineFeeds && text.charAt(i) == '\n') {
                shown.append('\n');
                i++;
            } else {
                i += append(shown, text, i);
            }
        }
        return shown.toString();
    }

    /** Appends the character at {@code index} as it is shown; how many {@code char}s of the text it takes. */
    private static int append(StringBuilder shown, String text, int index) {
        int codePoint = text.codePointAt(index);
        if (!isHidden(codePoint) || index > 0 && belongsTo(text.codePointBefore(index), codePoint)) {
            shown.appendCodePoint(codePoint);
        } else {
            shown.append(escape(codePoint));
        }
        return Character.charCount(codePoint);
    }

    /** Whether the hidden character is part of how the one before it looks, as in pictures made of several. */
    private static boolean belongsTo(int before, int hidden) {
        if (hidden == JOINER || hidden == NON_JOINER) {
            return before >= FIRST_JOINED && (!isHidden(before) || before == LAST_SELECTOR);
        }
        return hidden >= FIRST_SELECTOR && hidden <= LAST_SELECTOR && before > 0x7F && !isHidden(before);
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT
                    ? "\\u" + HexFormat.of().toHexDigits((short) codePoint)
                    : "\\U" + HexFormat.of().toHexDigits(codePoint);
        };
    }
}
