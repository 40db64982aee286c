package org.epochreel.data.table;

import java.util.List;

/** A file's own words in a message: short, in one line, with characters that steer a terminal spelt out. */
final class Shown {

    private static final int LONGEST = 32;
    private static final int MOST_NAMES = 12;

    private Shown() {}

    /** The text in quotes, cut where it is long. */
    static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, Math.min(text.length(), 80))));
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r') {
                shown.append(' ');
            } else if (steers(c)) {
                shown.append(String.format("\\u%04x", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.append(end < text.length() ? "..." : "").append('"').toString();
    }

    /** Names in quotes, the first dozen of them and the number of the others. */
    static String list(List<String> names) {
        StringBuilder list = new StringBuilder();
        int shown = Math.min(names.size(), MOST_NAMES);
        for (String name : names.subList(0, shown)) {
            list.append(list.length() == 0 ? "" : ", ").append(quoted(name));
        }
        return list + (shown < names.size() ? " and " + (names.size() - shown) + " more" : "");
    }

    /** Control characters, and those that turn the direction of writing. */
    private static boolean steers(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
