package org.epochreel.sound.aac.spectrum;

/**
 * The forward transform of the filter bank (ISO/IEC 14496-3, 4.6.11.3): for {@code 2 M} windowed samples z the M lines
 * X[k] = 2 sum z[n] cos(pi / M (n + (M + 1) / 2)(k + 1/2)). Folded to a DCT-IV of M values, which is a complex Fourier
 * transform of M / 2 values between two rotations by pi (8 n + 1) / (8 M).
 */
public final class Mdct {

    private final int lines;
    private final double[] rotationCos;
    private final double[] rotationSin;
    private final double[] twiddleCos;
    private final double[] twiddleSin;
    private final int[] reversed;
    private final double[] real;
    private final double[] imaginary;

    /** A transform into {@code lines} lines, a power of two. */
    Mdct(int lines) {
        this.lines = lines;
        int half = lines / 2;
        rotationCos = new double[half];
        rotationSin = new double[half];
        twiddleCos = new double[half / 2];
        twiddleSin = new double[half / 2];
        reversed = new int[half];
        real = new double[half];
        imaginary = new double[half];
        int bits = Integer.numberOfTrailingZeros(half);
        for (int n = 0; n < half; n++) {
            double angle = StrictMath.PI * (8 * n + 1) / (8.0 * lines);
            rotationCos[n] = StrictMath.cos(angle);
            rotationSin[n] = StrictMath.sin(angle);
            reversed[n] = Integer.reverse(n) >>> 32 - bits;
        }
        for (int n = 0; n < half / 2; n++) {
            double angle = 2 * StrictMath.PI * n / half;
            twiddleCos[n] = StrictMath.cos(angle);
            twiddleSin[n] = StrictMath.sin(angle);
        }
    }

    /** Transforms {@code 2 M} samples from {@code from} on into M lines of {@code target} from {@code to} on. */
    void transform(double[] windowed, int from, double[] target, int to) {
        int half = lines / 2;
        for (int n = 0; n < half; n++) {
            double a = folded(windowed, from, 2 * n);
            double b = folded(windowed, from, lines - 1 - 2 * n);
            int place = reversed[n];
            real[place] = a * rotationCos[n] + b * rotationSin[n];
            imaginary[place] = b * rotationCos[n] - a * rotationSin[n];
        }
        fourier();
        for (int k = 0; k < half; k++) {
            double x = real[k];
            double y = imaginary[k];
            target[to + 2 * k] = 2 * (x * rotationCos[k] + y * rotationSin[k]);
            target[to + lines - 1 - 2 * k] = 2 * (x * rotationSin[k] - y * rotationCos[k]);
        }
    }

    /** Of the quarters a, b, c, d of the samples: first -(c reversed) - d, then a - (b reversed). */
    private double folded(double[] z, int from, int n) {
        int half = lines / 2;
        if (n < half) {
            return -z[from + 3 * half - 1 - n] - z[from + 3 * half + n];
        }
        return z[from + n - half] - z[from + 3 * half - 1 - n];
    }

    /** In place, from bit-reversed order. */
    private void fourier() {
        int size = real.length;
        for (int span = 1; span < size; span *= 2) {
            int stride = size / (2 * span);
            for (int start = 0; start < size; start += 2 * span) {
                for (int i = 0; i < span; i++) {
                    double cos = twiddleCos[i * stride];
                    double sin = twiddleSin[i * stride];
                    int upper = start + i;
                    int lower = upper + span;
                    double x = real[lower] * cos + imaginary[lower] * sin;
                    double y = imaginary[lower] * cos - real[lower] * sin;
                    real[lower] = real[upper] - x;
                    imaginary[lower] = imaginary[upper] - y;
                    real[upper] += x;
                    imaginary[upper] += y;
                }
            }
        }
    }
}
