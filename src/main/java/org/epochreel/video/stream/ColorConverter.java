package org.epochreel.video.stream;

import java.util.function.IntConsumer;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/**
 * Turns the frames of one video into YUV 4:2:0, macroblock by macroblock where a frame was touched.
 *
 * <p>The matrix is that of ITU-R BT.709 (clause 3) with luma from 16 to 235 and chroma from 16 to 240, at every size,
 * in fixed point. A chroma sample is the mean of its 2x2 pixels. Beyond the picture's right and bottom edges its last
 * column and row repeat, so that a padded macroblock costs few bits.
 */
public final class ColorConverter {

    private static final int FRACTION_BITS = 20;
    private static final double LUMA_SCALE = 219.0 / 255 * (1 << FRACTION_BITS);
    private static final double CHROMA_SCALE = 224.0 / 255 * (1 << FRACTION_BITS);
    private static final double RED_WEIGHT = 0.2126;
    private static final double GREEN_WEIGHT = 0.7152;
    private static final double BLUE_WEIGHT = 0.0722;

    private static final int RED_TO_LUMA = fixed(RED_WEIGHT * LUMA_SCALE);
    private static final int GREEN_TO_LUMA = fixed(GREEN_WEIGHT * LUMA_SCALE);
    private static final int BLUE_TO_LUMA = fixed(BLUE_WEIGHT * LUMA_SCALE);
    private static final int LUMA_OFFSET = (16 << FRACTION_BITS) + (1 << FRACTION_BITS - 1);

    private static final int RED_TO_BLUE_CHROMA = fixed(-RED_WEIGHT / (2 * (1 - BLUE_WEIGHT)) * CHROMA_SCALE);
    private static final int BLUE_TO_BLUE_CHROMA = fixed(CHROMA_SCALE / 2);
    // The third weight balances the other two: a grey has no chroma, not even by rounding.
    private static final int GREEN_TO_BLUE_CHROMA = -RED_TO_BLUE_CHROMA - BLUE_TO_BLUE_CHROMA;
    private static final int RED_TO_RED_CHROMA = fixed(CHROMA_SCALE / 2);
    private static final int BLUE_TO_RED_CHROMA = fixed(-BLUE_WEIGHT / (2 * (1 - RED_WEIGHT)) * CHROMA_SCALE);
    private static final int GREEN_TO_RED_CHROMA = -RED_TO_RED_CHROMA - BLUE_TO_RED_CHROMA;
    // Two bits more than luma: the sum of four pixels is not divided before.
    private static final int CHROMA_BITS = FRACTION_BITS + 2;
    private static final int CHROMA_OFFSET = (128 << CHROMA_BITS) + (1 << CHROMA_BITS - 1);

    private static final int NO_PIXEL = -1;

    private final FrameSize size;
    private final YuvPicture picture;
    private final MacroblockSet changed;
    private final int[] padded = new int[256];
    private final IntConsumer convertMacroblock = this::convertMacroblock;
    private int[] pixels;
    private boolean first = true;

    public ColorConverter(FrameSize size) {
        this.size = size;
        this.picture = new YuvPicture(size);
        this.changed = MacroblockSet.noneOf(size);
    }

    private static int fixed(double value) {
        return (int) Math.rint(value);
    }

    /**
     * Converts the next frame of the video; what it did not touch stays as it was.
     *
     * @return the whole picture, always the same object, which holds this frame until the next call
     * @throws IllegalArgumentException if the frame has another size, or is the first and does not touch everything
     */
    public YuvPicture convert(Frame frame) {
        if (!frame.size().equals(size)) {
            throw new IllegalArgumentException("a frame of " + frame.size() + " pixels in a video of " + size);
        }
        if (first && frame.touched().count() != size.macroblocks()) {
            throw new IllegalArgumentException("the first frame of a video touches " + frame.touched().count()
                    + " macroblocks instead of all " + size.macroblocks());
        }
        changed.clear();
        pixels = frame.pixels();
        frame.touched().forEach(convertMacroblock);
        pixels = null;
        first = false;
        return picture;
    }

    /**
     * The macroblocks of which the last conversion changed a sample, those of the first frame all: a subset of what the
     * frame touched. Always the same object, which holds until the next conversion.
     */
    public MacroblockSet changed() {
        return changed;
    }

