package org.epochreel.video.animation;

import org.epochreel.frame.FrameRate;

/**
 * When a film's frames appear, in whole ticks of a clock too coarse for its rate: each as late as is not too late, so
 * that delays differ by a tick and their sum never drifts.
 */
record FilmClock(FrameRate rate, int ticksPerSecond) {

    /** Ticks before a frame appears, counted from the first. */
    long tick(long frame) {
        return frame * rate.denominator() * ticksPerSecond / rate.numerator();
    }

    /** Ticks from the appearance of one frame to that of another. */
    long between(long from, long to) {
        return tick(to) - tick(from);
    }
}
