package org.epochreel.sound.aac.spectrum;

/** How a frame's 2048 samples are windowed; the order is that of window_sequence (ISO/IEC 14496-3, table 4.109). */
public enum WindowSequence {
    ONLY_LONG, LONG_START, EIGHT_SHORT, LONG_STOP;

    /** What lies between two frames, given whether they and the frame itself are short. */
    static WindowSequence between(boolean shortBefore, boolean isShort, boolean shortAfter) {
        // Start and stop at once does not exist.
        if (isShort || shortBefore && shortAfter) {
            return EIGHT_SHORT;
        }
        return shortAfter ? LONG_START : shortBefore ? LONG_STOP : ONLY_LONG;
    }
}