    private void convertMacroblock(int macroblock) {
        int column = macroblock % size.macroblockColumns();
        int row = macroblock / size.macroblockColumns();
        int left = column << 4;
        int top = row << 4;
        boolean differs;
        if (left + 16 <= size.width() && top + 16 <= size.height()) {
            differs = convertBlock(pixels, top * size.width() + left, size.width(), column, row);
        } else {
            pad(left, top);
            differs = convertBlock(padded, 0, 16, column, row);
        }
        if (differs || first) {
            changed.add(column, row);
        }
    }

    private void pad(int left, int top) {
        int width = Math.min(16, size.width() - left);
        for (int y = 0; y < 16; y++) {
            int source = Math.min(top + y, size.height() - 1) * size.width() + left;
            System.arraycopy(pixels, source, padded, y << 4, width);
            for (int x = width; x < 16; x++) {
                padded[(y << 4) + x] = padded[(y << 4) + width - 1];
            }
        }
    }

    private boolean convertBlock(int[] rgb, int start, int stride, int column, int row) {
        byte[] luma = picture.luma();
        byte[] blueChroma = picture.blueChroma();
        byte[] redChroma = picture.redChroma();
        int lumaStride = picture.lumaStride();
        int difference = 0;
        // What four pixels become, kept for the next four: charts are mostly flat.
        int a = NO_PIXEL;
        int b = NO_PIXEL;
        int c = NO_PIXEL;
        int d = NO_PIXEL;
        byte lumaA = 0;
        byte lumaB = 0;
        byte lumaC = 0;
        byte lumaD = 0;
        byte blue = 0;
        byte red = 0;
        for (int y = 0; y < 8; y++) {
            int upper = start + 2 * y * stride;
            int lower = upper + stride;
            int upperLuma = ((row << 4) + 2 * y) * lumaStride + (column << 4);
            int lowerLuma = upperLuma + lumaStride;
            int chroma = ((row << 3) + y) * picture.chromaStride() + (column << 3);
            for (int x = 0; x < 8; x++) {
                if (rgb[upper] != a || rgb[upper + 1] != b || rgb[lower] != c || rgb[lower + 1] != d) {
                    a = rgb[upper];
                    b = rgb[upper + 1];
                    c = rgb[lower];
                    d = rgb[lower + 1];
                    lumaA = lumaOf(a);
                    lumaB = lumaOf(b);
                    lumaC = lumaOf(c);
                    lumaD = lumaOf(d);
                    int reds = (a >> 16 & 0xff) + (b >> 16 & 0xff) + (c >> 16 & 0xff) + (d >> 16 & 0xff);
                    int greens = (a >> 8 & 0xff) + (b >> 8 & 0xff) + (c >> 8 & 0xff) + (d >> 8 & 0xff);
                    int blues = (a & 0xff) + (b & 0xff) + (c & 0xff) + (d & 0xff);
                    blue = (byte) (RED_TO_BLUE_CHROMA * reds + GREEN_TO_BLUE_CHROMA * greens
                            + BLUE_TO_BLUE_CHROMA * blues + CHROMA_OFFSET >> CHROMA_BITS);
                    red = (byte) (RED_TO_RED_CHROMA * reds + GREEN_TO_RED_CHROMA * greens
                            + BLUE_TO_RED_CHROMA * blues + CHROMA_OFFSET >> CHROMA_BITS);
                }
                difference |= put(luma, upperLuma, lumaA) | put(luma, upperLuma + 1, lumaB)
                        | put(luma, lowerLuma, lumaC) | put(luma, lowerLuma + 1, lumaD)
                        | put(blueChroma, chroma + x, blue) | put(redChroma, chroma + x, red);
                upper += 2;
                lower += 2;
                upperLuma += 2;
                lowerLuma += 2;
            }
        }
        return difference != 0;
    }

    private static byte lumaOf(int rgb) {
        return (byte) (RED_TO_LUMA * (rgb >> 16 & 0xff) + GREEN_TO_LUMA * (rgb >> 8 & 0xff) + BLUE_TO_LUMA * (rgb & 0xff)
                + LUMA_OFFSET >> FRACTION_BITS);
    }

    private static int put(byte[] plane, int index, byte sample) {
        int difference = plane[index] ^ sample;
        plane[index] = sample;
        return difference;
    }
}
