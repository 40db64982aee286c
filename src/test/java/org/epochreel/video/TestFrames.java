package org.epochreel.video;

import java.util.Arrays;
import java.util.Random;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/** Draws frames like those of a chart: a white ground, orange dots, a blue curve that moves; or noise. */
public final class TestFrames {

    public static final int WHITE = 0xffffff;
    public static final int BLUE = 0x1f77b4;
    public static final int ORANGE = 0xff7f0e;

    private final FrameSize size;
    private int[] previous;

    public TestFrames(FrameSize size) {
        this.size = size;
    }

    /** The chart after so many frames' motion, touched exactly where it differs from the frame drawn before. */
    public Frame chart(int number) {
        int[] pixels = new int[size.pixels()];
        int period = Math.max(8, size.width() / 3);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int phase = Math.floorMod(x + 2 * number, period);
                int curve = size.height() / 4 + Math.abs(phase - period / 2) * size.height() / period;
                boolean dot = (x % 24 - 12) * (x % 24 - 12) + (y % 24 - 12) * (y % 24 - 12) <= 9;
                int color = WHITE;
                if (Math.abs(y - curve) <= 1) {
                    color = BLUE;
                } else if (dot) {
                    color = ORANGE;
                }
                pixels[y * size.width() + x] = color;
            }
        }
        return next(pixels);
    }

    /** Pixels without any order, always the same for the same seed. */
    public Frame noise(long seed) {
        Random random = new Random(seed);
        return next(random.ints(size.pixels(), 0, 0x1000000).toArray());
    }

    /** One color all over. */
    public Frame flat(int rgb) {
        int[] pixels = new int[size.pixels()];
        Arrays.fill(pixels, rgb);
        return next(pixels);
    }

    private Frame next(int[] pixels) {
        MacroblockSet touched = previous == null ? MacroblockSet.allOf(size) : MacroblockSet.noneOf(size);
        for (int i = 0; previous != null && i < pixels.length; i++) {
            if (pixels[i] != previous[i]) {
                touched.add(i % size.width() / 16, i / size.width() / 16);
            }
        }
        previous = pixels;
        return new Frame(size, pixels, touched);
    }
}
