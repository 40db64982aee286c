package org.epochreel.video.mp4;

import com.google.common.primitives.ImmutableIntArray;
import java.util.BitSet;

/**
 * When the pictures of a stream are shown, counted in frames. A picture is decoded at its index, one a frame, and shown
 * at its frame plus a {@link #delay}, which is the same for all and the least with which none is shown before it is
 * decoded (the composition times of ISO/IEC 14496-12, 8.6.1).
 *
 * @param frames which frame each picture shows, counted from 0, in decoding order: every frame once
 */
record CompositionTimes(ImmutableIntArray frames) {

    CompositionTimes {
        BitSet seen = new BitSet(frames.length());
        for (int i = 0; i < frames.length(); i++) {
            int frame = frames.get(i);
            if (frame < frames.length() && seen.get(frame)) {
                throw new IllegalArgumentException("frame " + frame + " comes twice");
            }
            if (frame < frames.length()) {
                seen.set(frame);
            }
        }
        if (seen.nextClearBit(0) < frames.length()) {
            throw new IllegalArgumentException("frame " + seen.nextClearBit(0) + " is missing");
        }
    }

    /** Frames between the first picture's decoding and its showing; 0 if pictures are decoded as they are shown. */
    int delay() {
        int delay = 0;
        for (int i = 0; i < frames.length(); i++) {
            delay = Math.max(delay, -lead(i));
        }
        return delay;
    }

    /** By how many frames a picture is decoded ahead of its turn to be shown; below 0 if behind. */
    int lead(int picture) {
        return frames.get(picture) - picture;
    }
}
