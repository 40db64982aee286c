package org.epochreel.frame;

/**
 * Width and height of a picture in pixels, both even and between 16 and 8192 (4:2:0 chroma needs even sides).
 *
 * @throws IllegalArgumentException if a side is odd or out of range
 */
public record FrameSize(int width, int height) {

    /** Shortest side that a video may have. */
    public static final int MIN_SIDE = 16;

    /** Longest side that a video may have. */
    public static final int MAX_SIDE = 8192;

    public FrameSize {
        if (!isSide(width) || !isSide(height)) {
            throw new IllegalArgumentException("frame size " + width + "x" + height + " is not two even numbers from "
                    + MIN_SIDE + " to " + MAX_SIDE);
        }
    }

    private static boolean isSide(int pixels) {
        return pixels >= MIN_SIDE && pixels <= MAX_SIDE && pixels % 2 == 0;
    }

    public int pixels() {
        return width * height;
    }

    /** Columns of 16-pixel macroblocks, the last one possibly partial. */
    public int macroblockColumns() {
        return (width + 15) / 16;
    }

    /** Rows of 16-pixel macroblocks, the last one possibly partial. */
    public int macroblockRows() {
        return (height + 15) / 16;
    }

    public int macroblocks() {
        return macroblockColumns() * macroblockRows();
    }

    // A record's own comparison links itself when it is first called, which takes as long as encoding ten frames.
    @Override
    public boolean equals(Object other) {
        return other instanceof FrameSize size && size.width == width && size.height == height;
    }

    @Override
    public int hashCode() {
        return (MAX_SIDE + 1) * width + height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
