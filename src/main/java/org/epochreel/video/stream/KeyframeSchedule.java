package org.epochreel.video.stream;

import org.epochreel.frame.FrameRate;

/**
 * Decides which frames of a video are keyframes: the first, every one that is asked for, and one at least every 2
 * seconds.
 */
public final class KeyframeSchedule {

    private static final int MAX_SECONDS = 2;

    private final int maxDistance;
    private int sinceKeyframe;

    public KeyframeSchedule(FrameRate rate) {
        this.maxDistance = MAX_SECONDS * rate.numerator() / rate.denominator();
        this.sinceKeyframe = maxDistance;
    }

    /** Moves on by one frame and says whether it is a keyframe. */
    public boolean next(boolean asked) {
        boolean keyframe = asked || sinceKeyframe >= maxDistance;
        sinceKeyframe = keyframe ? 1 : sinceKeyframe + 1;
        return keyframe;
    }
}
