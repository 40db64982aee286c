package org.epochreel.sound;

/**
 * How far an encoder's noise is above what can be heard, by Johnston's model of 1988: Hann windows of 2048 samples, 25
 * bands of a Bark, Schroeder's spreading, an offset by the flatness of the whole spectrum, Terhardt's threshold in quiet
 * with a full-scale sine at 96 dB. It shares no code with the encoder.
 */
public final class NoiseToMask {

    private static final int WINDOW = 2048;
    private static final int HOP = 1024;
    private static final int BANDS = 25;

    private final int sampleRate;
    private final double[] window = new double[WINDOW];
    private final int[] bandOfLine = new int[WINDOW / 2];
    private final double[] quiet = new double[BANDS];
    private final double[][] spreading = new double[BANDS][BANDS];

    static double TIME;
    private double sum;
    private double worst = Double.NEGATIVE_INFINITY;
    private double worstTime;
    private double segmental;
    private int frames;
    private int audible;
    private int bands;

    public NoiseToMask(int sampleRate) {
        this.sampleRate = sampleRate;
        java.util.Arrays.fill(quiet, Double.POSITIVE_INFINITY);
        double energy = 0;
        for (int i = 0; i < WINDOW; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / WINDOW);
            energy += window[i] * window[i];
        }
        for (int i = 0; i < WINDOW; i++) {
            // A full-scale sine then has an energy of 1 in the positive frequencies.
            window[i] *= Math.sqrt(4 / (energy * WINDOW));
        }
        for (int k = 0; k < bandOfLine.length; k++) {
            double hertz = (k + 0.5) * sampleRate / WINDOW;
            double bark = 13 * Math.atan(0.00076 * hertz) + 3.5 * Math.atan(Math.pow(hertz / 7500, 2));
            bandOfLine[k] = Math.min(BANDS - 1, (int) bark);
            double f = Math.max(20, hertz) / 1000;
            double level = 3.64 * Math.pow(f, -0.8) - 6.5 * Math.exp(-0.6 * Math.pow(f - 3.3, 2))
                    + 1e-3 * Math.pow(f, 4);
            quiet[bandOfLine[k]] = Math.min(quiet[bandOfLine[k]], Math.pow(10, (level - 96) / 10));
        }
        for (int to = 0; to < BANDS; to++) {
            double all = 0;
            for (int from = 0; from < BANDS; from++) {
                double x = to - from + 0.474;
                spreading[to][from] = Math.pow(10, (15.81 + 7.5 * x - 17.5 * Math.sqrt(1 + x * x)) / 10);
                all += spreading[to][from];
            }
            for (int from = 0; from < BANDS; from++) {
                spreading[to][from] /= all;
            }
        }
    }

    /** Takes a channel's frames into account. */
    public void add(double[] original, double[] decoded) {
        int length = Math.min(original.length, decoded.length);
        for (int start = 0; start + WINDOW <= length; start += HOP) {
            double[] powers = powers(original, null, start);
            double all = 0;
            for (double power : powers) {
                all += power;
            }
            if (all < 1e-9) {
                continue;
            }
            TIME = (start + HOP) / (double) sampleRate;
            double ratio = ratio(powers, powers(original, decoded, start));
            sum += ratio;
            if (ratio > worst) {
                worst = ratio;
                if (System.getenv("DBG") != null) System.out.println("worst " + ratio + " at " + TIME);
                worstTime = (start + HOP) / (double) sampleRate;
            }
            double signalToNoise = Signals.signalToNoise(original, decoded, start + HOP / 2, start + HOP / 2 + HOP);
            segmental += Double.isNaN(signalToNoise) ? 0 : Math.max(-10, Math.min(80, signalToNoise));
            frames++;
        }
    }

    private double ratio(double[] powers, double[] noise) {
        double[] energy = new double[BANDS];
        double[] error = new double[BANDS];
        double logarithms = 0;
        double total = 0;
        for (int k = 0; k < powers.length; k++) {
            energy[bandOfLine[k]] += powers[k];
            error[bandOfLine[k]] += noise[k];
            logarithms += Math.log10(powers[k] + 1e-20);
            total += powers[k];
        }
        double flatness = 10 * (logarithms / powers.length - Math.log10(total / powers.length + 1e-20));
        double tonality = Math.min(1, flatness / -60);
        double mean = 0;
        for (int b = 0; b < BANDS; b++) {
            double spread = 0;
            for (int from = 0; from < BANDS; from++) {
                spread += spreading[b][from] * energy[from];
            }
            double offset = tonality * (14.5 + b + 1) + (1 - tonality) * 5.5;
            double threshold = Math.max(quiet[b], spread * Math.pow(10, -offset / 10));
            mean += error[b] / threshold / BANDS;
            if (System.getenv("DBG") != null && Math.abs(Double.parseDouble(System.getenv("DBG")) - TIME) < 0.0001) {
                System.out.printf("%d energy %.1f error %.1f thr %.1f nmr %.1f ton %.2f%n", b, 10*Math.log10(energy[b]+1e-20), 10*Math.log10(error[b]+1e-20), 10*Math.log10(threshold), 10*Math.log10(error[b]/threshold+1e-20), tonality);
            }
            audible += error[b] > threshold ? 1 : 0;
            bands++;
        }
        return 10 * Math.log10(mean + 1e-12);
    }

    private double[] powers(double[] original, double[] decoded, int start) {
        double[] real = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            double value = original[start + i] - (decoded == null ? 0 : decoded[start + i]);
            real[i] = value * window[i];
        }
        double[] imaginary = new double[WINDOW];
        fourier(real, imaginary);
        return Signals.of(WINDOW / 2, k -> real[k] * real[k] + imaginary[k] * imaginary[k]);
    }

    private static void fourier(double[] real, double[] imaginary) {
        int size = real.length;
        for (int i = 0; i < size; i++) {
            int j = Integer.reverse(i) >>> 32 - Integer.numberOfTrailingZeros(size);
            if (j > i) {
                double swapped = real[i];
                real[i] = real[j];
                real[j] = swapped;
            }
        }
        for (int span = 1; span < size; span *= 2) {
            for (int i = 0; i < span; i++) {
                double cos = Math.cos(Math.PI * i / span);
                double sin = -Math.sin(Math.PI * i / span);
                for (int upper = i; upper < size; upper += 2 * span) {
                    int lower = upper + span;
                    double x = real[lower] * cos - imaginary[lower] * sin;
                    double y = real[lower] * sin + imaginary[lower] * cos;
                    real[lower] = real[upper] - x;
                    imaginary[lower] = imaginary[upper] - y;
                    real[upper] += x;
                    imaginary[upper] += y;
                }
            }
        }
    }

    /** Mean over all frames of the decibels of noise over mask, the mean over bands being that of the ratios. */
    public double mean() {
        return sum / frames;
    }

    /** The same of the worst frame. */
    public double worst() {
        return worst;
    }

    /** When that frame is, in seconds. */
    public double worstTime() {
        return worstTime;
    }

    /** Mean over frames of signal over noise, each from -10 to 80 dB. */
    public double segmentalSignalToNoise() {
        return segmental / frames;
    }

    /** The share of all bands of all frames whose noise is above the mask. */
    public double audible() {
        return (double) audible / bands;
    }
}
