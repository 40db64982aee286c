package org.epochreel.gallery.page;

import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;

/**
 * A video beside the page.
 *
 * @param file relative to the page, see {@link Address}
 * @param frames at least 1
 */
public record Clip(String file, int frames, FrameRate rate, FrameSize size) {

    public Clip {
        Address.check(file);
        if (frames < 1) {
            throw new IllegalArgumentException(file + " has " + frames + " frames instead of at least 1");
        }
    }

    /** Duration in seconds. */
    public double seconds() {
        return (double) ((long) frames * rate.denominator()) / rate.numerator();
    }
}
