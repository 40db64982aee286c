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
