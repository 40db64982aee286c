package org.epochreel.video.h264.residual;

/**
 * The 4x4 integer transform of clause 8.5.12.2, its forward counterpart, and the Hadamard transforms of the DC
 * coefficients (clauses 8.5.10 and 8.5.11.1). Coefficients are 16 ints row by row, row number = vertical frequency.
 */
final class Transform {

    private Transform() {}

    /** Transforms {@code source - prediction} of the 4x4 block at {@code at}, whose rows are {@code stride} apart. */
    static void forward(int[] source, int[] prediction, int at, int stride, int[] coefficients) {
        for (int row = 0, s = at; row < 16; row += 4, s += stride) {
            int a = source[s] - prediction[s];
            int b = source[s + 1] - prediction[s + 1];
            int c = source[s + 2] - prediction[s + 2];
            int d = source[s + 3] - prediction[s + 3];
            int outerSum = a + d;
            int innerSum = b + c;
            int outerDifference = a - d;
            int innerDifference = b - c;
            coefficients[row] = outerSum + innerSum;
            coefficients[row + 1] = 2 * outerDifference + innerDifference;
            coefficients[row + 2] = outerSum - innerSum;
            coefficients[row + 3] = outerDifference - 2 * innerDifference;
        }
        for (int column = 0; column < 4; column++) {
            int outerSum = coefficients[column] + coefficients[column + 12];
            int innerSum = coefficients[column + 4] + coefficients[column + 8];
            int outerDifference = coefficients[column] - coefficients[column + 12];
            int innerDifference = coefficients[column + 4] - coefficients[column + 8];
            coefficients[column] = outerSum + innerSum;
            coefficients[column + 4] = 2 * outerDifference + innerDifference;
            coefficients[column + 8] = outerSum - innerSum;
            coefficients[column + 12] = outerDifference - 2 * innerDifference;
        }
    }

    /** The DC coefficient that {@link #forward} would find. */
    static int sum(int[] source, int[] prediction, int at, int stride) {
        int sum = 0;
        for (int row = at, end = at + 4 * stride; row < end; row += stride) {
            for (int i = row; i < row + 4; i++) {
                sum += source[i] - prediction[i];
            }
        }
        return sum;
    }

    /**
     * Adds the residual of scaled coefficients (destroyed) to the 4x4 block at {@code at} and clips it (8.5.12.2,
     * 8.5.14).
     */
    static void addInverse(int[] coefficients, int[] samples, int at, int stride) {
        for (int row = 0; row < 16; row += 4) {
            int even = coefficients[row] + coefficients[row + 2];
            int odd = coefficients[row] - coefficients[row + 2];
            int small = (coefficients[row + 1] >> 1) - coefficients[row + 3];
            int large = coefficients[row + 1] + (coefficients[row + 3] >> 1);
            coefficients[row] = even + large;
            coefficients[row + 1] = odd + small;
            coefficients[row + 2] = odd - small;
            coefficients[row + 3] = even - large;
        }
        for (int column = 0, s = at; column < 4; column++, s++) {
            int even = coefficients[column] + coefficients[column + 8] + 32;
            int odd = coefficients[column] - coefficients[column + 8] + 32;
            int small = (coefficients[column + 4] >> 1) - coefficients[column + 12];
            int large = coefficients[column + 4] + (coefficients[column + 12] >> 1);
            samples[s] = clip(samples[s] + (even + large >> 6));
            samples[s + stride] = clip(samples[s + stride] + (odd + small >> 6));
            samples[s + 2 * stride] = clip(samples[s + 2 * stride] + (odd - small >> 6));
            samples[s + 3 * stride] = clip(samples[s + 3 * stride] + (even - large >> 6));
        }
    }

    /** Clip1, clause 5.7. */
    static int clip(int sample) {
        return (sample & ~0xff) == 0 ? sample : sample < 0 ? 0 : 255;
    }

    /** The 4x4 Hadamard transform of luma DC coefficients, its own inverse up to a factor of 16. */
    static void hadamard4x4(int[] c) {
        for (int row = 0; row < 16; row += 4) {
            butterfly(c, row, 1);
        }
        for (int column = 0; column < 4; column++) {
            butterfly(c, column, 4);
        }
    }

    private static void butterfly(int[] c, int at, int step) {
        int a = c[at] + c[at + step];
        int b = c[at] - c[at + step];
        int d = c[at + 2 * step] + c[at + 3 * step];
        int e = c[at + 2 * step] - c[at + 3 * step];
        c[at] = a + d;
        c[at + step] = a - d;
        c[at + 2 * step] = b - e;
        c[at + 3 * step] = b + e;
    }

    /** The 2x2 Hadamard transform of chroma DC coefficients, its own inverse up to a factor of 4. */
    static void hadamard2x2(int[] c, int at) {
        int a = c[at] + c[at + 1];
        int b = c[at] - c[at + 1];
        int d = c[at + 2] + c[at + 3];
        int e = c[at + 2] - c[at + 3];
        c[at] = a + d;
        c[at + 1] = b + e;
        c[at + 2] = a - d;
        c[at + 3] = b - e;
    }
}
