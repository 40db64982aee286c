package org.epochreel.video.h264.predict;

/**
 * The motion that a B picture's macroblocks have without a word: that of the picture behind, shortened by the distance
 * in time (temporal direct prediction, clause 8.4.1.2.3), and the weights of the two predictions (implicit weighting,
 * clause 8.4.2.3.1).
 */
public final class DirectMotion {

    /** What the two weights add up to. */
    static final int WEIGHTS = 64;

    private final MotionField behind;
    private int scale;

    /** @param behind the field of the P pictures, which holds the motion of the picture behind */
    public DirectMotion(MotionField behind) {
        this.behind = behind;
    }

    /**
     * Begins a B picture.
     *
     * @param since frames since the picture before, list 0's first
     * @param distance frames from that to the picture behind
     */
    public void startPicture(int since, int distance) {
        // Picture order counts count fields.
        int tb = 2 * since;
        int td = 2 * distance;
        int tx = (16384 + td / 2) / td;
        scale = Math.max(-1024, Math.min(1023, tb * tx + 32 >> 6));
    }

    /** Whether all of a macroblock stood still in the picture behind. */
    public boolean isStill(int macroblock) {
        for (int quarter = 0; quarter < 4; quarter++) {
            int cell = behind.cell(macroblock, quarter);
            if ((behind.reference(cell) | behind.x(cell) | behind.y(cell)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Infers a macroblock's motion. */
    public void infer(int macroblock, BSliceMotion motion) {
        motion.whole = true;
        for (int quarter = 0; quarter < 4; quarter++) {
            int cell = behind.cell(macroblock, quarter);
            int reference = behind.reference(cell);
            int x = behind.x(cell);
            int y = behind.y(cell);
            // A long-term reference has no distance in time.
            int forwardX = reference == 0 ? scale * x + 128 >> 8 : x;
            int forwardY = reference == 0 ? scale * y + 128 >> 8 : y;
            motion.direct[quarter] = true;
            motion.forward.set(quarter, reference, forwardX, forwardY);
            motion.backward.set(quarter, 0, reference == 0 ? forwardX - x : 0, reference == 0 ? forwardY - y : 0);
        }
    }

    /** The weight, of {@link #WEIGHTS}, of the picture behind beside a forward reference. */
    int weightBehind(int forwardReference) {
        return forwardReference == 0 ? scale >> 2 : WEIGHTS / 2;
    }
}
