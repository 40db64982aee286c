package org.epochreel.font;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * After which of its words a text goes on in a new line. Ideographs count as words; a text whose numbers change keeps
 * its breaks, so that nothing of it jumps.
 *
 * @param ends numbers of words after which a line ends, but for the last line's
 */
public record Wrapping(ImmutableIntArray ends) {

    /** All of a text on one line. */
    public static final Wrapping NONE = new Wrapping(ImmutableIntArray.of());

    /** A width is found to this fraction of a line's. */
    private static final int HALVINGS = 12;

    /** What may not begin a line. */
    private static final String CLOSING = ")]}\u00BB\u201D\u3001\u3002\u3009\u300B\u300D\u300F\u3011\u3015\uFF01"
            + "\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF5D\u30FC\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087"
            + "\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7%\u2030";

    /** What may not end one. */
    private static final String OPENING = "([{\u00AB\u201C\u3008\u300A\u300C\u300E\u3010\u3014\uFF08\uFF5B";

    /**
     * Breaks {@code text} into as few lines as it needs, all about as long. Where {@code most} are too few, all are
     * full and the last one is too long.
     *
     * @param measure of a line, in any unit
     * @param width that a line should keep, in the same unit
     * @param most lines, at least 1
     */
    public static Wrapping of(String text, ToDoubleFunction<String> measure, double width, int most) {
        List<String> words = words(text);
        List<Integer> full = greedy(words, measure, width);
        if (full.isEmpty() || full.size() >= most) {
            return new Wrapping(ImmutableIntArray.copyOf(full.subList(0, Math.min(full.size(), most - 1))));
        }
        double low = 0;
        double high = width;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (greedy(words, measure, middle).size() <= full.size()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Wrapping(ImmutableIntArray.copyOf(greedy(words, measure, high)));
    }

    /** The lines of the text that was wrapped, or of one with other numbers in it. */
    public ImmutableList<String> lines(String text) {
        if (ends.isEmpty()) {
            return ImmutableList.of(text);
        }
        List<String> words = words(text);
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        int start = 0;
        for (int i = 0; i <= ends.length(); i++) {
            int end = i < ends.length() ? Math.min(ends.get(i), words.size()) : words.size();
            lines.add(String.join("", words.subList(Math.min(start, end), end)).strip());
            start = end;
        }
        return lines.build();
    }

    public int count() {
        return ends.length() + 1;
    }

    /** Ends of lines that are each filled with as many words as go into {@code width}, but for the last line's. */
    private static List<Integer> greedy(List<String> words, ToDoubleFunction<String> measure, double width) {
        List<Integer> ends = new ArrayList<>();
        String line = "";
        for (int i = 0; i < words.size(); i++) {
            String longer = line + words.get(i);
            if (!line.isEmpty() && measure.applyAsDouble(longer.strip()) > width) {
                ends.add(i);
                line = words.get(i);
            } else {
                line = longer;
            }
        }
        return ends;
    }

    /** Words with the blanks after them, which together are the text. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            if (mayBreak(text.charAt(i - 1), text.charAt(i))) {
                words.add(text.substring(start, i));
                start = i;
            }
        }
        words.add(text.substring(start));
        return words;
    }

    private static boolean mayBreak(char before, char after) {
        if (isBlank(before)) {
            return !isBlank(after);
        }
        return !isBlank(after) && (isIdeograph(before) || isIdeograph(after))
                && !Character.isLowSurrogate(after) && CLOSING.indexOf(after) < 0 && OPENING.indexOf(before) < 0
                && !CombiningMark.is(after);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\u3000';
    }

    /** Ideographs, kana, hangul and what stands between them; of further planes, the first half of a pair. */
    private static boolean isIdeograph(char character) {
        return character >= '\u2E80' && character <= '\u9FFF' || character >= '\uAC00' && character <= '\uD7A3'
                || character >= '\uF900' && character <= '\uFAFF' || character >= '\uFF00' && character <= '\uFFEF'
                || character >= '\uD840' && character <= '\uD88F';
    }
}
