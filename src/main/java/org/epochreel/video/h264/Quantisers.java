package org.epochreel.video.h264;

import org.epochreel.frame.FrameSize;

/**
 * The quantiser parameters (QP) of a stream; 6 more double the step, and about halve the bits.
 *
 * @param keyframe of intra pictures, and so of everything that stands still: where lines and text are of middling
 *     contrast. Plain ground is quantised finer by 8 at most, edges of high contrast coarser by 5 at most
 * @param moving of macroblocks that change
 * @param rest of macroblocks that have come to rest, which are coded once more
 * @throws IllegalArgumentException if one is not from 8 to 51
 */
public record Quantisers(int keyframe, int moving, int rest) {

    /** Its step, 1.6, is about the rounding of samples to 8 bits: a finer one costs bits and shows nothing more. */
    public static final int FINEST = 8;

    public static final int COARSEST = 51;

    /** Quantiser of what moves in pictures up to 432x288, and of what moves in those from 1080p on. */
    private static final int MOVING_SMALL = 12;
    private static final int MOVING_LARGE = 24;


    /** How much coarser what moves is in a picture that no other refers to. */
    private static final int COARSER_BETWEEN = 4;

    /** Pixels of the largest picture whose lines are so narrow that what moves needs the finer quantiser. */
    private static final int SMALL = 432 * 288;

    public Quantisers {
        check("keyframe", keyframe);
        check("moving", moving);
        check("rest", rest);
    }

    /**
     * What videos are made with: no difference from the drawn picture that an eye could find, moving or still. What
     * stands still is coded as finely as possible, since all pictures show it again. What moves may be coarser the
     * larger the picture is, by 3 a doubling of its area, since its lines are wider then.
     */
    public static Quantisers standard(FrameSize size) {
        int doublings = 0;
        for (long area = SMALL; 2 * area <= size.pixels(); area *= 2) {
            doublings++;
        }
        return new Quantisers(FINEST, Math.min(MOVING_LARGE, MOVING_SMALL + 3 * doublings), FINEST);
    }

    /** Of macroblocks that change, in pictures that no other refers to: what is coarse there is seen once. */
    int between() {
        return Math.min(COARSEST, moving + COARSER_BETWEEN);
    }

    private static void check(String name, int parameter) {
        if (parameter < FINEST || parameter > COARSEST) {
            throw new IllegalArgumentException("the " + name + " quantiser " + parameter + " is not from " + FINEST
                    + " to " + COARSEST + "; a finer one would code the rounding of colours to 8 bits");
        }
    }
}
