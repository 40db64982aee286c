package org.epochreel.video.h264.residual;

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

    /** Of what moves in pictures up to 432x288, and the coarsest. */
    private static final int MOVING = 10;
    private static final int MOVING_LARGE = 26;

    /** How much coarser what moves is in a picture that no other refers to. */
    private static final int COARSER_BETWEEN = 6;

    /** Pixels of the largest picture whose lines are so narrow that all need the finest quantisers. */
    private static final int SMALL = 432 * 288;

    public Quantisers {
        check("keyframe", keyframe);
        check("moving", moving);
        check("rest", rest);
    }

    /**
     * What videos are made with: no difference from the drawn picture that an eye could find, moving or still. All may
     * be coarser the larger the picture is, since its lines are wider then: by 3 a doubling of its area what moves, by
     * little more than half of that what stands still, which all pictures show again.
     */
    public static Quantisers standard(FrameSize size) {
        int doublings = 0;
        for (long area = SMALL; 2 * area <= size.pixels(); area *= 2) {
            doublings++;
        }
        int still = FINEST + 7 * doublings / 4;
        return new Quantisers(still, Math.min(MOVING_LARGE, MOVING + 3 * doublings), Math.max(FINEST, still - 2));
    }

    /** Of macroblocks that change, in pictures that no other refers to: what is coarse there is seen once. */
    public int between() {
        return Math.min(COARSEST, moving + COARSER_BETWEEN);
    }

    private static void check(String name, int parameter) {
        if (parameter < FINEST || parameter > COARSEST) {
            throw new IllegalArgumentException("the " + name + " quantiser " + parameter + " is not from " + FINEST
                    + " to " + COARSEST + "; a finer one would code the rounding of colours to 8 bits");
        }
    }
}
