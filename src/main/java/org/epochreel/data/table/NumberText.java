package org.epochreel.data.table;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.text.DecimalNumber;

/**
 * Numbers as spreadsheets and people write them: with a decimal point or comma, digits in groups of three
 * ({@code 1,234.5}, {@code 1.234,5}, {@code 1 234,5}, {@code 1'234.5}), and a minus sign of any keyboard.
 */
final class NumberText {

    private static final Pattern GROUPED = Pattern.compile("(?<sign>[-+]?)"
            + "(?:(?<first>[0-9]{1,3})(?<mark>[.,'\u2019 ])(?<rest>[0-9]{3}(?:\\k<mark>[0-9]{3})*)|(?<whole>[0-9]*))"
            + "(?:(?<decimal>[.,])(?<decimals>[0-9]*))?(?<power>[eE][-+]?[0-9]+)?");

    /** More characters than any number is written with. */
    private static final int LONGEST = 1000;

    /** Which decimal mark a text speaks for. */
    enum Speaks {
        /** It is no number with either. */
        NO_NUMBER,
        /** It is the same number with both. */
        FOR_BOTH,
        FOR_POINT,
        FOR_COMMA,
        /** It is a number with both, but not the same one: {@code 1.234}. */
        FOR_EITHER
    }

    private NumberText() {}

    /** The text without spaces of any kind at its ends; tabs, no-break and invisible spaces are such. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c > 127 && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF'
                || c == '\u200B');
    }

    /** The nearest double, infinite beyond the largest, of a stripped text; nothing where it is not a number. */
    static OptionalDouble parse(String text, DecimalMark mark) {
        if (!mayBeNumber(text)) {
            return OptionalDouble.empty();
        }
        if (mark == DecimalMark.POINT && DecimalNumber.isWrittenIn(text)) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        String plain = plain(text);
        if (mark == DecimalMark.COMMA && plain.indexOf('.') < 0) {
            String pointed = plain.replace(',', '.');
            if (DecimalNumber.isWrittenIn(pointed)) {
                return OptionalDouble.of(Double.parseDouble(pointed));
            }
        }
        Matcher parts = GROUPED.matcher(plain);
        if (!parts.matches()) {
            return OptionalDouble.empty();
        }
        String point = parts.group("decimal");
        String group = parts.group("mark");
        boolean wrongMark = point != null && point.charAt(0) != mark.character();
        boolean wrongGroup = group != null && group.charAt(0) == mark.character();
        // Nobody groups digits after a zero, as in 0.123, or before a power of ten.
        boolean oddGroup = group != null
                && (parts.group("first").charAt(0) == '0' || parts.group("power") != null);
        if (wrongMark || wrongGroup || oddGroup) {
            return OptionalDouble.empty();
        }
        String digits = group == null ? parts.group("whole") : parts.group("first") + parts.group("rest")
                .replace(group, "");
        String decimals = parts.group("decimals") == null ? "" : "." + parts.group("decimals");
        String power = parts.group("power") == null ? "" : parts.group("power");
        return DecimalNumber.parse(parts.group("sign") + digits + decimals + power);
    }

    /** Which mark a stripped text speaks for. */
    static Speaks speaks(String text) {
        if (!mayBeNumber(text)) {
            return Speaks.NO_NUMBER;
        }
        Optional<Speaks> plain = speaksPlainly(text);
        if (plain.isPresent()) {
            return plain.get();
        }
        OptionalDouble point = parse(text, DecimalMark.POINT);
        OptionalDouble comma = parse(text, DecimalMark.COMMA);
        if (point.isPresent() && comma.isPresent()) {
            return point.equals(comma) ? Speaks.FOR_BOTH : Speaks.FOR_EITHER;
        }
        return point.isPresent() ? Speaks.FOR_POINT : comma.isPresent() ? Speaks.FOR_COMMA : Speaks.NO_NUMBER;
    }

    /** The answer for what most numbers are, without the cost of parsing twice: digits, and perhaps one mark. */
    private static Optional<Speaks> speaksPlainly(String text) {
        int first = text.charAt(0) == '-' ? 1 : 0;
        int mark = -1;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == ',') && mark < 0) {
                mark = i;
            } else if (c < '0' || c > '9') {
                return Optional.empty();
            }
        }
        int before = mark - first;
        if (text.length() == first || mark == first && text.length() == mark + 1) {
            return Optional.empty();
        }
        if (mark < 0) {
            return Optional.of(Speaks.FOR_BOTH);
        }
        if (text.length() - mark == 4 && before >= 1 && before <= 3 && text.charAt(first) != '0') {
            return Optional.of(Speaks.FOR_EITHER);
        }
        return Optional.of(text.charAt(mark) == '.' ? Speaks.FOR_POINT : Speaks.FOR_COMMA);
    }

    private static boolean mayBeNumber(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        char first = text.charAt(0);
        return first >= '0' && first <= '9' || "+-.,\u2212".indexOf(first) >= 0;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\u2212' ? '-' : isSpace(c) ? ' ' : c);
        }
        return plain.toString();
    }
}
