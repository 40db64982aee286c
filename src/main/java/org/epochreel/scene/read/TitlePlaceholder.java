package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.scene.Choice;
import org.epochreel.scene.Limits;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.text.NearestName;

/** Checks a title: one line, not too long, and every word in braces one that is filled in per frame. */
final class TitlePlaceholder {

    private static final ImmutableList<String> NAMES = Choice.texts(Readout.class);
    private static final Pattern IN_BRACES = Pattern.compile("\\{([A-Za-z_-]+)\\}");

    private TitlePlaceholder() {}

    static void check(String title, Value value) {
        if (title.isEmpty() || title.codePointCount(0, title.length()) > Limits.MAX_TITLE) {
            value.mistake("a title of " + title.codePointCount(0, title.length()) + " characters",
                    "allowed are 1 to " + Limits.MAX_TITLE);
        }
        if (title.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            value.mistake("the title holds a line break or another control character", "a title is one line of text");
        }
        Matcher matcher = IN_BRACES.matcher(title);
        while (matcher.find()) {
            if (!NAMES.contains(matcher.group(1))) {
                String hint = NearestName.of(matcher.group(1), NAMES)
                        .map(near -> "; did you mean \"{" + near + "}\"?")
                        .orElse("");
                value.mistakeAt(matcher.start(), "unknown placeholder \"" + matcher.group() + "\"; allowed are {"
                        + String.join("}, {", NAMES) + "}" + hint);
            }
        }
    }
}
