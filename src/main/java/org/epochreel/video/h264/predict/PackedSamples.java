package org.epochreel.video.h264.predict;

/**
 * Luma samples eight to a long, the leftmost in its lowest byte, and arithmetic on all eight at once. A macroblock is 32
 * longs, two for each of its rows from top to bottom; a block of it that is 8 samples wide has every other of them.
 *
 * <p>Sums need more than 8 bits, so samples are taken apart into four lanes of 16 bits each: those in even places, and
 * those in odd ones.
 */
public final class PackedSamples {

    /** Longs of a macroblock, and of one of its rows. */
    public static final int COUNT = 32;
    public static final int ROW = 2;

    /** The lower bytes of all lanes, which hold the samples in even places. */
    private static final long LOW = 0x00ff00ff00ff00ffL;
    /** 1 in each lane. */
    private static final long ONE = 0x0001000100010001L;

    /** What keeps the six-tap filter's sums from falling below 0, a multiple of its divisor, and its rounding. */
    private static final int SUM_OFFSET = 80;
    private static final long SUM_BIAS = ONE * (32 * SUM_OFFSET + 16);
    private static final long QUOTIENT = ONE * 0x7ff;
    private static final long HIGHEST = ONE * 0x8000;

    private PackedSamples() {}

    /** Packs rows of 8 samples. */
    public static void pack(byte[] plane, int from, int stride, int rows, long[] packed, int at, int packedStride) {
        int target = at;
        for (int i = from, end = from + rows * stride; i < end; i += stride, target += packedStride) {
            int low = plane[i] & 0xff | (plane[i + 1] & 0xff) << 8 | (plane[i + 2] & 0xff) << 16 | plane[i + 3] << 24;
            int high = plane[i + 4] & 0xff | (plane[i + 5] & 0xff) << 8 | (plane[i + 6] & 0xff) << 16
                    | plane[i + 7] << 24;
            packed[target] = low & 0xffffffffL | (long) high << 32;
        }
    }

    /** Packs the luma of a macroblock. */
    public static void pack(int[] samples, long[] packed) {
        for (int i = 0, from = 0; i < COUNT; i++, from += 8) {
            int low = samples[from] | samples[from + 1] << 8 | samples[from + 2] << 16 | samples[from + 3] << 24;
            int high = samples[from + 4] | samples[from + 5] << 8 | samples[from + 6] << 16 | samples[from + 7] << 24;
            packed[i] = low & 0xffffffffL | (long) high << 32;
        }
    }

    /** Unpacks the luma of a macroblock. */
    public static void unpack(long[] packed, int[] samples) {
        for (int i = 0, to = 0; i < COUNT; i++, to += 8) {
            int low = (int) packed[i];
            int high = (int) (packed[i] >>> 32);
            samples[to] = low & 0xff;
            samples[to + 1] = low >>> 8 & 0xff;
            samples[to + 2] = low >>> 16 & 0xff;
            samples[to + 3] = low >>> 24;
            samples[to + 4] = high & 0xff;
            samples[to + 5] = high >>> 8 & 0xff;
            samples[to + 6] = high >>> 16 & 0xff;
            samples[to + 7] = high >>> 24;
        }
    }

    /**
     * Copies rows of 8 samples of a plane to a macroblock.
     *
     * @param plane has one long more than its samples need
     * @param position of the first sample, counted in samples
     * @param stride longs in a row of the plane
     */
    static void copy(long[] plane, int position, int stride, int rows, long[] packed, int at) {
        int shift = (position & 7) << 3;
        int target = at;
        for (int i = position >> 3, end = i + rows * stride; i < end; i += stride, target += ROW) {
            // Shifted in two steps, since a shift by 64 would be one by 0.
            packed[target] = plane[i] >>> shift | plane[i + 1] << 1 << 63 - shift;
        }
    }

