package org.epochreel.scene.yaml;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of YAML as somebody wrote it who wanted to say something else than YAML understands: text that YAML takes for
 * a list, a group, a reference or the beginning of a block. Looked at only where YAML has already refused the file.
 *
 * @param text the line without its end
 */
record YamlLine(String text) {

    private static final int LONGEST_SHOWN = 60;
    private static final Pattern NO_SPACE = Pattern.compile("\\s*(?:- )?([A-Za-z][A-Za-z0-9_-]*):([^\\s:/\\\\].*)");
    private static final Pattern KEY_AND_VALUE =
            Pattern.compile("(\\s*(?:- +)*)([A-Za-z][A-Za-z0-9_-]*): +(\\S.*?)\\s*");
    private static final Pattern COMMENT = Pattern.compile("\\s{2,}#\\s.*");
    private static final Pattern BLOCK_HEAD = Pattern.compile("[|>][-+1-9]{0,2}(\\s+#.*)?");
    private static final String NO_FIRST_CHARACTERS = "@`%&*!|>,?-";
    private static final ImmutableMap<Character, Character> CLOSING = ImmutableMap.of('{', '}', '[', ']');

    /**
     * What to write instead.
     *
     * @param column from 1
     */
    record Advice(int column, String sentence) {}

    /** Advice on a line {@code key: value}; nothing where the line looks like YAML. */
    Optional<Advice> advice() {
        Matcher tight = NO_SPACE.matcher(text);
        if (tight.matches()) {
            return Optional.of(new Advice(column(tight.start(1)), spaceMissing(tight.group(1), tight.group(2))));
        }
        Matcher line = KEY_AND_VALUE.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        String key = line.group(2);
        String value = line.group(3);
        return valueAdvice(value).map(sentence -> new Advice(column(line.start(3)), sentence.endsWith("quotes")
                || sentence.endsWith("text") ? sentence + "; write " + key + ": " + quoted(value) : sentence));
    }

    /** Advice on a line {@code key: value} in whose value YAML has found another key. */
    Optional<Advice> adviceOnSecondKey() {
        Matcher line = KEY_AND_VALUE.matcher(text);
        if (!line.matches() || "{[\"'".indexOf(line.group(3).charAt(0)) >= 0) {
            return Optional.empty();
        }
        String key = line.group(2);
        String value = line.group(3);
        return Optional.of(new Advice(column(line.start(3)), "a second key stands in this line; if it is text, write " + key
                + ": " + quoted(value) + ", if it is a group, write " + key + ": {" + shortened(value) + "}"));
    }

    /** As {@link #advice}, of a value alone. */
    static Optional<String> adviceOnValue(String value) {
        return valueAdvice(value.strip());
    }

    static String spaceMissing(String key, String value) {
        return "a space is missing after the colon; write " + key + ": " + shortened(value.strip());
    }

    /** The column of a character, counted as YAML positions are: in code points. */
    private int column(int index) {
        return text.codePointCount(0, index) + 1;
    }

    private static Optional<String> valueAdvice(String value) {
        char first = value.charAt(0);
        boolean bracket = CLOSING.containsKey(first);
        if (bracket || first == '"' || first == '\'') {
            int end = bracket ? closing(value) : value.indexOf(first, 1);
            String rest = end < 0 ? "" : value.substring(end + 1).strip();
            if (rest.isEmpty() || rest.startsWith("#")) {
                return Optional.empty();
            }
            return Optional.of(rest.equals(",") ? "a comma stands behind the value; remove it"
                    : "}]".contains(rest) ? "a bracket is closed here that was never opened; remove it"
                    : bracket ? "text that starts with " + first + " needs quotes"
                    : "text goes on after the closing quote; quotes stand around the whole text");
        }
        if (NO_FIRST_CHARACTERS.indexOf(first) >= 0) {
            boolean fine = BLOCK_HEAD.matcher(value).matches()
                    || "?-".indexOf(first) >= 0 && value.length() > 1 && !Character.isWhitespace(value.charAt(1));
            return fine ? Optional.empty() : Optional.of("text that starts with " + first + " needs quotes");
        }
        return Optional.empty();
    }

    /** Where the bracket that a value begins with is closed; -1 where it is not. */
    private static int closing(String value) {
        char open = value.charAt(0);
        char close = CLOSING.get(open);
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            depth += value.charAt(i) == open ? 1 : value.charAt(i) == close ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The value in quotes that keep it as it is. */
    static String quoted(String value) {
        String inner = value;
        char first = value.charAt(0);
        if (value.length() > 1 && first == value.charAt(value.length() - 1) && (first == '\'' || first == '"')) {
            inner = value.substring(1, value.length() - 1);
        }
        String shown = shortened(COMMENT.matcher(inner).replaceFirst(""));
        return shown.indexOf('"') < 0 && shown.indexOf('\\') < 0 ? "\"" + shown + "\""
                : "'" + shown.replace("'", "''") + "'";
    }

    private static String shortened(String value) {
        return value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "..." : value;
    }
}
