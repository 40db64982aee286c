package org.epochreel.video.h264.predict;

/** Predicts macroblocks of a B picture from the pictures around it (clause 8.4.2). */
public final class BSlicePrediction {

    private final DirectMotion direct;
    private final Reference[] before = new Reference[2];
    private Reference behind;
    private final long[] packedOther = new long[PackedSamples.COUNT];
    private final int[] other = new int[PictureSamples.COUNT];

    public BSlicePrediction(DirectMotion direct) {
        this.direct = direct;
    }

    /** Begins a picture between {@code previous} and {@code next}; {@code longTerm} is list 0's second. */
    public void startPicture(Reference previous, Reference longTerm, Reference next) {
        before[0] = previous;
        before[1] = longTerm;
        behind = next;
    }

    /** List 0's first picture. */
    public Reference before() {
        return before[0];
    }

    public Reference behind() {
        return behind;
    }

    /** Whether every vector of a quarter can be followed, for the macroblock at (x, y) in luma samples. */
    public boolean reaches(int x, int y, BSliceMotion motion, int quarter) {
        int left = x + (quarter & 1) * 8;
        int top = y + (quarter >> 1) * 8;
        return reaches(left, top, motion.forward, quarter) && reaches(left, top, motion.backward, quarter);
    }

    private boolean reaches(int left, int top, Motion motion, int quarter) {
        return motion.reference[quarter] < 0 || (motion.x[quarter] | motion.y[quarter]) == 0
                || behind.reaches(left, top, 8, motion.x[quarter], motion.y[quarter]);
    }

    /** Predicts the luma of a macroblock, quarters that agree together. */
    public void luma(int x, int y, BSliceMotion motion, long[] packed) {
        if (agree(motion)) {
            luma(x, y, 16, motion, 0, packed);
        } else {
            for (int quarter = 0; quarter < 4; quarter++) {
                luma(x + (quarter & 1) * 8, y + (quarter >> 1) * 8, 8, motion, quarter, packed);
            }
        }
    }

    /** Predicts both chroma planes. */
    public void chroma(int x, int y, BSliceMotion motion, int[] samples) {
        if (agree(motion)) {
            chroma(x, y, 16, motion, 0, samples);
        } else {
            for (int quarter = 0; quarter < 4; quarter++) {
                chroma(x + (quarter & 1) * 8, y + (quarter >> 1) * 8, 8, motion, quarter, samples);
            }
        }
    }

    private static boolean agree(BSliceMotion motion) {
        return motion.forward.agree(0, 1) && motion.forward.agree(0, 2) && motion.forward.agree(0, 3)
                && motion.backward.agree(0, 1) && motion.backward.agree(0, 2) && motion.backward.agree(0, 3);
    }

    private void luma(int x, int y, int side, BSliceMotion motion, int quarter, long[] packed) {
        Motion forward = motion.forward;
        Motion backward = motion.backward;
        int reference = forward.reference[quarter];
        if (reference >= 0) {
            before[reference].luma(x, y, side, forward.x[quarter], forward.y[quarter], packed);
        }
        if (backward.reference[quarter] >= 0) {
            behind.luma(x, y, side, backward.x[quarter], backward.y[quarter], reference >= 0 ? packedOther : packed);
            if (reference >= 0) {
                int at = (y & 15) * PackedSamples.ROW + ((x & 15) >> 3);
                for (int column = 0; column < side / 8; column++) {
                    PackedSamples.blend(packed, packedOther, at + column, side, direct.weightBehind(reference));
                }
            }
        }
    }

    private void chroma(int x, int y, int side, BSliceMotion motion, int quarter, int[] samples) {
        Motion forward = motion.forward;
        Motion backward = motion.backward;
        int reference = forward.reference[quarter];
        if (reference >= 0) {
            before[reference].chroma(x, y, side, forward.x[quarter], forward.y[quarter], samples);
        }
        if (backward.reference[quarter] >= 0) {
            behind.chroma(x, y, side, backward.x[quarter], backward.y[quarter],
                    reference >= 0 ? other : samples);
            if (reference >= 0) {
                int at = (y & 15) / 2 * 8 + (x & 15) / 2;
                int weight = direct.weightBehind(reference);
                blend(samples, PictureSamples.BLUE + at, 8, side / 2, weight);
                blend(samples, PictureSamples.RED + at, 8, side / 2, weight);
            }
        }
    }

    /** Weighted sample prediction, clause 8.4.2.3.2; the weights are those of the two lists, neither negative. */
    private void blend(int[] samples, int at, int stride, int side, int weightBehind) {
        int weightBefore = DirectMotion.WEIGHTS - weightBehind;
        for (int row = at, end = at + side * stride; row < end; row += stride) {
            for (int i = row; i < row + side; i++) {
                samples[i] = samples[i] * weightBefore + other[i] * weightBehind + DirectMotion.WEIGHTS / 2 >> 6;
            }
        }
    }
}
