package org.epochreel.video.stream;

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

    /** Runs of macroblocks side by side: the first of each, and how many there are. */
    private int[] firsts;
    private int[] lengths;
    /** Of one run behind the other, each plane row by row. */
    private byte[] samples;
    private int runs;

    public PictureChange() {
        this(LEAST);
    }

    /** @param capacity for so many macroblocks */
    public PictureChange(int capacity) {
        firsts = new int[capacity];
        lengths = new int[capacity];
        samples = new byte[capacity * SAMPLES];
    }

    /** One of a few capacities, at least so many macroblocks but not more than twice as many, unless that is little. */
    public static int capacityFor(int macroblocks) {
        return macroblocks <= LEAST ? LEAST : Integer.highestOneBit(macroblocks - 1) << 1;
    }

    /** Bytes of samples that one of this capacity has room for. */
    public static long bytes(int capacity) {
        return (long) capacity * SAMPLES;
    }

    public int capacity() {
        return firsts.length;
    }

    /** Takes copies of the macroblocks {@code changed} of {@code picture}. */
    public void record(YuvPicture picture, MacroblockSet changed) {
        int wanted = changed.count();
        if (wanted > firsts.length) {
            firsts = new int[wanted];
            lengths = new int[wanted];
            samples = new byte[wanted * SAMPLES];
        }
        runs = 0;
        int at = 0;
        int first = changed.next(0);
        while (first >= 0) {
            int end = changed.endOfRun(first);
            firsts[runs] = first;
            lengths[runs] = end - first;
            copy(picture, runs, at, true);
            at += lengths[runs] * SAMPLES;
            runs++;
            first = changed.next(end);
        }
    }

    /** Brings {@code picture} from the picture before to this one, and lists what that touched. */
    public void apply(YuvPicture picture, MacroblockSet touched) {
        touched.clear();
        int columns = picture.size().macroblockColumns();
        int at = 0;
        for (int run = 0; run < runs; run++) {
            for (int i = firsts[run]; i < firsts[run] + lengths[run]; i++) {
                touched.add(i % columns, i / columns);
            }
            copy(picture, run, at, false);
            at += lengths[run] * SAMPLES;
        }
    }

    private void copy(YuvPicture picture, int run, int at, boolean fromPicture) {
        int columns = picture.size().macroblockColumns();
        int column = firsts[run] % columns;
        int row = firsts[run] / columns;
        int count = lengths[run];
        int stride = picture.chromaStride();
        int chroma = row * 8 * stride + column * 8;
        copy(picture.luma(), 2 * stride, row * 32 * stride + column * 16, 16, count * 16, at, fromPicture);
        copy(picture.blueChroma(), stride, chroma, 8, count * 8, at + count * LUMA, fromPicture);
        copy(picture.redChroma(), stride, chroma, 8, count * 8, at + count * (LUMA + CHROMA), fromPicture);
    }

    private void copy(byte[] plane, int stride, int start, int rows, int length, int at, boolean fromPlane) {
        for (int y = 0; y < rows; y++) {
            if (fromPlane) {
                System.arraycopy(plane, start + y * stride, samples, at + y * length, length);
            } else {
                System.arraycopy(samples, at + y * length, plane, start + y * stride, length);
            }
        }
    }
}
