package org.epochreel.render.sequence;

import com.google.common.collect.ImmutableMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.text.PictureNumber;

/**
 * A title with numbers in it. Each keeps its width over the whole video, by blanks before it or, at
 * the title's end, after it, so that nothing around it moves.
 */
public final class FilledTitle {

    private static final ImmutableMap<String, Readout> PLACEHOLDERS = ImmutableMap.of("epoch", Readout.EPOCH, "loss",
            Readout.LOSS, "learning-rate", Readout.LEARNING_RATE, "seed", Readout.SEED);
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{(" + String.join("|", PLACEHOLDERS.keySet()) + ")\\}");

    private final String title;
    private final ImmutableMap<Readout, String> widest;

    /**
     * @param title with placeholders such as {epoch}
     * @param widest a text as wide as the widest of a quantity
     */
    public FilledTitle(String title, Function<Readout, String> widest) {
        this.title = title;
        ImmutableMap.Builder<Readout, String> texts = ImmutableMap.builder();
        PLACEHOLDERS.forEach((name, quantity) -> {
            if (title.contains("{" + name + "}")) {
                texts.put(quantity, widest.apply(quantity));
            }
        });
        this.widest = texts.buildOrThrow();
    }

    /** The title with the widest numbers. */
    public String widest() {
        return fill(widest::get);
    }

    /** The title with the numbers of one frame. */
    public String fill(Function<Readout, String> values) {
        if (widest.isEmpty()) {
            return title;
        }
        StringBuilder filled = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(title);
        while (matcher.find()) {
            Readout quantity = PLACEHOLDERS.get(matcher.group(1));
            String value = values.apply(quantity);
            String blanks = PictureNumber.padding(value, widest.get(quantity));
            matcher.appendReplacement(filled, "");
            filled.append(matcher.end() == title.length() ? value + blanks : blanks + value);
        }
        return matcher.appendTail(filled).toString();
    }
}
