package org.epochreel.video;

import java.util.Arrays;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/**
 * What parts one picture of a video from the picture before: copies of its changed macroblocks, so that the next picture
 * can be made while this one waits to be encoded. Reused from picture to picture; grows where it must.
 */
public final class PictureChange {

    private static final int LUMA = 256;
    private static final int CHROMA = 64;
    private static final int SAMPLES = LUMA + 2 * CHROMA;

    private static final int LEAST = 64;

    private int[] macroblocks;
    private byte[] samples;
    private int count;

    public PictureChange() {
        this(LEAST);
    }

    /** @param capacity for so many macroblocks */
    PictureChange(int capacity) {
        macroblocks = new int[capacity];
        samples = new byte[capacity * SAMPLES];
    }

    /** One of a few capacities, at least so many macroblocks but not more than twice as many, unless that is little. */
    static int capacityFor(int macroblocks) {
        return macroblocks <= LEAST ? LEAST : Integer.highestOneBit(macroblocks - 1) << 1;
    }

    /** Bytes of samples that one of this capacity has room for. */
    static long bytes(int capacity) {
        return (long) capacity * SAMPLES;
    }

    int capacity() {
        return macroblocks.length;
    }

    /** Takes copies of the macroblocks {@code changed} of {@code picture}. */
    public void record(YuvPicture picture, MacroblockSet changed) {
        count = 0;
        int wanted = changed.count();
        if (wanted > macroblocks.length) {
            macroblocks = Arrays.copyOf(macroblocks, wanted);
            samples = new byte[wanted * SAMPLES];
        }
        for (int i = changed.next(0); i >= 0; i = changed.next(i + 1)) {
            macroblocks[count] = i;
            copy(picture, i, count * SAMPLES, true);
            count++;
        }
    }

    /** Brings {@code picture} from the picture before to this one, and lists what that touched. */
    public void apply(YuvPicture picture, MacroblockSet touched) {
        touched.clear();
        int columns = picture.size().macroblockColumns();
        for (int i = 0; i < count; i++) {
            touched.add(macroblocks[i] % columns, macroblocks[i] / columns);
            copy(picture, macroblocks[i], i * SAMPLES, false);
        }
    }

    private void copy(YuvPicture picture, int macroblock, int at, boolean fromPicture) {
        FrameSize size = picture.size();
        int column = macroblock % size.macroblockColumns();
        int row = macroblock / size.macroblockColumns();
        copy(picture.luma(), picture.lumaStride(), column, row, 16, at, fromPicture);
        copy(picture.blueChroma(), picture.chromaStride(), column, row, 8, at + LUMA, fromPicture);
        copy(picture.redChroma(), picture.chromaStride(), column, row, 8, at + LUMA + CHROMA, fromPicture);
    }

    private void copy(byte[] plane, int stride, int column, int row, int side, int at, boolean fromPlane) {
        int start = row * side * stride + column * side;
        for (int y = 0; y < side; y++) {
            if (fromPlane) {
                System.arraycopy(plane, start + y * stride, samples, at + y * side, side);
            } else {
                System.arraycopy(samples, at + y * side, plane, start + y * stride, side);
            }
        }
    }
}
