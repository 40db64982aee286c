package org.epochreel.scene.read.video;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.scene.Choice;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;
import org.epochreel.text.NearestName;

/** One line of text, not too long, in which every word in braces is one that is filled in per frame. */
public record TitleType() implements Type<String> {

    private static final int MAX_LENGTH = 200;
    private static final ImmutableList<String> NAMES = Choice.texts(Readout.class);
    private static final Pattern IN_BRACES = Pattern.compile("\\{([A-Za-z_-]+)\\}");

    @Override
    public Optional<String> read(Value value) {
        Optional<String> title = value.text("Linear data");
        title.ifPresent(text -> check(text, value));
        return title;
    }

    private static void check(String title, Value value) {
        int length = title.codePointCount(0, title.length());
        if (length == 0 || length > MAX_LENGTH) {
            value.mistake("a title of " + length + " characters", "allowed are 1 to " + MAX_LENGTH);
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

    @Override
    public void write(String value, JsonText json) {
        json.value(value);
    }

    @Override
    public String words() {
        return "one line of text, at most " + MAX_LENGTH + " characters";
    }

    @Override
    public void schema(JsonText json) {
        json.key("type").value("string").key("minLength").value(1).key("maxLength").value(MAX_LENGTH);
        json.key("pattern").value("^([^{\\u0000-\\u001f\\u007f-\\u009f]|\\{(" + String.join("|", NAMES)
                + ")\\}|\\{(?![A-Za-z_-]+\\}))*$");
    }
}
