package org.epochreel.video.stream;

import java.time.Duration;
import org.epochreel.frame.FrameRate;

/**
 * Decides which frames of a video are keyframes: the first, every one that is asked for, and one after a
 * while without.
 */
public final class KeyframeSchedule {

    /** How far keyframes are usually apart at the most. */
    public static final Duration USUAL = Duration.ofSeconds(2);

    private final int maxDistance;
    private int sinceKeyframe;

    /** One at least every 2 seconds. */
    public KeyframeSchedule(FrameRate rate) {
        this(rate, USUAL);
    }

    /** @param every how far keyframes are apart at the most; frames further apart than that are all keyframes */
    public KeyframeSchedule(FrameRate rate, Duration every) {
        double frames = every.toNanos() / 1e9 * rate.numerator() / rate.denominator();
        this.maxDistance = (int) Math.max(1, Math.floor(frames));
        this.sinceKeyframe = maxDistance;
    }

    /** Moves on by one frame and says whether it is a keyframe. */
    public boolean next(boolean asked) {
        boolean keyframe = asked || sinceKeyframe >= maxDistance;
        sinceKeyframe = keyframe ? 1 : sinceKeyframe + 1;
        return keyframe;
    }
}
