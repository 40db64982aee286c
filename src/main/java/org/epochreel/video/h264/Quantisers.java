package org.epochreel.video.h264;

/**
 * The quantiser parameters (QP) of a stream; 6 more double the step, and about halve the bits.
 *
 * @param keyframe of intra pictures, and so of everything that stands still
 * @param moving of macroblocks that change
 * @param rest of macroblocks that have come to rest, which are coded once more
 * @throws IllegalArgumentException if one is not from 8 to 51
 */
public record Quantisers(int keyframe, int moving, int rest) {

    /** Its step, 1.6, is about the rounding of samples to 8 bits: a finer one costs bits and shows nothing more. */
    public static final int FINEST = 8;

    public static final int COARSEST = 51;

    /** What videos are made with: no difference from the drawn picture that an eye could find, moving or still. */
    public static final Quantisers STANDARD = new Quantisers(12, 21, 12);

    public Quantisers {
        check("keyframe", keyframe);
        check("moving", moving);
        check("rest", rest);
    }

    private static void check(String name, int parameter) {
        if (parameter < FINEST || parameter > COARSEST) {
            throw new IllegalArgumentException("the " + name + " quantiser " + parameter + " is not from " + FINEST
                    + " to " + COARSEST + "; a finer one would code the rounding of colours to 8 bits");
        }
    }
}
