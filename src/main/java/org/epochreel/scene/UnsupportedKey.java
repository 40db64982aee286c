package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;
import org.epochreel.scene.VideoSpec.FrameSelection;
import org.epochreel.scene.VideoSpec.Pace;
import org.epochreel.scene.VideoSpec.PanelKind;

/** Keys of {@code video} some of whose values are understood but have no effect yet, and so are refused. */
enum UnsupportedKey {
    PANELS("panels", "[fit]", video -> !video.panels().equals(ImmutableList.of(PanelKind.FIT))),
    TRAILS("trails", "0", video -> video.trails() > 0),
    NEURONS("neurons", "false", VideoSpec::neurons),
    PACE("frames", "pace: epochs",
            video -> video.frames() instanceof FrameSelection.Count count && count.pace() != Pace.EPOCHS);

    private final String key;
    private final String supported;
    private final Predicate<VideoSpec> isUsed;

    UnsupportedKey(String key, String supported, Predicate<VideoSpec> isUsed) {
        this.key = key;
        this.supported = supported;
        this.isUsed = isUsed;
    }

    void refuse(VideoSpec video, Section section) {
        if (isUsed.test(video)) {
            section.optional(key).ifPresent(
                    value -> value.mistake("this value is not supported yet", "allowed is " + supported + " for now"));
        }
    }
}
