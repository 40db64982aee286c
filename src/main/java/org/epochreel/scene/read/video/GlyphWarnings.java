package org.epochreel.scene.read.video;

import java.util.Optional;
import org.epochreel.font.GlyphReport;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.VideoSpec.Font;
import org.epochreel.scene.key.Value;

/** Says where a text that a video shows has characters that no typeface has. */
public final class GlyphWarnings {

    private GlyphWarnings() {}

    /**
     * As {@link #warn}, in all texts of a video.
     *
     * @param asked what stands at the key {@code video}
     */
    public static void warnOfTexts(Optional<Value> asked, VideoSpec video) {
        warn(child(asked, "subtitle"), video.subtitle(), video);
        warn(child(asked, "caption"), video.caption(), video);
        warn(child(child(asked, "axes"), "x-label"), video.axes().xLabel(), video);
        warn(child(child(asked, "axes"), "y-label"), video.axes().yLabel(), video);
    }

    private static Optional<Value> child(Optional<Value> group, String key) {
        return group.flatMap(value -> value.child(key));
    }

    /**
     * Warns of each kind of such characters, at the first of them.
     *
     * @param asked where the text stands
     * @param text as it is shown, but for placeholders
     */
    public static void warn(Optional<Value> asked, Optional<String> text, VideoSpec video) {
        if (asked.isPresent() && text.isPresent()) {
            GlyphReport.of(text.get(), video.font().map(Font::face))
                    .forEach(notice -> asked.get().warnAt(notice.index(), notice.sentence()));
        }
    }
}
