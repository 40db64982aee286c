package org.epochreel.video.animation;

import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/** Makes frames smaller: each pixel is the mean of the area that it covers, in whole numbers, so alike everywhere. */
final class Reduction {

    private final FrameSize from;
    private final FrameSize to;
    private final int[] pixels;

    Reduction(FrameSize from, FrameSize to) {
        if (to.width() > from.width() || to.height() > from.height()) {
            throw new IllegalArgumentException(from + " is not reduced to " + to);
        }
        this.from = from;
        this.to = to;
        this.pixels = new int[to.pixels()];
    }

    /** The size of that width and, to the nearest even number, the same shape. */
    static FrameSize ofWidth(FrameSize size, int width) {
        long height = 2 * Math.round((double) size.height() * width / size.width() / 2);
        return new FrameSize(width, (int) Math.max(FrameSize.MIN_SIDE, height));
    }

    /** The frame, smaller; its pixels are valid until the next. */
    Frame reduce(Frame frame) {
        MacroblockSet touched = MacroblockSet.noneOf(to);
        MacroblockSet source = frame.touched();
        for (int block = source.next(0); block >= 0; ) {
            int end = source.endOfRun(block);
            int row = block / from.macroblockColumns();
            int column = block % from.macroblockColumns();
            Region changed = new Region(
                    16 * column * to.width() / from.width(),
                    16 * row * to.height() / from.height(),
                    above(Math.min(16 * (column + end - block), from.width()), to.width(), from.width()),
                    above(Math.min(16 * (row + 1), from.height()), to.height(), from.height()));
            touched.addPixels(changed.left(), changed.top(), changed.right() - 1, changed.bottom() - 1);
            fill(frame.pixels(), changed);
            block = source.next(end);
        }
        return new Frame(to, pixels, touched);
    }

    /** The first pixel beyond one of the others. */
    private static int above(int end, int numerator, int denominator) {
        return (end * numerator + denominator - 1) / denominator;
    }

    private void fill(int[] source, Region area) {
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                pixels[y * to.width() + x] = mean(source, x, y);
            }
        }
    }

    /** Lengths are in pixels of the source over the sides of the result, so that all ends are whole numbers. */
    private int mean(int[] source, int x, int y) {
        int left = x * from.width();
        int right = left + from.width();
        int top = y * from.height();
        int bottom = top + from.height();
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int row = top / to.height(); row * to.height() < bottom; row++) {
            int high = Math.min(bottom, (row + 1) * to.height()) - Math.max(top, row * to.height());
            for (int column = left / to.width(); column * to.width() < right; column++) {
                int wide = Math.min(right, (column + 1) * to.width()) - Math.max(left, column * to.width());
                int pixel = source[row * from.width() + column];
                long weight = (long) high * wide;
                red += weight * (pixel >> 16);
                green += weight * (pixel >> 8 & 0xFF);
                blue += weight * (pixel & 0xFF);
            }
        }
        long area = (long) from.width() * from.height();
        return rounded(red, area) << 16 | rounded(green, area) << 8 | rounded(blue, area);
    }

    private static int rounded(long sum, long area) {
        return (int) ((sum + area / 2) / area);
    }
}
