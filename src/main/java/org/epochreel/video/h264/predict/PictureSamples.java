package org.epochreel.video.h264.predict;

import java.util.BitSet;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.stream.YuvPicture;

/**
 * A macroblock's samples as 384 ints: 16x16 luma row by row, then 8x8 blue and 8x8 red chroma. Copies them from and to
 * pictures, whose macroblocks are numbered row by row.
 */
public final class PictureSamples {

    public static final int COUNT = 384;
    public static final int BLUE = 256;
    public static final int RED = 320;

    private PictureSamples() {}

    public static void load(YuvPicture picture, int macroblock, int[] samples) {
        int stride = picture.lumaStride();
        load(picture.luma(), lumaAt(picture, macroblock), stride, samples, 0, 16);
        int chromaAt = chromaAt(picture, macroblock);
        load(picture.blueChroma(), chromaAt, stride / 2, samples, BLUE, 8);
        load(picture.redChroma(), chromaAt, stride / 2, samples, RED, 8);
    }

    private static void load(byte[] plane, int from, int stride, int[] samples, int to, int side) {
        int target = to;
        for (int row = from, end = from + side * stride; row < end; row += stride) {
            for (int i = row; i < row + side; i += 4, target += 4) {
                samples[target] = plane[i] & 0xff;
                samples[target + 1] = plane[i + 1] & 0xff;
                samples[target + 2] = plane[i + 2] & 0xff;
                samples[target + 3] = plane[i + 3] & 0xff;
            }
        }
    }

    public static void store(int[] samples, YuvPicture picture, int macroblock) {
        int stride = picture.lumaStride();
        store(samples, 0, picture.luma(), lumaAt(picture, macroblock), stride, 16);
        int chromaAt = chromaAt(picture, macroblock);
        store(samples, BLUE, picture.blueChroma(), chromaAt, stride / 2, 8);
        store(samples, RED, picture.redChroma(), chromaAt, stride / 2, 8);
    }

    private static void store(int[] samples, int from, byte[] plane, int to, int stride, int side) {
        int source = from;
        for (int row = to, end = to + side * stride; row < end; row += stride) {
            for (int i = row; i < row + side; i += 4, source += 4) {
                plane[i] = (byte) samples[source];
                plane[i + 1] = (byte) samples[source + 1];
                plane[i + 2] = (byte) samples[source + 2];
                plane[i + 3] = (byte) samples[source + 3];
            }
        }
    }

    /** Copies macroblocks between two pictures of one size; those side by side at once. */
    public static void copy(YuvPicture from, YuvPicture to, BitSet macroblocks) {
        int columns = from.size().macroblockColumns();
        int first = macroblocks.nextSetBit(0);
        while (first >= 0) {
            int end = Math.min(macroblocks.nextClearBit(first), (first / columns + 1) * columns);
            copy(from, to, first, end - first);
            first = macroblocks.nextSetBit(end);
        }
    }

    public static void copy(YuvPicture from, YuvPicture to, MacroblockSet macroblocks) {
        int first = macroblocks.next(0);
        while (first >= 0) {
            int end = macroblocks.endOfRun(first);
            copy(from, to, first, end - first);
            first = macroblocks.next(end);
        }
    }

    private static void copy(YuvPicture from, YuvPicture to, int first, int count) {
        int stride = from.lumaStride();
        copy(from.luma(), to.luma(), lumaAt(from, first), stride, 16, count * 16);
        int chromaAt = chromaAt(from, first);
        copy(from.blueChroma(), to.blueChroma(), chromaAt, stride / 2, 8, count * 8);
        copy(from.redChroma(), to.redChroma(), chromaAt, stride / 2, 8, count * 8);
    }

    private static void copy(byte[] from, byte[] to, int at, int stride, int rows, int length) {
        for (int row = at, end = at + rows * stride; row < end; row += stride) {
            System.arraycopy(from, row, to, row, length);
        }
    }

    /** Copies one macroblock of a picture over another. */
    public static void move(YuvPicture picture, int from, int to) {
        int stride = picture.lumaStride();
        move(picture.luma(), lumaAt(picture, from), lumaAt(picture, to), stride, 16);
        move(picture.blueChroma(), chromaAt(picture, from), chromaAt(picture, to), stride / 2, 8);
        move(picture.redChroma(), chromaAt(picture, from), chromaAt(picture, to), stride / 2, 8);
    }

    private static void move(byte[] plane, int from, int to, int stride, int side) {
        for (int row = 0; row < side * stride; row += stride) {
            System.arraycopy(plane, from + row, plane, to + row, side);
        }
    }

    /** The one colour of a macroblock, its three samples packed, or {@code mixed} if it has several. */
    public static int colour(YuvPicture picture, int macroblock, int mixed) {
        int stride = picture.lumaStride();
        int lumaAt = lumaAt(picture, macroblock);
        int chromaAt = chromaAt(picture, macroblock);
        boolean one = isUniform(picture.luma(), lumaAt, stride, 16)
                && isUniform(picture.blueChroma(), chromaAt, stride / 2, 8)
                && isUniform(picture.redChroma(), chromaAt, stride / 2, 8);
        return !one ? mixed : (picture.luma()[lumaAt] & 0xff) << 16 | (picture.blueChroma()[chromaAt] & 0xff) << 8
                | picture.redChroma()[chromaAt] & 0xff;
    }

    private static boolean isUniform(byte[] plane, int at, int stride, int side) {
        byte first = plane[at];
        for (int row = at, end = at + side * stride; row < end; row += stride) {
            for (int i = row; i < row + side; i++) {
                if (plane[i] != first) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Copies a whole picture onto another of its size. */
    public static void copy(YuvPicture from, YuvPicture to) {
        System.arraycopy(from.luma(), 0, to.luma(), 0, from.luma().length);
        System.arraycopy(from.blueChroma(), 0, to.blueChroma(), 0, from.blueChroma().length);
        System.arraycopy(from.redChroma(), 0, to.redChroma(), 0, from.redChroma().length);
    }

    /** Whether two pictures of one size agree in every sample of a macroblock. */
    public static boolean equal(YuvPicture a, YuvPicture b, int macroblock) {
        int stride = a.lumaStride();
        int chromaAt = chromaAt(a, macroblock);
        return equal(a.luma(), b.luma(), lumaAt(a, macroblock), stride, 16)
                && equal(a.blueChroma(), b.blueChroma(), chromaAt, stride / 2, 8)
                && equal(a.redChroma(), b.redChroma(), chromaAt, stride / 2, 8);
    }

    private static boolean equal(byte[] a, byte[] b, int at, int stride, int side) {
        for (int row = at, end = at + side * stride; row < end; row += stride) {
            for (int x = row; x < row + side; x++) {
                if (a[x] != b[x]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Index of a macroblock's first luma sample. */
    public static int lumaAt(YuvPicture picture, int macroblock) {
        int columns = picture.size().macroblockColumns();
        return macroblock / columns * 16 * picture.lumaStride() + macroblock % columns * 16;
    }

    /** Index of a macroblock's first sample in either chroma plane. */
    public static int chromaAt(YuvPicture picture, int macroblock) {
        int columns = picture.size().macroblockColumns();
        return macroblock / columns * 8 * picture.chromaStride() + macroblock % columns * 8;
    }
}
