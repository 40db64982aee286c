package org.epochreel.video.animation;

import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/** Draws a soft-edged disc that crosses a flat ground, over a block of shades that stays. */
final class SoftFrames {

    static final int GROUND = 0xFBFAF7;
    static final int DISC = 0x1F77B4;

    private final FrameSize size;
    private int[] previous;

    SoftFrames(FrameSize size) {
        this.size = size;
    }

    Frame at(int number) {
        int[] pixels = new int[size.pixels()];
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                double distance = StrictMath.hypot(x - 2.3 * number - 8, y - size.height() / 2.7);
                double share = Math.max(0, Math.min(1, (11 - distance) / 4));
                int ground = y < size.height() - 8 ? GROUND : x * 255 / size.width() << 8 | 0x400000;
                pixels[y * size.width() + x] = blend(ground, DISC, share);
            }
        }
        return touched(pixels);
    }

    Frame touched(int[] pixels) {
        MacroblockSet touched = previous == null ? MacroblockSet.allOf(size) : MacroblockSet.noneOf(size);
        for (int i = 0; previous != null && i < pixels.length; i++) {
            if (pixels[i] != previous[i]) {
                touched.add(i % size.width() / 16, i / size.width() / 16);
            }
        }
        previous = pixels;
        return new Frame(size, pixels, touched);
    }

    private static int blend(int under, int over, double share) {
        int color = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long channel = Math.round((under >> shift & 0xFF) * (1 - share) + (over >> shift & 0xFF) * share);
            color |= (int) channel << shift;
        }
        return color;
    }
}
