package org.epochreel.video.h264.predict;

/**
 * Finds the vector by which a block is predicted best from one reference, by absolute error of luma and the bits of the
 * vector: steps along one axis and then the other while that pays, long ones first, until it is good enough. Most vectors
 * that are tried are given up by the first of the block's quarters, the one in which most was wrong before.
 */
public final class VectorSearch {

    /** The longest step for a quarter, which begins where the whole macroblock was found. */
    private static final int LONGEST_OF_QUARTER = 2;

    /** Samples from one place to the next where a macroblock is looked for up and down: an edge is blurred as far. */
    private static final int STRIDE = 2;

    private final FlatBlocks flat;
    private final int longestStep;
    private final int[] order = new int[4];
    private long[] best = new long[PackedSamples.COUNT];
    private long[] trial = new long[PackedSamples.COUNT];
    private int[] errors = new int[4];
    private int[] trialErrors = new int[4];
    private long[] source;
    private RateModel rate;
    private int goodEnough;
    private int predictedX;
    private int predictedY;
    private Reference reference;
    private int left;
    private int top;
    private int quarters;
    private int x;
    private int y;
    private int cost;

    /** @param longestStep in quarters of a sample, a power of 2 */
    public VectorSearch(FlatBlocks flat, int longestStep) {
        this.flat = flat;
        this.longestStep = longestStep;
    }

    /**
     * Begins with a macroblock.
     *
     * @param source its packed luma
     * @param goodEnough the cost of a macroblock that needs no better vector
     * @param predictedX the vector from which others count as bits
     */
    public void startMacroblock(long[] source, RateModel rate, int goodEnough, int predictedX, int predictedY) {
        this.source = source;
        this.rate = rate;
        this.goodEnough = goodEnough;
        this.predictedX = predictedX;
        this.predictedY = predictedY;
    }

    /**
     * Searches for a whole macroblock.
     *
     * @param left luma column of the macroblock in the picture
     * @param startX where to start, in quarters of a sample
     * @return whether there is a vector: whether the one to start from can be followed
     */
    public boolean whole(Reference reference, int left, int top, int startX, int startY) {
        takeAllQuarters();
        return search(reference, left, top, startX, startY, longestStep, goodEnough);
    }

    /** Searches for one quarter of a macroblock, of which the other arguments tell as for {@link #whole}. */
    public boolean quarter(int quarter, Reference reference, int left, int top, int startX, int startY) {
        quarters = 1;
        order[0] = quarter;
        return search(reference, left, top, startX, startY, Math.min(longestStep, LONGEST_OF_QUARTER),
                goodEnough / 4);
    }

    private boolean search(Reference reference, int left, int top, int startX, int startY, int longest, int enough) {
        start(reference, left, top);
        if (!move(startX, startY)) {
            return false;
        }
        sortQuarters();
        for (int step = longest; step >= 1 && cost > enough; step >>= 1) {
            if (!along(0, step)) {
                along(0, -step);
            }
            if (!along(step, 0)) {
                along(-step, 0);
            }
        }
        return true;
    }

    private void start(Reference reference, int left, int top) {
        this.reference = reference;
        this.left = left;
        this.top = top;
        cost = Integer.MAX_VALUE;
    }

    /** Looks how far up or down a macroblock was, at most {@code range} samples. */
    public void upAndDown(Reference reference, int left, int top, int range) {
        takeAllQuarters();
        start(reference, left, top);
        move(0, 0);
        sortQuarters();
        for (int distance = STRIDE; distance <= range; distance += STRIDE) {
            move(0, 4 * distance);
            move(0, -4 * distance);
        }
    }

    private void takeAllQuarters() {
        quarters = 4;
        for (int i = 0; i < 4; i++) {
            order[i] = i;
        }
    }

    private void sortQuarters() {
        for (int i = 1; i < quarters; i++) {
            for (int j = i; j > 0 && errors[order[j]] > errors[order[j - 1]]; j--) {
                int quarter = order[j];
                order[j] = order[j - 1];
                order[j - 1] = quarter;
            }
        }
    }

    /** Goes on in one direction while that pays; returns whether it did. */
    private boolean along(int stepX, int stepY) {
        boolean moved = false;
        while (move(x + stepX, y + stepY)) {
            moved = true;
        }
        return moved;
    }

    /** Takes a vector if it is better than the best so far; returns whether it is. */
    private boolean move(int toX, int toY) {
        int sum = rate.ofAbsoluteError(RateModel.vectorDifference(toX - predictedX)
                + RateModel.vectorDifference(toY - predictedY));
        for (int i = 0; i < quarters && sum < cost; i++) {
            int quarter = order[i];
            int quarterX = left + (quarter & 1) * 8;
            int quarterY = top + (quarter >> 1) * 8;
            if ((toX | toY) != 0 && !reference.reaches(quarterX, quarterY, 8, toX, toY)) {
                return false;
            }
            reference.luma(quarterX, quarterY, 8, toX, toY, trial);
            trialErrors[quarter] = flat.absoluteError(source, trial, quarter);
            sum += trialErrors[quarter];
        }
        if (sum >= cost) {
            return false;
        }
        cost = sum;
        x = toX;
        y = toY;
        long[] samples = best;
        best = trial;
        trial = samples;
        int[] before = errors;
        errors = trialErrors;
        trialErrors = before;
        return true;
    }

    /** The vector that was found, in quarters of a sample. */
    public int x() {
        return x;
    }

    public int y() {
        return y;
    }

    /** The weighted absolute error of a quarter that was searched. */
    public int error(int quarter) {
        return errors[quarter];
    }

    /** The packed luma that the vector predicts; it holds until the next search. */
    public long[] samples() {
        return best;
    }
}