    /** Averages rows of 8 samples, each from its plane and position; halves are rounded up (clause 8.4.2.2.1). */
    static void average(long[] plane, int position, long[] other, int otherPosition, int stride, int rows,
            long[] packed, int at) {
        int shift = (position & 7) << 3;
        int otherShift = (otherPosition & 7) << 3;
        int target = at;
        int j = otherPosition >> 3;
        for (int i = position >> 3, end = i + rows * stride; i < end; i += stride, j += stride, target += ROW) {
            long a = plane[i] >>> shift | plane[i + 1] << 1 << 63 - shift;
            long b = other[j] >>> otherShift | other[j + 1] << 1 << 63 - otherShift;
            packed[target] = (a | b) - ((a ^ b) >>> 1 & 0x7f7f7f7f7f7f7f7fL);
        }
    }

    /**
     * Blends rows of 8 samples of a macroblock with those of another: (a (64 - w) + b w + 32) / 64 (clause 8.4.2.3.2).
     *
     * @param samples become the blend
     * @param weight of the other, w, from 0 to 64
     */
    static void blend(long[] samples, long[] others, int at, int rows, int weight) {
        int rest = DirectMotion.WEIGHTS - weight;
        long half = ONE * (DirectMotion.WEIGHTS / 2);
        for (int i = at, end = at + rows * ROW; i < end; i += ROW) {
            long a = samples[i];
            long b = others[i];
            if (a != b) {
                long even = ((a & LOW) * rest + (b & LOW) * weight + half) >>> 6 & LOW;
                long odd = ((a >>> 8 & LOW) * rest + (b >>> 8 & LOW) * weight + half) >>> 6 & LOW;
                samples[i] = even | odd << 8;
            }
        }
    }

    /**
     * Adds up the absolute differences of two macroblocks in 4 rows of 8 samples.
     *
     * @return four sums of 16 bits, the lowest that of the two columns on the left, and so on
     */
    static long absoluteDifferences(long[] a, long[] b, int at) {
        long sums = 0;
        for (int i = at; i < at + 4 * ROW; i += ROW) {
            long x = a[i];
            long y = b[i];
            if (x != y) {
                // 256 more than the difference, so that no lane borrows from the next: its bit 8 says which is less.
                long over = (x & LOW | ONE << 8) - (y & LOW);
                long notLess = over >>> 8 & ONE;
                long mask = (notLess << 8) - notLess;
                sums += (over & mask) + ((ONE << 9) - over & (mask ^ LOW));
                over = (x >>> 8 & LOW | ONE << 8) - (y >>> 8 & LOW);
                notLess = over >>> 8 & ONE;
                mask = (notLess << 8) - notLess;
                sums += (over & mask) + ((ONE << 9) - over & (mask ^ LOW));
            }
        }
        return sums;
    }

    /** Filters 8 half samples between c and d, rounded and limited (b or h of clause 8.4.2.2.1). */
    static long sixTaps(long a, long b, long c, long d, long e, long f) {
        return sixTapsInLanes(a & LOW, b & LOW, c & LOW, d & LOW, e & LOW, f & LOW)
                | sixTapsInLanes(a >>> 8 & LOW, b >>> 8 & LOW, c >>> 8 & LOW, d >>> 8 & LOW, e >>> 8 & LOW,
                        f >>> 8 & LOW) << 8;
    }

    private static long sixTapsInLanes(long a, long b, long c, long d, long e, long f) {
        long quotient = a + f + (c + d) * 20 + SUM_BIAS - (b + e) * 5 >>> 5 & QUOTIENT;
        // Bit 15 says that it is not negative, the bits below are then its value; 256 or more become 255.
        long over = quotient + HIGHEST - ONE * SUM_OFFSET;
        long notNegative = over >>> 15 & ONE;
        long value = over & (notNegative << 15) - notNegative;
        long tooLarge = value >>> 8 & ONE;
        return (value | (tooLarge << 8) - tooLarge) & LOW;
    }
}
