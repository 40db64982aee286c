package org.epochreel.sound.aac.code;

/**
 * The power-law quantiser (ISO/IEC 14496-3, 4.6.1 and 4.6.2): a value q with scale factor s stands for the line
 * sign(q) |q|^(4/3) 2^((s - 100) / 4).
 */
public final class Quantiser {

    public static final int SCALE_FACTORS = 256;

    private static final int UNITY = 100;
    /** Added before rounding down: the value that makes the mean error least for lines of a Laplace distribution. */
    private static final double ROUNDING = 0.4054;
    private static final double[] POWERS = new double[SpectrumBook.LARGEST + 2];
    /** 2^((s - 100) / 4) by s, and its power -3/4. */
    private static final double[] STEPS = new double[SCALE_FACTORS];
    private static final double[] COMPRESSED_STEPS = new double[SCALE_FACTORS];

    static {
        for (int q = 0; q < POWERS.length; q++) {
            POWERS[q] = q * StrictMath.cbrt(q);
        }
        for (int s = 0; s < SCALE_FACTORS; s++) {
            STEPS[s] = StrictMath.pow(2, (s - UNITY) / 4.0);
            COMPRESSED_STEPS[s] = StrictMath.pow(2, -3 * (s - UNITY) / 16.0);
        }
    }

    private Quantiser() {
    }

    /** |x|^(3/4) by two square roots, which the language defines to the last bit. */
    static double compress(double line) {
        double root = Math.sqrt(Math.abs(line));
        return root * Math.sqrt(root);
    }

    /** The magnitude of a quantised line. */
    public static int quantise(double compressed, int scaleFactor) {
        return (int) (compressed * COMPRESSED_STEPS[scaleFactor] + ROUNDING);
    }

    /** The energy of the error of lines from {@code from} up to but without {@code to}. */
    public static double noise(double[] magnitudes, double[] compressed, int from, int to, int scaleFactor) {
        double toStep = COMPRESSED_STEPS[scaleFactor];
        double step = STEPS[scaleFactor];
        double noise = 0;
        for (int i = from; i < to; i++) {
            double error = magnitudes[i] - POWERS[(int) (compressed[i] * toStep + ROUNDING)] * step;
            noise += error * error;
        }
        return noise;
    }

    /** The scale factor that a noise of {@code energy} needs, by the rule of 3GPP TS 26.403, 5.6.2. */
    public static int estimate(double energy, double sumOfRoots) {
        double factor = 8.0 / 3 * StrictMath.log(6.75 * energy / sumOfRoots) / LOG_2;
        return UNITY + (int) Math.floor(Math.max(-UNITY, Math.min(UNITY, factor)));
    }

    /** The least scale factor with which a line of this compressed magnitude stays within what can be coded. */
    public static int least(double compressed) {
        return limit(compressed, SpectrumBook.LARGEST + 1 - ROUNDING - 1e-6, 1);
    }

    /** The greatest scale factor with which it does not become 0. */
    public static int greatest(double compressed) {
        return limit(compressed, 1 - ROUNDING, 0);
    }

    private static int limit(double compressed, double value, int roundedUp) {
        double factor = 16.0 / 3 * StrictMath.log(compressed / value) / LOG_2;
        double bounded = Math.max(-UNITY, Math.min(SCALE_FACTORS - 1 - UNITY, factor));
        return UNITY + (int) (roundedUp == 1 ? Math.ceil(bounded) : Math.floor(bounded));
    }

    private static final double LOG_2 = StrictMath.log(2);
}
