package org.epochreel.video.animation;

/**
 * A rectangle of pixels; empty where right is not beyond left.
 *
 * @param right the first column beyond it
 * @param bottom the first row below it
 */
record Region(int left, int top, int right, int bottom) {

    static final Region NONE = new Region(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0);

    boolean isEmpty() {
        return right <= left;
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    int pixels() {
        return width() * height();
    }

    /** The smallest rectangle that covers both. */
    Region with(Region other) {
        return new Region(Math.min(left, other.left), Math.min(top, other.top),
                Math.max(right, other.right), Math.max(bottom, other.bottom));
    }
}
