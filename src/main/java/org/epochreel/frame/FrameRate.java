package org.epochreel.frame;

/**
 * Frames per second as a fraction in lowest terms, so that rates such as 30000/1001 stay exact.
 *
 * @throws IllegalArgumentException if the rate is not from 1 to 240 frames a second or a term exceeds 1,000,000
 */
public record FrameRate(int numerator, int denominator) {

    /** Frames a second that a GIF can tell: it counts hundredths, and readers are said to show a single one as ten. */
    public static final int MOST_OF_A_GIF = 50;

    private static final int MAX_TERM = 1_000_000;
    private static final int MAX_RATE = 240;

    public FrameRate {
        if (numerator < 1 || denominator < 1 || numerator > MAX_TERM || denominator > MAX_TERM
                || numerator < denominator || numerator > (long) MAX_RATE * denominator) {
            throw new IllegalArgumentException("frame rate " + numerator + "/" + denominator
                    + " is not from 1 to " + MAX_RATE + " frames a second");
        }
        int divisor = greatestCommonDivisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    public static FrameRate of(int framesPerSecond) {
        return new FrameRate(framesPerSecond, 1);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** One frame of so many is left where no more than {@code most} a second may be. */
    public int oneInForAtMost(int most) {
        int allowed = most * denominator;
        return (numerator + allowed - 1) / allowed;
    }

    /** Frames per second, rounded to a double. */
    public double perSecond() {
        return (double) numerator / denominator;
    }

    @Override
    public String toString() {
        return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
    }
}
