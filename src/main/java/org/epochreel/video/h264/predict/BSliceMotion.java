package org.epochreel.video.h264.predict;

/**
 * How one macroblock of a B picture is predicted: as a whole or by its quarters, each directly or by explicit motion
 * from the picture before, from the one behind or from both. Reused from macroblock to macroblock.
 */
public final class BSliceMotion {

    /** From pictures before, list 0; {@link MotionField#UNUSED} where not. */
    public final Motion forward = new Motion();
    /** From the picture behind, list 1. */
    public final Motion backward = new Motion();
    /** Which quarters (row by row) are predicted directly; their motion is the inferred one. */
    public final boolean[] direct = new boolean[4];

    /** Whether the quarters are coded as one. */
    public boolean whole;

    public boolean isDirect() {
        return whole && direct[0];
    }

    /** Which lists a quarter uses: 1 the first, 2 the second, 3 both. */
    public int lists(int quarter) {
        return (forward.reference[quarter] >= 0 ? 1 : 0) | (backward.reference[quarter] >= 0 ? 2 : 0);
    }

    /** Takes over a quarter's motion. */
    public void set(int quarter, BSliceMotion other) {
        direct[quarter] = other.direct[quarter];
        forward.set(quarter, other.forward.reference[quarter], other.forward.x[quarter], other.forward.y[quarter]);
        backward.set(quarter, other.backward.reference[quarter], other.backward.x[quarter], other.backward.y[quarter]);
    }

    /** Moves all quarters alike, none of them directly. */
    public void setWhole(int forwardReference, int forwardX, int forwardY, int backwardReference, int backwardX,
            int backwardY) {
        whole = true;
        for (int quarter = 0; quarter < 4; quarter++) {
            direct[quarter] = false;
            forward.set(quarter, forwardReference, forwardX, forwardY);
            backward.set(quarter, backwardReference, backwardX, backwardY);
        }
    }

    /** Whether two quarters move alike and are coded alike. */
    public boolean agree(int quarter, int other) {
        return direct[quarter] == direct[other] && forward.agree(quarter, other) && backward.agree(quarter, other);
    }
}
